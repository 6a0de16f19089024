// Ops on their way: from the tap until their own answer. No socket here; live.ts carries the batches.

import { signal } from "@preact/signals";
import type { Keep } from "./keep";
import type { Answer, Op, OpsAnswer } from "./wire";

export interface Waiting {
  id: string;
  op: Op;
  at: number; // ms, rising: the order of the taps
}
export interface Refusal {
  id: string;
  op: Op;
  reason: string;
}

const MOST_OPS = 20;
const MOST_BYTES = 14_000;
const REMEMBERED = 300;
const REPEATABLE = new Set(["rank", "edit", "move", "score", "choose", "note", "cell", "place", "why"]); // the newest of one thing says it all
const OTHER_TAB_MS = 8_000; // so long we leave another tab's ops to that tab

export function newId(): string {
  const random = crypto.getRandomValues(new Uint32Array(3));
  return Array.from(random, (n) => n.toString(36).padStart(7, "0")).join("");
}

export function openOutbox(keep: Keep) {
  const waiting = signal<Waiting[]>(byTime(keep.all("op.")));
  const unsent = signal<Refusal[]>(keep.all("no."));
  const mine = new Set(waiting.value.map(({ id }) => id));
  const flying = new Set<string>();
  const answers = new Map<string, (answer: Answer | Promise<Answer>) => void>();

  keep.watch("op.", () => (waiting.value = byTime(keep.all("op."))));
  keep.watch("no.", () => (unsent.value = keep.all("no.")));

  function add(op: Op): Promise<Answer> {
    const old = waiting.value.find((it) => !flying.has(it.id) && replaces(op, it.op));
    const last = waiting.value[waiting.value.length - 1];
    const it = { id: newId(), op: old ? { ...old.op, ...op } : op, at: Math.max(Date.now(), last ? last.at + 1 : 0) };
    const answer = new Promise<Answer>((resolve) => answers.set(it.id, resolve));
    if (old) leave(old.id, answer);
    mine.add(it.id);
    keep.set("op." + it.id, it);
    waiting.value = [...waiting.value, it];
    return answer;
  }

  // The oldest ops that fit in one event; they count as flying until answered or landed.
  function batch(): Op[] {
    const ops: Op[] = [];
    let bytes = 0;
    for (const { id, op, at } of waiting.value) {
      if (!mine.has(id) && Date.now() - at < OTHER_TAB_MS) continue;
      bytes += size(op) + 40;
      if (ops.length && (ops.length === MOST_OPS || bytes > MOST_BYTES)) break;
      ops.push({ ...op, id });
      flying.add(id);
    }
    return ops;
  }

  function answered({ results }: OpsAnswer, patient: boolean): void {
    for (const result of results) {
      flying.delete(result.id);
      const it = waiting.value.find(({ id }) => id === result.id);
      if (!it) continue;
      if ("seq" in result) {
        remember(it);
        leave(it.id, { seq: result.seq });
      } else if (!(patient && result.refused === "too_fast")) {
        const refusal = { id: it.id, op: it.op, reason: result.refused };
        keep.set("no." + it.id, refusal);
        unsent.value = [...unsent.value, refusal];
        leave(it.id, { refused: result.refused });
      }
    }
  }

  function leave(id: string, answer: Answer | Promise<Answer>): void {
    keep.drop("op." + id);
    waiting.value = waiting.value.filter((it) => it.id !== id);
    answers.get(id)?.(answer);
    answers.delete(id);
  }

  // What arrived is kept a while: a log that was restored from a copy gets it once more.
  function remember(it: Waiting): void {
    const done = byTime(keep.all<Waiting>("ok."));
    if (done.length >= REMEMBERED) keep.drop("ok." + done[0].id);
    keep.set("ok." + it.id, it);
  }

  return {
    waiting,
    unsent,
    add,
    batch,
    answered,
    landed: () => flying.clear(),
    arrived: () => byTime(keep.all<Waiting>("ok.")),
    again() {
      for (const it of keep.all<Waiting>("ok.")) {
        mine.add(it.id);
        keep.drop("ok." + it.id);
        keep.set("op." + it.id, it);
      }
      waiting.value = byTime(keep.all("op."));
    },
    forget(id: string) {
      keep.drop("no." + id);
      unsent.value = unsent.value.filter((it) => it.id !== id);
    },
  };
}

const byTime = (list: Waiting[]) => list.sort((a, b) => a.at - b.at);
const size = (op: Op) => new TextEncoder().encode(JSON.stringify(op)).length;

function replaces(op: Op, old: Op): boolean {
  return REPEATABLE.has(op.do) && (["do", "board", "card", "item", "check", "column"] as const).every((key) => op[key] === old[key]);
}
