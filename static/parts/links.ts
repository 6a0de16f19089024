// My links on this step: what the server knows, with what is still on its way laid over it.

import type { Live } from "../live";
import type { MyLink } from "../wire";

export interface Laid extends MyLink {
  pending?: boolean;
  leaving?: boolean; // its removal is on its way
}

// A link has no direction, so neither has its name.
export const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

export function myLinks(live: Live, step: string): Map<string, Laid> {
  const mine = new Map<string, Laid>((live.own.value.links ?? []).map((link) => [pairOf(link.a, link.b), link]));
  for (const { op } of live.outbox.value) {
    if (op.board !== step || (op.do !== "link" && op.do !== "unlink")) continue;
    const { board: _, do: word, ...said } = op;
    const link = said as unknown as MyLink;
    const key = pairOf(link.a, link.b);
    const before = mine.get(key);
    mine.delete(key); // the newest last
    if (word === "link") mine.set(key, { ...link, pending: true });
    else if (before) mine.set(key, { ...before, pending: true, leaving: true });
  }
  return mine;
}
