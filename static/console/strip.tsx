// The strip of the script: a block per step, as long as its minutes; orange is now.
import { t } from "../words";
import { hour } from "./clock";
import type { Planned } from "./plan";
import { stage } from "./room";

const WIDE = 900;

export function Strip({ plan }: { plan: Planned[] }) {
  const taken = plan.filter((it) => !it.step.skipped);
  const total = taken.reduce((sum, it) => sum + it.step.minutes, 0) || 1;
  let x = 0;
  const first = taken[0];
  const last = taken[taken.length - 1];
  if (!first) return null;
  const name = t("Tijdlijn van {start} tot {end} uur", { start: hour(first.starts), end: hour(last.ends) });
  return (
    <>
      <svg class="strip" viewBox={`0 0 ${WIDE} 30`} role="img" aria-label={name} preserveAspectRatio="none">
        {taken.map(({ step }) => {
          const width = (WIDE * step.minutes) / total;
          const left = x;
          x += width;
          const look = stage.value.now.step === step.id ? "cur" : step.visited ? "done" : "todo";
          return <rect key={step.id} class={look} x={left + 1} y={1} width={Math.max(2, width - 3)} height={27} />;
        })}
      </svg>
      <div class="split small strip-ends" aria-hidden="true">
        <span>{hour(first.starts)}</span>
        <span>{hour(last.ends)}</span>
      </div>
    </>
  );
}
