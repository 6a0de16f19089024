// The time of the step on the server's clock, drawn twice a second; it changes text only.
import { signal } from "@preact/signals";
import { t } from "../words";
import type { Timer } from "../wire";
import { moreTime } from "./leading";
import { Press } from "./press";
import { live, sheet, stage } from "./room";

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
  if (pause) return <Face seconds={left({ left: pause.left ?? 0, running: true, total: 0 })} />;
  return (
    <div>
      {timer ? <Face seconds={left(timer)} /> : <Face seconds={60 * minutes} still />}
      <div class="row times">
        <Press look="quiet" word={timer ? t("+ 1 minuut") : t("Start de tijd")} letter="T" onPress={moreTime} />
        <Press look="quiet" word={t("Pauze")} letter="U" onPress={() => (sheet.value = "break")} />
      </div>
    </div>
  );
}

function Face({ seconds, still }: { seconds: number; still?: boolean }) {
  const end = hour(inSeconds(seconds));
  const told = still ? t("de tijd loopt nog niet") : seconds < 0 ? t("te lang, het was tot {end} uur", { end }) : t("over, tot {end} uur", { end });
  return (
    <div class={seconds < 0 ? "time over" : "time"}>
      <b role="timer">{inMinutes(seconds)}</b>
      <span class="small">{told}</span>
    </div>
  );
}
