// Bars and dots grow once, when the facilitator reveals; not when a page turns or a number changes.

import { useEffect, useState } from "preact/hooks";

const GROWING = 1200; // ms

export function useRevealing(): string {
  const [now, set] = useState("revealing");
  useEffect(() => {
    const timer = setTimeout(() => set(""), GROWING);
    return () => clearTimeout(timer);
  }, []);
  return now;
}
