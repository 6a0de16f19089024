// What the facilitator does to the room: one function per button and key.
import { newId } from "../live";
import type { Act, Note, Step, Strand } from "../wire";
import { toRedo, toUndo } from "./acts";
import { going, moveOn } from "./carrying";
import { placesOf } from "./places";
import { caughtUp, isWaiting, lead, onBoard, parts, sheet, stage, tab, tops } from "./room";
import { collects, current, following, likely, nextTurn, preceding, type Move } from "./steps";

export function go(step: Step | undefined): void {
  if (!step || isWaiting("go")) return;
  if (step.from && !step.visited) {
    going.value = { step, from: stage.value.now.step };
    sheet.value = "carry";
    return;
  }
  moveOn(step, stage.value.now.step);
}

export const next = (): void => go(following(stage.value));
export const back = (): void => go(preceding(stage.value));

export function move(what: Move): void {
  if (what === "go") next();
  else if (what === "turn") turnOn();
  else if (what === "report") tab.value = "report";
  else if (what === "resume") lead("resume");
  else lead(what, { step: stage.value.now.step });
}

export const likelyMove = (): void => move(likely(stage.value, parts.value));

function turnOn(): void {
  const turn = nextTurn(stage.value, parts.value);
  if (turn && !isWaiting(turn.does)) onBoard(turn.does, turn.fields);
}

// T starts the time of the step, and once it runs gives a minute more.
export function moreTime(): void {
  const { timer } = stage.value;
  const step = current(stage.value);
  if (timer) lead("timer", { add: 60 });
  else lead("timer", { seconds: 60 * (step?.timer || step?.minutes || 5) });
}

export function show(what: "board" | "code" | "blank" | "notes"): void {
  const screen = stage.value.screen!;
  lead("screen", { show: screen.show === what && what !== "board" ? "board" : what });
}

export const spotlight = (card: string): Promise<boolean> => {
  const { screen } = stage.value;
  return lead("screen", screen!.show === "card" && screen!.card === card ? { show: "board" } : { show: "card", card });
};

export function turn(by: number): void {
  const { show, card, page, ...only } = stage.value.screen!;
  const same = show === "notes" || show === "card";
  lead("screen", { ...only, show: same ? show : "board", ...(same && card && { card }), page: Math.max(1, page + by) });
}

// The board as the screen shows it now: what is not changed stays.
function board(): object {
  const { card, page, ...kept } = stage.value.screen!;
  return { ...kept, show: "board" };
}

// Whether one place of the board can fill the screen: where cards lie in places, and nothing is hidden.
export const zooms = (step: Step): boolean => collects(step) || !!parts.value.placing;

// The places of the board on stage, from 1: one fills the screen, once more shows them all.
export function zoom(n: number): void {
  const step = current(stage.value);
  const place = step && zooms(step) ? placesOf(stage.value, step)[n - 1] : undefined;
  if (!place) return;
  lead("screen", { ...board(), place: stage.value.screen!.place === place.id ? undefined : place.id });
}

// The parts of the board that the screen can show alone, by what its cards are about; none when there is nothing to choose.
export function strands(): Strand[] {
  const all = (parts.value.config?.letters ?? []) as Strand[];
  const meant = parts.value.counts ? ((parts.value.config?.strands ?? []) as Strand[]) : []; // what people may still write about
  const used = new Set([...tops.value.map(([, { strand }]) => strand).filter(Boolean), ...meant.map(({ id }) => id)]);
  return used.size > 1 ? all.filter(({ letter }) => !letter.includes("+")) : [];
}

export function showStrand(strand: string | undefined): void {
  lead("screen", { ...board(), strand });
}

// All, the one, the other, all again.
export function nextStrand(): void {
  const ids = strands().map(({ id }) => id);
  if (ids.length) showStrand(ids[ids.indexOf(stage.value.screen!.strand ?? "") + 1]);
}

// The questions of the board to look by, one at a time; after the last comes none.
export function questions(): string[] {
  const step = current(stage.value);
  return (step && zooms(step) && parts.value.config?.look) || [];
}

export function asked(): number {
  const { now, screen } = stage.value;
  return questions().length ? (screen!.ask ?? (now.state === "look" ? 1 : 0)) : 0;
}

export function nextQuestion(): void {
  const n = asked() + 1;
  if (questions().length) lead("screen", { ...board(), ask: n > questions().length ? undefined : n });
}

export const lock = (): Promise<boolean> => lead(stage.value.locked ? "unlock" : "lock");

export function pause(): void {
  if (stage.value.now.break) lead("break", { minutes: 0 });
  else sheet.value = "break";
}

export const undo = (): Promise<void> => takeBack(toUndo);
export const redo = (): Promise<void> => takeBack(toRedo);

let taking = false;

// What was done a moment ago may not be on the page yet: the last act is known when it is.
async function takeBack(find: (acts: Act[]) => Act | undefined): Promise<void> {
  if (taking) return;
  taking = true;
  await caughtUp();
  const found = find(stage.value.acts || []);
  if (found) await lead("undo", { seq: found.seq });
  taking = false;
}

export function note(step: string | null, as: Note["as"], text: string, id = newId()): Promise<boolean> {
  return lead("note", { note: id, step, as, text });
}

