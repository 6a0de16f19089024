// My answers on this scale: what the server knows, with what is still on its way laid over it. And what an answer is called.

import type { Live } from "../live";
import { type Item, items, type Parts } from "../wire";
import { t } from "../words";

export type Value = number | "dont_know" | "later";

export interface Named {
  id: string;
  name: string;
}

export interface Answers {
  of(item: string, check: string): Value | undefined;
  pending(item: string, check: string): boolean;
  note(item: string): string;
}

export function myAnswers(live: Live, step: string): Answers {
  const { answers = {}, notes = {} } = live.own.value;
  const coming = new Map<string, unknown>();
  for (const { op } of live.outbox.value) {
    if (op.board !== step) continue;
    if (op.do === "note") coming.set(`note ${op.item}`, op.text);
    else coming.set(`${op.item} ${op.check ?? ""}`, op.value);
  }
  const now = <T>(key: string, known: T): T => (coming.has(key) ? (coming.get(key) as T) : known);
  return {
    of: (item, check) => now(`${item} ${check}`, answers[item]?.[check]),
    pending: (item, check) => coming.has(`${item} ${check}`),
    note: (item) => now(`note ${item}`, notes[item]?.text ?? ""),
  };
}

// In the order of the list.
export const listed = (parts: Parts): [string, Item][] => items(parts).filter(([, it]) => it.i !== undefined).sort(([, a], [, b]) => a.i! - b.i!);

// Without checks an item is scored itself: one check without a name.
export const checksOf = (parts: Parts): Named[] => (parts.config.checks.length ? parts.config.checks : [{ id: "", name: "" }]);

// The answers that stand apart from the points.
export function apartOf({ config }: Parts): { value: "dont_know" | "later"; name: string }[] {
  const later = config.later === true ? t("Nog niet aan toe") : config.later;
  return [...(config.dont_know ? [{ value: "dont_know" as const, name: t("Weet ik niet") }] : []), ...(later ? [{ value: "later" as const, name: later }] : [])];
}

export function inWords(parts: Parts, value: Value): string {
  const apart = apartOf(parts).find((it) => it.value === value);
  return apart?.name ?? middle(parts, value as number);
}

// A median may lie between two points.
export function middle({ config }: Parts, at: number): string {
  const name = (n: number) => config.points[n - 1].name;
  return Number.isInteger(at) ? name(at) : t("tussen {low} en {high}", { low: name(Math.floor(at)), high: name(Math.ceil(at)) });
}

export const figure = (n: number): string => String(n).replace(".", ",");
