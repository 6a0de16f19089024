// The shapes of a flags board, and what I said of the case that is on: what the server has, with what is still on its way laid over it.

import type { Live } from "../live";

export interface Named {
  id: string;
  name: string;
}
export interface Criterion extends Named {
  question: string;
}
export interface Flag extends Named {
  meaning: string;
  response: string;
}
export interface Config {
  cases?: { id: string; story: string }[]; // console
  rounds: number;
  criteria: Criterion[];
  flags: Flag[];
  responses: Named[];
  question: string;
  show_response: boolean;
}
export interface Turn {
  turn: string;
  case: number;
  of: number;
  round: number;
  rounds: number;
  story: string;
}
export type Value = "ok" | "not_ok" | "dont_know";
export interface Round {
  round: number;
  people: number;
  answers: number;
  flags: Record<string, number>;
  criteria: ({ id: string } & Record<Value, number>)[];
  divided: string[];
  responses: Record<string, number>;
}
export type Decided = Record<string, { flag: string; text: string }>;

export interface Said {
  judged: Record<string, Value>;
  flag: string | null;
  response: string | null;
  wish: string | null;
  pending: Set<string>; // criteria, "flag", "response", "wish"
}

export function mySaid(live: Live): Said {
  const { turn } = live.parts.value.case as Turn;
  const own = live.own.value.turn === turn ? live.own.value : {};
  const said: Said = { judged: { ...(own.judged as Said["judged"]) }, flag: own.flag ?? null, response: own.response ?? null, wish: own.wish ?? null, pending: new Set() };
  for (const { op } of live.outbox.value) {
    if (op.board !== live.board.value!.id || op.turn !== turn) continue;
    if (op.do === "judge") judge(said, op.criterion as string, op.value as Value | null);
    if (op.do === "flag") (said.flag = op.flag as string | null), said.pending.add("flag");
    if (op.do === "respond") (said.response = op.response as string | null), said.pending.add("response");
    if (op.do === "wish") (said.wish = (op.text as string) || null), said.pending.add("wish");
  }
  return said;
}

function judge(said: Said, criterion: string, value: Value | null): void {
  said.pending.add(criterion);
  if (value) said.judged[criterion] = value;
  else delete said.judged[criterion];
}

export const roundsOf = (parts: Record<string, any>): Round[] => [1, 2].map((n) => parts[`round:${n}`]).filter(Boolean);
