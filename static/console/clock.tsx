// The time of the step on the server's clock, drawn twice a second; it changes text only.
import { signal } from "@preact/signals";
import { t } from "../words";
import type { Timer } from "../wire";
import { live, stage } from "./room";

const beat = signal(0);
setInterval(() => beat.value++, 500);

export function left(timer: Timer): number {
  beat.value;
  return timer.running ? timer.left - live.clock() / 1000 : timer.left;
}

export function inMinutes(seconds: number): string {
  const whole = Math.abs(Math.ceil(seconds));
  return `${seconds < 0 && whole ? "+" : ""}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function hour(at: Date): string {
  return `${String(at.getHours()).padStart(2, "0")}.${String(at.getMinutes()).padStart(2, "0")}`;
}

export const inSeconds = (seconds: number): Date => new Date(Date.now() + 1000 * seconds);

export function BigClock({ minutes }: { minutes: number }) {
  const pause = stage.value.now.break;
  const { timer } = stage.value;
  if (pause?.left != null) return <Face seconds={left({ left: pause.left, running: true, total: 0 })} />;
  if (timer) return <Face seconds={left(timer)} />;
  return (
    <div class="time">
      <b role="timer">{inMinutes(60 * minutes)}</b>
      <span class="small">{t("de tijd loopt nog niet")}</span>
    </div>
  );
}

function Face({ seconds }: { seconds: number }) {
  const end = hour(inSeconds(seconds));
  return (
    <div class={seconds < 0 ? "time over" : "time"}>
      <b role="timer">{inMinutes(seconds)}</b>
      <span class="small">{seconds < 0 ? t("te lang, het was tot {end} uur", { end }) : t("over, tot {end} uur", { end })}</span>
    </div>
  );
}
