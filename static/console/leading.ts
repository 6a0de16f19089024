// What the facilitator does to the room: one function per button and key.
import { signal } from "@preact/signals";
import { newId } from "../live";
import type { Stage, Step } from "../wire";
import { placeKey, placesOf } from "./places";
import { toRedo, toUndo } from "./acts";
import { act, allItems, isWaiting, lead, onBoard, parts, sheet, stage, tab } from "./room";
import { collects, current, following, likely, origin, preceding, sourceOf, type Move } from "./steps";

export interface Offer {
  step: string;
  source: string;
  rule: string;
  ready: boolean;
  why?: "reveal" | "empty";
  most: number;
  items: Offered[];
}

export interface Offered {
  id: string;
  text: string;
  n: number;
  level?: string;
  field?: string;
  why: { dots?: number; place?: number };
  picked: boolean;
  tie: boolean;
}

// The step the carry sheet is open for, and the step we were at when it opened: another facilitator may go on meanwhile.
export const going = signal<{ step: Step; from: string | null } | null>(null);

export const offerFor = (step: string): Offer | undefined => parts.value[`offer:${step}`];

export function go(step: Step | undefined): void {
  if (!step || isWaiting("go")) return;
  if (sourceOf(step) && !step.visited) {
    going.value = { step, from: stage.value.now.step };
    sheet.value = "carry";
    return;
  }
  lead("go", { step: step.id, from: stage.value.now.step });
}

export function goWith(items: string[]): Promise<boolean> {
  const { step, from } = going.value!;
  return lead("go", { step: step.id, from, items });
}

export const next = (): void => go(following(stage.value));
export const back = (): void => go(preceding(stage.value));

export function move(what: Move): void {
  if (what === "go") next();
  else if (what === "report") tab.value = "report";
  else if (what === "resume") lead("resume");
  else lead(what, { step: stage.value.now.step });
}

export const likelyMove = (): void => move(likely(stage.value));

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
  const { show, place, page } = stage.value.screen!;
  lead("screen", { show: show === "notes" ? show : "board", ...(place && { place }), page: Math.max(1, page + by) });
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

// Cards that came to the source after this step was filled: the rule picks them, the list does not have them yet.
export function newcomers(from: Stage): Offered[] {
  const offer = from.now.step ? offerFor(from.now.step) : undefined;
  if (!offer?.ready) return [];
  const known = new Set([...allItems.value.map(([id]) => id), ...declined(from.now.step!)]);
  return offer.items.filter((item) => item.picked && !known.has(item.id));
}

const DECLINED = "werksessie.console.declined.";
const version = signal(0);

function declined(step: string): string[] {
  version.value;
  return JSON.parse(sessionStorage.getItem(DECLINED + stage.value.id + step) || "[]");
}

// What the facilitator left out on purpose is not offered again.
export function decline(step: string, ids: string[]): void {
  sessionStorage.setItem(DECLINED + stage.value.id + step, JSON.stringify([...declined(step), ...ids]));
  version.value++;
}

export const addToList = (ids: string[]): Promise<boolean> => onBoard("items", { add: ids });

export const takeLate = async (cards: string[]): Promise<void> => {
  const held = stage.value.held || [];
  for (const card of cards) await act({ board: held.find((it) => it.card === card)?.step || "stage", do: "show", card });
};

export function note(step: string | null, as: "private" | "decision" | "open", text: string, id = newId()): Promise<boolean> {
  return lead("note", { note: id, step, as, text });
}


// A card from the facilitator, in the step where such cards are collected; from there it goes along to the list on stage.
export async function addCard(card: string, text: string, place: string | undefined, because: string): Promise<boolean> {
  const step = current(stage.value)!;
  const source = origin(stage.value, step)!;
  const added = await act({ board: source.id, do: "add", card, text, [placeKey(source.kind)]: place, ...(because && { because }) });
  return added && (source.id === step.id || addToList([card]));
}
