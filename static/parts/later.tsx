// A part of the page that few steps need. It is fetched when the first of them is there: that came over a line that works.

import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import type { Live } from "../live";

const AGAIN_MS = 2_000;
const TRIES = 3; // then the page itself is older than the server

export function later<P extends { live: Live }>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const found = signal<ComponentType<P> | null>(null);
  let asked = false;
  return function Later(props: P) {
    if (!asked) {
      asked = true;
      fetched(props.live, load, (it) => (found.value = it));
    }
    const Found = found.value;
    return Found && <Found {...props} />;
  };
}

// Until it is there. A browser may remember that a part could not be fetched; what people wrote is kept, so loading the page anew is safe.
export function fetched<T>(live: Live, load: () => Promise<T>, got: (it: T) => void, tries = 1): void {
  load().then(got, () =>
    setTimeout(() => {
      const online = live.link.value === "online";
      if (online && tries >= TRIES) location.reload();
      else fetched(live, load, got, online ? tries + 1 : tries);
    }, AGAIN_MS),
  );
}
