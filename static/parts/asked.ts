// The questions of a poll, and what I chose on each: what the server knows, with what is still on its way laid over it.

import type { Live } from "../live";
import { items, type Parts } from "../wire";

export interface Question {
  id: string;
  text: string; // "" when the prompt of the step is the question
}

const ASKED = "asked";

export function questions(parts: Parts): Question[] {
  const listed = items(parts).filter(([, item]) => item.i !== undefined && !item.into);
  listed.sort(([, a], [, b]) => a.i! - b.i!);
  return listed.length ? listed.map(([id, { text }]) => ({ id, text })) : [{ id: ASKED, text: "" }];
}

// An op about this question; about the prompt it says no item.
export const about = ({ id }: Question): { item?: string } => (id === ASKED ? {} : { item: id });

export interface Choices {
  on: string[];
  pending: string[]; // options whose tap is on its way
}

export function myChoices(live: Live, { id }: Question): Choices {
  const known = live.own.value.choices?.[id] ?? [];
  const coming = live.outbox.value.filter(({ op }) => op.board === live.board.value!.id && op.do === "choose" && (op.item ?? ASKED) === id).pop();
  if (!coming) return { on: known, pending: [] };
  const on = coming.op.options as string[];
  return { on, pending: [...on.filter((it) => !known.includes(it)), ...known.filter((it) => !on.includes(it))] };
}
