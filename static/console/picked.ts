// The cards the facilitator picked, and merging them: into the one bundle among them, or into a new one.
import { computed, signal } from "@preact/signals";
import { newId } from "../live";
import type { Item } from "../wire";
import { onBoard, parts, stage, tab } from "./room";
import { placeKey } from "./places";
import { current } from "./steps";

const ids = signal<string[]>([]);
export const typed = signal<string | null>(null); // the name for the bundle, once somebody types one
export const toFocus = signal<string | null>(null); // the card that gets the focus when it is drawn

// Only what is still there: another console may have merged or moved it.
export const picked = computed(() => new Set(ids.value.filter((id) => parts.value[id] && !parts.value[id].into)));
export const chosen = computed<[string, Item][]>(() => [...picked.value].map((id) => [id, parts.value[id]]));

export function toggle(id: string): void {
  ids.value = picked.value.has(id) ? [...picked.value].filter((it) => it !== id) : [...picked.value, id];
  typed.value = null;
}

// All of them, or these: while one act was on its way somebody may have picked the next card.
export function letGo(these: string[] = ids.value): void {
  ids.value = ids.value.filter((id) => !these.includes(id));
  typed.value = null;
}

export const bundleName = computed(() => typed.value ?? typical(chosen.value.map(([, item]) => item)));

// Where the picked cards lie, each place once.
export const spots = computed(() => [...new Set(chosen.value.map(([, item]) => item.level || item.field || ""))]);

// A wish among what is there already.
export const mixed = computed(() => new Set(chosen.value.map(([, item]) => !!item.wish)).size > 1);

export async function mergePicked(): Promise<void> {
  if (tab.value !== "cards" || picked.value.size < 2) return;
  await merge([...picked.value], bundleName.value);
}

// `follow`: the focus goes to the bundle.
export async function merge(cards: string[], text: string, follow = true): Promise<boolean> {
  const bundle = cards.find((id) => parts.value[id]?.cards);
  const into = bundle || newId();
  const done = await onBoard("merge", { cards: cards.filter((id) => id !== into), into, text });
  if (done) letGo(cards);
  if (done && follow) toFocus.value = into;
  return done;
}

// All picked cards to one place, so that they can be merged.
export async function gather(place: string): Promise<void> {
  const key = placeKey(current(stage.value)?.kind);
  for (const [card, item] of chosen.value) if (item[key] !== place) await onBoard("move", { card, [key]: place });
}

// A bundle keeps its name; of loose cards the one that says most of what the others say, and of those the shortest.
export function typical(items: Item[]): string {
  const named = items.find((item) => item.cards);
  if (named || !items.length) return named?.text || "";
  const all = items.map((item) => words(item.text));
  const scores = all.map((mine, i) => all.reduce((sum, other, j) => sum + (i === j ? 0 : mine.filter((word) => other.includes(word)).length / (mine.length || 1)), 0));
  const best = Math.max(...scores);
  return items.filter((_, i) => scores[i] === best).reduce((short, item) => (item.text.length < short.text.length ? item : short)).text;
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]{3,}/gu) || [];
