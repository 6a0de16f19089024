// The kinds of this script, each fetched once: the one on stage first, the others right behind it, so that a step change needs no network of its own.

import { effect, type Signal, signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { KINDS } from "kinds:phone";
import type { Live } from "../live";
import type { Kind } from "../wire";
import { fetched } from "./later";

export const kinds: Signal<Record<Kind, ComponentType<{ live: Live }>>> = signal({});

export function fetchKinds(live: Live): void {
  const asked = new Set<Kind>();
  effect(() => {
    const steps = live.stage.value?.steps ?? [];
    const here = live.board.value?.kind;
    const wanted = here && !kinds.value[here] ? [here] : steps.map((step) => step.kind);
    for (const kind of wanted) {
      if (asked.has(kind)) continue;
      asked.add(kind);
      fetched(live, KINDS[kind], ({ Phone }) => (kinds.value = { ...kinds.value, [kind]: Phone }));
    }
  });
}
