// The room as the facilitator's page sees it: the connection, the stage, what was said back, and the one way to act.
import { computed, signal } from "@preact/signals";
import { connect, type Live } from "../live";
import { t } from "../words";
import { refused } from "./refusals";
import type { Item, Op, Reason, Stage } from "../wire";
import { items } from "../wire";
import { at } from "./steps";

export type Tab = "now" | "cards" | "script" | "report";
export type Which = "keys" | "carry" | "break" | "way-in" | "end";

export let live: Live;

export function enter(token: string): Live {
  live = connect({ token, session: null, role: "console" });
  return live;
}

export const tab = signal<Tab>("now");
export const sheet = signal<Which | null>(null);
export const trouble = signal<{ reason: string; do: string; place: Tab } | null>(null);
const waiting = signal<string[]>([]); // what was sent and has no answer yet
let newest = 0; // the last entry of the log that this page made

// Drawn only once the stage is there: see App.
export const stage = computed<Stage>(() => live.stage.value!);
export const parts = computed(() => live.parts.value);
export const allItems = computed<[string, Item][]>(() => items(parts.value));
// Cards and clusters as the room sees them: nothing that is inside a cluster, or that was only carried in to look at, or written with an answer.
export const tops = computed(() => allItems.value.filter(([, item]) => !item.into && !item.given && !item.note));

// Of a card, or of a reason that stands with one.
export const textOf = (id: string): string | undefined => parts.value[id]?.text ?? allItems.value.flatMap(([, item]) => (item.reasons ?? []) as Reason[]).find(({ card }) => card === id)?.text;

export const isWaiting = (does: string): boolean => waiting.value.includes(does);

// -> whether it was taken. A refusal is said in the pane where it was asked.
export async function act(op: Op): Promise<boolean> {
  const place = tab.value;
  waiting.value = [...waiting.value, op.do];
  const answer = await live.send(op);
  const index = waiting.value.indexOf(op.do);
  waiting.value = waiting.value.filter((_, i) => i !== index);
  if ("seq" in answer) newest = answer.seq;
  trouble.value = "refused" in answer ? { reason: answer.refused, do: op.do, place } : null;
  return !("refused" in answer);
}

// Resolves when the page shows all that was done on it. An act that changes nothing to see has no view: that is waited for a second.
export async function caughtUp(): Promise<void> {
  for (let patience = 20; waiting.value.length || (live.seq.value < newest && patience > 0); patience--) await new Promise((next) => setTimeout(next, 50));
}

export const lead = (does: string, fields: object = {}): Promise<boolean> => act({ board: "stage", do: does, ...fields });

// An op on the cards or items of the step on stage.
export const onBoard = (does: string, fields: object): Promise<boolean> => act({ board: stage.value.now.step || "stage", do: does, ...fields });

export function said(reason: string, does: string): string {
  if (reason === "moved") return t("Een andere begeleider ging al verder. Je bent nu bij stap {n}.", { n: at(stage.value) + 1 });
  if (reason === "other_place") return t("Deze kaarten liggen niet op dezelfde plek. Zet ze eerst bij elkaar.");
  if (reason === "too_many_items") return t("Dat zijn er te veel voor deze stap. Haal er een paar weg.");
  if (reason === "empty" && does === "tally") return t("Zoveel mensen zijn hier niet geteld.");
  if (reason === "not_open" && does === "reveal") return t("Open eerst de stap.");
  return refused(reason);
}
