// What the facilitator does to the room: one function per button and key.
import { newId } from "../live";
import type { Note, Step } from "../wire";
import { toRedo, toUndo } from "./acts";
import { going, moveOn } from "./carrying";
import { placesOf } from "./places";
import { isWaiting, lead, onBoard, parts, sheet, stage, tab } from "./room";
import { collects, current, following, likely, nextTurn, preceding, sourceOf, type Move } from "./steps";

export function go(step: Step | undefined): void {
  if (!step || isWaiting("go")) return;
  if (sourceOf(step) && !step.visited) {
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
  const { show, card: _, page, ...only } = stage.value.screen!;
  lead("screen", { ...only, show: show === "notes" ? show : "board", page: Math.max(1, page + by) });
}

// The places of the board on stage, from 1: one fills the screen, once more shows them all.
export function zoom(n: number): void {
  const step = current(stage.value);
  const place = step && collects(step.kind) ? placesOf(stage.value, step)[n - 1] : undefined;
  if (!place) return;
  const { screen } = stage.value;
  lead("screen", screen!.place === place.id ? { show: "board" } : { show: "board", place: place.id });
}

export const lock = (): Promise<boolean> => lead(stage.value.locked ? "unlock" : "lock");

export function pause(): void {
  if (stage.value.now.break) lead("break", { minutes: 0 });
  else sheet.value = "break";
}

export function undo(): void {
  const found = toUndo(stage.value.acts || []);
  if (found && !isWaiting("undo")) lead("undo", { seq: found.seq });
}

export function redo(): void {
  const found = toRedo(stage.value.acts || []);
  if (found && !isWaiting("undo")) lead("undo", { seq: found.seq });
}

export function note(step: string | null, as: Note["as"], text: string, id = newId()): Promise<boolean> {
  return lead("note", { note: id, step, as, text });
}

