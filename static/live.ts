// The line to the live session, and the only file that knows socket.io: join, outbox, view, reconnect.
// Pages read the signals and call send(). Nothing is folded here: what the server shows is what there is.

import { batch, type Signal, signal } from "@preact/signals";
import { io } from "socket.io-client";
import { type Keep, keepFor, sweep } from "./keep";
import { newId, openOutbox, type Refusal, type Waiting } from "./outbox";
import type { Answer, Have, Joined, Kind, Op, OpsAnswer, Own, Parts, Role, Stage, View } from "./wire";

export { newId } from "./outbox";
export type { Refusal, Waiting } from "./outbox";

export interface Live {
  role: Role;
  keep: Keep;
  link: Signal<"connecting" | "online" | "offline">;
  refused: Signal<string | null>; // the join was refused: the reason
  seq: Signal<number>; // the last entry of the log that the page shows
  stage: Signal<Stage | null>;
  board: Signal<{ id: string; kind: Kind } | null>;
  parts: Signal<Parts>; // of the board on stage; an unchanged part stays the same object
  own: Signal<Own>;
  outbox: Signal<Waiting[]>; // ops without an answer yet
  unsent: Signal<Refusal[]>; // refused ops, their text kept
  fresh: Signal<Set<string>>; // keys that came in during the last 3 s, not on a whole view
  send(op: Op): Promise<Answer>;
  hint(op: Op): void; // what somebody is at right now: never kept, never sent again
  forget(id: string): void; // drop from unsent
  arrived(): Waiting[]; // ops of this phone that were answered
  clock(): number; // ms since this stage came in: the time left is stage.timer.left - clock() / 1000
  close(): void;
}

const ANSWER_MS = 8_000;
const TOO_FAST_MS = 2_000;
const FRESH_MS = 3_000;

export function connect({ token, session, role, preview }: { token: string; session: string | null; role: Role; preview?: boolean }): Live {
  const participant = role === "participant";
  const keep = keepFor(participant ? session : null);
  const box = openOutbox(keep);
  const live: Live = {
    role,
    keep,
    link: signal("connecting"),
    refused: signal(null),
    seq: signal(0),
    stage: signal(null),
    board: signal(null),
    parts: signal({}),
    own: signal({}),
    outbox: box.waiting,
    unsent: box.unsent,
    fresh: signal(new Set()),
    send(op) {
      const answer = box.add(op);
      flush();
      return answer;
    },
    hint: (op) => void (joined && socket.connected && socket.emit("ops", { ops: [{ ...op, id: newId() }] }, () => {})),
    forget: box.forget,
    arrived: box.arrived,
    clock: () => performance.now() - stageAt,
    close: () => void socket.disconnect(),
  };
  let have: Have | null = null;
  let joined = false;
  let stageAt = 0;
  let inFlight = 0; // the timer of the batch that is out; 0 when none is

  if (participant) sweep();
  const person = participant ? personKey(keep) : null;
  const socket = io({ auth: { token, person, preview }, transports: ["websocket"], reconnectionDelay: 500, reconnectionDelayMax: 4_000 });
  socket.on("connect", join);
  socket.on("view", viewed);
  socket.on("connect_error", () => lost(!socket.active));
  socket.on("disconnect", (reason) => lost(reason === "io server disconnect"));
  document.addEventListener("visibilitychange", wake);
  addEventListener("online", wake);
  box.waiting.subscribe(() => flush());
  if (participant) setInterval(flush, ANSWER_MS); // what another tab left behind

  function join(): void {
    joined = false;
    landed();
    const retry = setTimeout(() => socket.connected && !joined && join(), ANSWER_MS);
    socket.emit("join", { have }, (answer: Joined | { refused: string }) => {
      clearTimeout(retry);
      if ("refused" in answer) turnedAway(answer.refused);
      else entered(answer);
    });
  }

  function turnedAway(reason: string): void {
    batch(() => {
      live.refused.value = reason;
      live.link.value = "offline";
    });
    socket.disconnect();
    if (reason === "no_such_session") keep.clear();
  }

  function entered(answer: Joined): void {
    joined = true;
    if (keep.get("epoch") !== null && keep.get("epoch") !== answer.epoch) box.again();
    keep.set("epoch", answer.epoch);
    keep.set("seen", Date.now());
    batch(() => {
      live.refused.value = null;
      live.link.value = "online";
      staged(answer.stage);
      if (answer.view) whole(answer.board, answer.kind, answer.view);
      live.own.value = answer.own;
      live.seq.value = answer.seq;
      have = { epoch: answer.epoch, seq: answer.seq, board: answer.board };
    });
    flush();
  }

  function viewed(view: View): void {
    if (!joined || !have) return;
    const ahead = view.from !== null && (view.from > have.seq || view.board !== have.board);
    if (view.epoch !== have.epoch || ahead) return join();
    if (view.seq < have.seq) return;
    batch(() => {
      if (view.stage) staged(view.stage);
      if (view.from === null) whole(view.board, view.kind, view.set);
      else change(view.set, view.gone);
      if (view.own) live.own.value = view.own;
      live.seq.value = view.seq;
    });
    have = { epoch: view.epoch, seq: view.seq, board: view.board };
  }

  function staged(stage: Stage): void {
    stageAt = performance.now();
    live.stage.value = stage;
  }

  function whole(board: string | null, kind: Kind | null, view: Parts): void {
    const same = live.board.value?.id === board;
    if (!same) live.board.value = board && kind ? { id: board, kind } : null;
    live.parts.value = same ? keepEqual(live.parts.value, view) : view;
    live.fresh.value = new Set();
  }

  function change(set: Parts, gone: string[]): void {
    const parts = { ...live.parts.value, ...set };
    for (const key of gone) delete parts[key];
    const fresh = Object.keys(set).filter((key) => !(key in live.parts.value));
    live.parts.value = parts;
    if (!fresh.length) return;
    live.fresh.value = new Set([...live.fresh.value, ...fresh]);
    setTimeout(() => (live.fresh.value = new Set([...live.fresh.value].filter((key) => !fresh.includes(key)))), FRESH_MS);
  }

  function flush(): void {
    if (!joined || !socket.connected || inFlight) return;
    const ops = box.batch();
    if (!ops.length) return;
    inFlight = setTimeout(() => (landed(), flush()), ANSWER_MS);
    socket.emit("ops", { ops }, (answer: OpsAnswer) => {
      landed();
      const tooFast = answer.results.some((result) => "refused" in result && result.refused === "too_fast");
      if (tooFast && participant) inFlight = setTimeout(() => (landed(), flush()), TOO_FAST_MS);
      batch(() => {
        box.answered(answer, participant);
        live.own.value = answer.own;
      });
      flush();
    });
  }

  function landed(): void {
    clearTimeout(inFlight);
    inFlight = 0;
    box.landed();
  }

  function lost(comeBack: boolean): void {
    joined = false;
    landed();
    live.link.value = "offline";
    if (comeBack && live.refused.value === null) setTimeout(() => socket.connect(), 1_000 + 2_000 * Math.random());
  }

  function wake(): void {
    if (!document.hidden && !socket.connected && live.refused.value === null) socket.connect();
  }

  return live;
}

function personKey(keep: Keep): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  if (!keep.get("person")) keep.set("person", Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""));
  return keep.get("person")!;
}

// A whole view of the board we already show: what did not change stays the same object, so that nothing redraws for it.
function keepEqual(old: Parts, view: Parts): Parts {
  return Object.fromEntries(Object.entries(view).map(([key, part]) => [key, JSON.stringify(old[key]) === JSON.stringify(part) ? old[key] : part]));
}
