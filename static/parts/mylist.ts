// My order of the items: half made on this phone, on its way, sent in, or not begun. Then it starts shuffled, per person,
// so that the list does not tell people what to find important.

import type { Live } from "../live";

export function mySent(live: Live, step: string): string[] | null {
  const coming = live.outbox.value.filter(({ op }) => op.board === step && op.do === "rank").pop();
  return (coming?.op.items as string[] | undefined) ?? live.own.value.rank ?? null;
}

// `list` with what is gone left out and what is new at the end.
export function reconcile(list: string[], ids: string[]): string[] {
  return [...list.filter((id) => ids.includes(id)), ...ids.filter((id) => !list.includes(id))];
}

export function shuffled(ids: string[], person: string): string[] {
  return [...ids].sort((a, b) => hash(person + a) - hash(person + b));
}

// FNV-1a with a last stir: the same for one person and item on every visit.
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> 0;
}
