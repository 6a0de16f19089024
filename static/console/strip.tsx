// The strip of the script: a block per step, as long as its minutes, a gap for a break; orange is on, the line is this moment.
import { t } from "../words";
import { hour } from "./clock";
import type { Planned } from "./plan";
import { stage } from "./room";
import { numberOf } from "./steps";

const WIDE = 1318;

interface Block {
  it: Planned;
  from: number;
  wide: number;
}

export function Strip({ plan }: { plan: Planned[] }) {
  const blocks = laidOut(plan.filter((it) => !it.step.skipped));
  if (!blocks.length) return null;
  const [start, end] = [blocks[0].it.starts, blocks[blocks.length - 1].it.ends];
  return (
    <svg class="strip" viewBox={`0 0 ${WIDE} 66`} role="img" aria-label={t("Tijdlijn van {start} tot {end} uur", { start: hour(start), end: hour(end) })}>
      {blocks.map((block) => (
        <Step key={block.it.step.id} {...block} />
      ))}
      <Moment blocks={blocks} />
      <text class="end" x={WIDE} y={62}>
        {hour(end)}
      </text>
    </svg>
  );
}

function laidOut(plan: Planned[]): Block[] {
  const total = plan.reduce((sum, { step }) => sum + step.minutes + (step.break_after || 0), 0);
  let from = 0;
  return plan.map((it) => {
    const block = { it, from, wide: (WIDE * it.step.minutes) / total };
    from += block.wide + (WIDE * (it.step.break_after || 0)) / total;
    return block;
  });
}

function Step({ it: { step, starts }, from, wide }: Block) {
  const look = stage.value.now.step === step.id ? "cur" : step.visited ? "done" : "todo";
  return (
    <>
      <rect class={look} x={from + 1} y={3} width={Math.max(2, wide - 4)} height={38} />
      <text class={`in ${look}`} x={from + wide / 2} y={28}>
        {numberOf(stage.value, step.id)}
      </text>
      {wide > 60 && (
        <text x={from} y={62}>
          {hour(starts)}
        </text>
      )}
    </>
  );
}

function Moment({ blocks }: { blocks: Block[] }) {
  const on = blocks.find(({ it }) => it.step.id === stage.value.now.step);
  if (!on) return null;
  const part = Math.min(1, (Date.now() - on.it.starts.getTime()) / (60_000 * on.it.step.minutes));
  const x = on.from + part * on.wide;
  return <line class="now" x1={x} x2={x} y1={-2} y2={46} />;
}
