// What the start page asks the server, with the owner's key.
import type { Kind } from "../wire";

export type Setting = "kernteam" | "studiedag" | "gemeente";
export type Method = "welbevinden" | "borging" | "veiligheid" | "wegwijzer" | "bouwsteen";

export interface Step {
  id: string;
  kind: Kind;
  title: string;
  prompt: string;
  minutes: number;
  break_after: number | null;
}

// One and many of it; `het` when the singular takes "het".
export interface Word {
  one: string;
  many: string;
  het: boolean;
}

// A place in the texts where a house may say it otherwise: the word the script uses, and the others we know.
export interface Place {
  place: string;
  said: Word;
  known: Word[];
}

export interface Script {
  id: string;
  own: boolean; // not one of those that come with us
  title: string;
  summary: string;
  setting: Setting | null;
  methods: Method[];
  people: [number, number]; // the smallest and the largest group
  minutes: number;
  audience: string;
  needs: string[];
  leaves: string[];
  safety: string;
  confidant: boolean; // whether it asks how to reach the vertrouwenspersoon
  roles: { name: string; needed: boolean }[];
  words: Place[];
  tables: boolean; // whether a step is done per table
  goes_on_from: string[]; // ids of the scripts whose sessions it works on
  steps: Step[];
}

// A file of one's own with mistakes.
export interface Broken {
  id: string;
  wrong: string[];
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
  words?: Record<string, string | Word>; // a word that we know by its singular, or one of the house's own
  roles?: { was?: number; name?: string }[]; // `was`: its place in the script
  tables?: string[];
  confidant?: string; // "" when it stands on the board
  earlier?: Earlier[];
}

// What the server said no to; `reason` is a word of facilitator/problems.py.
export class Refusal extends Error {
  constructor(readonly reason: string, message: string) {
    super(message);
  }
}

let key = "";

export function hold(owner: string): void {
  key = owner;
}

export const scripts = (): Promise<(Script | Broken)[]> => ask("GET", "/api/scripts");
export const sessions = (): Promise<Session[]> => ask("GET", "/api/sessions");
export const begin = (wish: Wish): Promise<Session> => ask("POST", "/api/sessions", wish);
export const earlierFor = (script: string, group: string): Promise<Fits[]> => ask("GET", `/api/scripts/${encodeURIComponent(script)}/earlier?group=${encodeURIComponent(group)}`);
export const wipe = (id: string): Promise<unknown> => ask("DELETE", `/api/sessions/${id}`);
export const wipeScript = (id: string): Promise<unknown> => ask("DELETE", `/api/scripts/${encodeURIComponent(id)}`);
export const sheetTicket = (script: string): Promise<{ ticket: string }> => ask("POST", `/api/scripts/${encodeURIComponent(script)}/ticket`);

// Raises Refusal with the server's own sentence.
export async function ask(method: string, path: string, body?: object): Promise<any> {
  const answer = await fetch(path, { method, headers: { Authorization: `Bearer ${key}` }, body: body && JSON.stringify(body) });
  if (answer.status === 204) return null;
  const said = await answer.json();
  if (!answer.ok) throw new Refusal(said.error, said.message);
  return said;
}
