// My dots on this vote: what the server counts, plus what is still on its way. Says what a tap may do; the server judges.

import type { Live } from "../live";
import type { Ballot } from "../wire";

export interface Dots {
  on(ballot: string, item: string): number;
  pending(ballot: string, item: string): boolean;
  left(ballot: Ballot): number;
  over: number; // dots that do not count since cards were taken apart
}

export function myDots(live: Live, step: string, only: string): Dots {
  const ballots = live.own.value.ballots ?? {};
  const coming = new Map<string, number>();
  for (const { op } of live.outbox.value) {
    if (op.board !== step || (op.do !== "put" && op.do !== "take")) continue;
    const key = `${op.ballot ?? only} ${op.item}`;
    coming.set(key, (coming.get(key) ?? 0) + (op.do === "put" ? 1 : -1));
  }
  const sum = (ballot: string) => [...coming].reduce((n, [key, by]) => (key.startsWith(`${ballot} `) ? n + by : n), 0);
  return {
    on: (ballot, item) => Math.max(0, (ballots[ballot]?.items[item] ?? 0) + (coming.get(`${ballot} ${item}`) ?? 0)),
    pending: (ballot, item) => coming.has(`${ballot} ${item}`),
    left: (ballot) => Math.max(0, (ballots[ballot.id]?.left ?? ballot.dots) - sum(ballot.id)),
    over: Object.values(ballots).reduce((n, { over }) => n + over, 0),
  };
}
