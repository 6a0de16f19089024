// Imaginary colleagues in five groups, a block for each. All in one colour, because no group is a better one; the pattern tells them apart.

import { useId } from "preact/hooks";

export const WIDE = 1000;

interface Bar {
  units: number;
  placed: number[]; // per group, in order
  high: number; // of the drawing, when it is WIDE
  grain: number; // of the patterns, in the same measure
}

// The numbers stand beside it as text, so the drawing itself is silent.
export function GroupBar({ units, placed, high, grain }: Bar) {
  const id = useId();
  const groups = placed.flatMap((n, group) => Array.from({ length: n }, () => group));
  const wide = WIDE / units;
  const gap = Math.min(6, wide / 6);
  return (
    <svg class="group-bar" viewBox={`0 0 ${WIDE} ${high}`} aria-hidden="true">
      <Patterns id={id} grain={grain} />
      {Array.from({ length: units }, (_, n) => (
        <Block key={n} id={id} group={groups[n]} x={n * wide + gap / 2} y={gap / 2} wide={wide - gap} high={high - gap} />
      ))}
    </svg>
  );
}

export function GroupSign({ group }: { group: number }) {
  const id = useId();
  return (
    <svg class="group-sign" viewBox="0 0 24 24" aria-hidden="true">
      <Patterns id={id} grain={8} />
      <Block id={id} group={group} x={1.5} y={1.5} wide={21} high={21} />
    </svg>
  );
}

// Without a group it is still free.
function Block({ id, group, x, y, wide, high }: { id: string; group?: number; x: number; y: number; wide: number; high: number }) {
  return <rect class={group === undefined ? "free" : "placed"} fill={group === undefined ? "none" : `url(#${id}-${group})`} x={x} y={y} width={wide} height={high} />;
}

// Full, diagonals, dots, uprights, open.
export function Patterns({ id, grain }: { id: string; grain: number }) {
  const inks = [
    <rect width={grain} height={grain} />,
    <rect width={grain * 0.45} height={grain} />,
    <circle cx={grain / 2} cy={grain / 2} r={grain * 0.27} />,
    <rect width={grain * 0.24} height={grain} />,
    null,
  ];
  return (
    <defs>
      {inks.map((ink, n) => (
        <pattern key={n} id={`${id}-${n}`} width={grain} height={grain} patternUnits="userSpaceOnUse" patternTransform={n === 1 ? "rotate(45)" : undefined}>
          <rect class="ground" width={grain} height={grain} />
          {ink}
        </pattern>
      ))}
    </defs>
  );
}
