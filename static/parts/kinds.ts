// The kinds of this script, each fetched once: right after coming in, so that a step change needs no network of its own.

import { effect, type Signal, signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { KINDS } from "kinds:phone";
import type { Live } from "../live";
import type { Kind } from "../wire";

const AGAIN_MS = 2_000;
const TRIES = 3; // then the page itself is older than the server

export const kinds: Signal<Record<Kind, ComponentType<{ live: Live }>>> = signal({});

export function fetchKinds(live: Live): void {
  const asked = new Set<Kind>();
  effect(() => {
    const steps = live.stage.value?.steps ?? [];
    const here = live.board.value?.kind;
    for (const kind of [here, ...steps.map((step) => step.kind)]) if (kind && !asked.has(kind)) asked.add(kind) && get(live, kind, 1);
  });
}

function get(live: Live, kind: Kind, tries: number): void {
  KINDS[kind]().then(
    ({ Phone }) => (kinds.value = { ...kinds.value, [kind]: Phone }),
    () => setTimeout(() => again(live, kind, tries), AGAIN_MS),
  );
}

// A browser may remember that a part could not be fetched; what people wrote is kept, so loading the page anew is safe.
function again(live: Live, kind: Kind, tries: number): void {
  const online = live.link.value === "online";
  if (online && tries >= TRIES) location.reload();
  else get(live, kind, online ? tries + 1 : tries);
}
