// My cards of this step: what the server knows, with what is still on its way laid over it and marked as pending.

import type { Live } from "../live";
import type { OwnCard } from "../wire";

export interface Mine extends OwnCard {
  pending?: boolean;
  leaving?: boolean; // its removal is on its way
}

export function myCards(live: Live, step: string): Mine[] {
  const cards = new Map<string, Mine>((live.own.value.cards ?? []).map((card) => [card.id, card]));
  for (const { op } of live.outbox.value) {
    if (op.board !== step || typeof op.card !== "string") continue;
    const { board: _, do: word, card: id, ...said } = op;
    const known = cards.get(id as string);
    if (word === "add") cards.set(id as string, { ...(said as unknown as OwnCard), ...known, id: id as string, state: "shown", pending: true });
    else if (known) cards.set(id as string, { ...known, ...said, pending: true, leaving: word === "remove" });
  }
  return [...cards.values()].reverse();
}

// Cards I may still write; null when there is no limit. A card on its way counts.
export function cardsLeft(live: Live, step: string): number | null {
  const { left, cards } = live.own.value;
  if (left === null || left === undefined) return null;
  const extra = myCards(live, step).length - (cards?.length ?? 0);
  return Math.max(0, left - extra);
}
