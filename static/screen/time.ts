// The time that is left, in words and figures. It changes text only; nothing on the screen hurries or blinks.

import type { Live } from "../live";
import { minutes, nt, t } from "../words";

export const timeLeft = (live: Live, left: number): number => left - live.clock() / 1000;

// Whole minutes, and in the last one steps of ten seconds: a number that jumps every second draws all eyes.
export function inWords(seconds: number): string {
  if (seconds <= 0) return t("de tijd is om");
  if (seconds <= 50) return nt("nog {n} seconde", "nog {n} seconden", Math.ceil(seconds / 10) * 10);
  return t("nog {time}", { time: minutes(Math.ceil(seconds / 60)) });
}

export function inFigures(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

// The time of day it will be over, as people say it here: 14.52.
export function until(seconds: number): string {
  const end = new Date(Date.now() + Math.max(0, seconds) * 1000);
  return `${end.getHours()}.${String(end.getMinutes()).padStart(2, "0")}`;
}
