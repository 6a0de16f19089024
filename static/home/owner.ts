// What the start page asks the server, with the owner's key.
import type { Kind } from "../wire";

export interface Script {
  id: string;
  wrong?: string[]; // what is wrong with a file of one's own; then there is nothing else
  title: string;
  summary: string;
  people: [number, number]; // the smallest and the largest group
  minutes: number;
  steps: { kind: Kind; title: string; minutes: number }[];
  goes_on_from: string[]; // ids of the scripts whose sessions it works on
}

// A session that a new one can go on from; `lacks` says why it cannot come along after all.
export interface Fits {
  id: string;
  script: string;
  title: string;
  group: string;
  date: string; // yyyy-mm-dd
  people: number;
  rehearsal: boolean;
  lacks: string | null;
}

export type Earlier = { session: string } | { code: string } | { report: object };

export interface Session {
  id: string;
  code: string;
  title: string;
  group: string;
  started: number; // unix seconds
  ended: number | null;
  people: number;
  rehearsal: boolean;
  console_url: string;
  screen_url: string;
}

export interface Wish {
  script: string;
  title?: string;
  group?: string;
  rehearsal?: number; // simulated people
  earlier?: Earlier[];
}

let key = "";

export function hold(owner: string): void {
  key = owner;
}

export const scripts = (): Promise<Script[]> => ask("GET", "/api/scripts");
export const sessions = (): Promise<Session[]> => ask("GET", "/api/sessions");
export const begin = (wish: Wish): Promise<Session> => ask("POST", "/api/sessions", wish);
export const earlierFor = (script: string, group: string): Promise<Fits[]> => ask("GET", `/api/scripts/${script}/earlier?group=${encodeURIComponent(group)}`);
export const wipe = (id: string): Promise<unknown> => ask("DELETE", `/api/sessions/${id}`);

// Raises Error with the server's own sentence.
async function ask(method: string, path: string, body?: object): Promise<any> {
  const answer = await fetch(path, { method, headers: { Authorization: `Bearer ${key}` }, body: body && JSON.stringify(body) });
  if (answer.status === 204) return null;
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.message);
  return said;
}
