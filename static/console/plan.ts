// When each step began or will begin: what was is known, what comes follows from the minutes in the script.
import type { Stage, Step } from "../wire";

export interface Planned {
  step: Step;
  starts: Date;
  ends: Date;
}

const MINUTE = 60_000;

export function planOf(stage: Stage, now: Date): Planned[] {
  const started = 1000 * (stage.started ?? 0);
  const at = stage.steps.findIndex((step) => step.id === stage.now.step);
  let free = now.getTime(); // when the next step can begin
  return stage.steps.map((step, i) => {
    const long = step.skipped ? 0 : step.minutes * MINUTE;
    const began = step.began == null ? null : started + 1000 * step.began;
    const was = began !== null && (i <= at || step.visited);
    const starts = was ? began : free;
    const ends = i === at ? Math.max(starts + long, now.getTime()) : starts + long;
    const pause = step.skipped ? 0 : (step.break_after || 0) * MINUTE;
    free = was && i < at ? free : Math.max(free, ends + pause);
    return { step, starts: new Date(starts), ends: new Date(ends) };
  });
}
