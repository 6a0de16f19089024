// What goes along from step to step: the offer of the server, what was left out on purpose, and what came later.
import { signal } from "@preact/signals";
import { newId } from "../live";
import type { Stage, Step } from "../wire";
import { placeKey } from "./places";
import { act, allItems, lead, onBoard, parts, stage, tab } from "./room";
import { current, origin } from "./steps";

export interface Offer {
  step: string;
  source: string | null; // a step of this session, or else of an earlier one:
  script?: string;
  session?: { title: string; date: string; step: string } | null;
  rule: string;
  ready: boolean;
  why?: "reveal" | "empty" | "later" | "no_session";
  most: number;
  least?: 0; // the step can begin with nothing
  items: Offered[];
}

export interface Offered {
  id: string;
  text: string;
  n: number;
  level?: string;
  field?: string;
  wish?: boolean;
  why: Why;
  picked: boolean;
  tie: boolean;
}

// What the rule of the step looked at.
export interface Why {
  dots?: number;
  ballot?: string;
  place?: number;
  median?: number | null;
  spread?: number | null;
  n?: number; // answers behind the median or the spread
  chose?: number; // people who put it `in` that place, of `people`
  people?: number;
  in?: string;
  of?: string; // the picked thing that this is a point of
  kept?: boolean;
  typed?: boolean; // by the facilitator, on the sheet
}

// The step the carry sheet is open for, and the step we were at when it opened: another facilitator may go on meanwhile.
export const going = signal<{ step: Step; from: string | null } | null>(null);

export const offerFor = (step: string): Offer | undefined => parts.value[`offer:${step}`];

export function goWith(items: string[]): Promise<boolean> {
  const { step, from } = going.value!;
  return moveOn(step, from, items);
}

export const bring = (text: string): Promise<boolean> => act({ board: going.value!.step.id, do: "bring", card: newId(), text });

// A new step is led from Nu, wherever the facilitator was.
export async function moveOn(step: Step, from: string | null, items?: string[]): Promise<boolean> {
  const gone = await lead("go", { step: step.id, from, ...(items && { items }) });
  if (gone) tab.value = "now";
  return gone;
}

// Cards that came to the source after this step was filled: the rule picks them, the list does not have them yet.
export function newcomers(from: Stage): Offered[] {
  const offer = from.now.step ? offerFor(from.now.step) : undefined;
  if (!offer?.ready || from.now.revealed) return [];
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

// A card from the facilitator, in the step where such cards are collected; from there it goes along to the list on stage.
export async function addCard(card: string, text: string, { place, because, tag }: { place?: string; because: string; tag?: string }): Promise<boolean> {
  const step = current(stage.value)!;
  const source = origin(stage.value, step);
  if (!source) return (await act({ board: step.id, do: "bring", card, text })) && addToList([card]);
  const added = await act({ board: source.id, do: "add", card, text, [placeKey(source.kind)]: place, ...(because && { because }), ...(tag && { tag }) });
  return added && (source.id === step.id || addToList([card]));
}
