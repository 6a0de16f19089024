// What the console asks over HTTP with its own token: tickets for the report, the link of the screen, which network to show, where a card came from.
import type { Descent } from "../wire";

let token = "";

export function carry(own: string): void {
  token = own;
}

// For the report; with the code by which a later session finds it.
export const ticket = (): Promise<{ ticket: string; follow_code: string }> => post("/api/ticket");

export async function screenLink(): Promise<string> {
  const url = new URL((await post("/api/ticket")).screen_url, location.href);
  return `${location.origin}/screen${url.hash}`;
}

// This same console, on another laptop on the network.
export const consoleLink = (address: string): string => `${address}/console#${token}`;

export const pickAddress = (name: string): Promise<unknown> => post("/api/way-in", { name });

export const descentOf = (card: string): Promise<Descent> => ask("GET", `/api/descent/${card}`);

const post = (path: string, body?: object): Promise<any> => ask("POST", path, body);

// Raises Error with the server's own sentence.
async function ask(method: "GET" | "POST", path: string, body?: object): Promise<any> {
  const answer = await fetch(path, { method, headers: { Authorization: `Bearer ${token}` }, body: body && JSON.stringify(body) });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.message);
  return said;
}
