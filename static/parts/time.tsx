// Time in words, calm: whole minutes, and never a sentence that hurries.

import { useEffect, useState } from "preact/hooks";
import type { Live } from "../live";
import { Icon } from "../icons";
import { minutes, t } from "../words";

export function TimeLeft({ live }: { live: Live }) {
  const stage = live.stage.value;
  const timer = stage?.now.state === "open" && !stage.now.break && !stage.ended ? stage.timer : null;
  useTick(!!timer);
  if (!timer) return null;
  return (
    <p class="left-time">
      <Icon name="clock" />
      {inWords(timer.left - (timer.running ? live.clock() / 1000 : 0))}
    </p>
  );
}

export function inWords(seconds: number): string {
  if (seconds <= 0) return t("De tijd is om. Rond rustig af.");
  if (seconds < 60) return t("nog minder dan een minuut");
  return t("nog {time}", { time: minutes(Math.ceil(seconds / 60)) });
}

// Draws again every second while there is something that counts down.
export function useTick(on: boolean): void {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => tick((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, [on]);
}
