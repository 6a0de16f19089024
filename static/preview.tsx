// The phone in the editor of draaiboeken: the real page of the phone on what the server says it would get. Nothing is kept; the editor around it asks the server.

import { batch, signal } from "@preact/signals";
import { render } from "preact";
import { keepFor } from "./keep";
import type { Live } from "./live";
import { App } from "./parts/app";
import { fetchKinds } from "./parts/kinds";
import { speak } from "./words";
import type { Answer, Kind, Op, Own, Parts, Stage } from "./wire";

export interface Shown {
  stage: Stage;
  board: string;
  kind: Kind;
  view: Parts;
  own: Own;
  refused: string; // why the last op was, or ""
}

const waiting: ((answer: Answer) => void)[] = [];
const live: Live = {
  role: "participant",
  keep: keepFor(null),
  link: signal("online"),
  refused: signal(null),
  seq: signal(0),
  stage: signal(null),
  board: signal(null),
  parts: signal({}),
  own: signal({}),
  outbox: signal([]),
  unsent: signal([]),
  fresh: signal(new Set()),
  send(op: Op) {
    parent.postMessage({ op: { ...op, id: newId() } }, location.origin);
    return new Promise((answered) => waiting.push(answered));
  },
  hint: () => undefined,
  forget: () => undefined,
  arrived: () => [],
  clock: () => 0,
  close: () => undefined,
};

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function show(now: Shown): void {
  batch(() => {
    live.stage.value = now.stage;
    if (live.board.value?.id !== now.board || live.board.value.kind !== now.kind) live.board.value = { id: now.board, kind: now.kind };
    live.parts.value = now.view;
    live.own.value = now.own;
  });
  for (const answered of waiting.splice(0)) answered(now.refused ? { refused: now.refused } : { seq: 1 });
}

addEventListener("message", ({ origin, source, data }: MessageEvent<Shown>) => {
  if (origin === location.origin && source === parent) show(data);
});
speak({});
live.keep.set("person", newId());
fetchKinds(live);
render(<App live={live} />, document.getElementById("app")!);
parent.postMessage("ready", location.origin);
