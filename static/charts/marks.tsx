// Dots and bars of a ballot: disc, ring, square, triangle; over 14 dots a bar in the ballot's own pattern. Never colour alone.

export const MOST_DOTS = 14;
const PITCH = 36; // of a dot, in a row of 50 high

const SHAPES = [
  (x: number) => <circle cx={x} cy="25" r="15.5" />,
  (x: number) => <circle class="ring" cx={x} cy="25" r="12.5" />,
  (x: number) => <rect x={x - 14} y="11" width="28" height="28" />,
  (x: number) => <path d={`M${x} 9l16 30h-32z`} />,
];

interface Row {
  ballot: number;
  n: number;
  most: number; // in the longest row
  from?: "left" | "right";
  bars?: boolean; // also when there are few
}

// The number stands beside it as text, so the drawing itself is silent.
export function Votes({ ballot, n, most, from = "left", bars = most > MOST_DOTS }: Row) {
  const wide = PITCH * MOST_DOTS;
  return (
    <svg class={`votes b${ballot + 1} grow-${from}`} viewBox={`0 0 ${wide} 50`} preserveAspectRatio={from === "left" ? "xMinYMid" : "xMaxYMid"} aria-hidden="true">
      {!bars ? <Dots ballot={ballot} n={n} at={(i) => (from === "left" ? PITCH * (i + 0.5) : wide - PITCH * (i + 0.5))} /> : <Bar ballot={ballot} wide={(wide * n) / most} from={from === "left" ? 0 : wide - (wide * n) / most} />}
    </svg>
  );
}

function Dots({ ballot, n, at }: { ballot: number; n: number; at: (i: number) => number }) {
  return (
    <>
      {Array.from({ length: n }, (_, i) => (
        <g key={i}>{SHAPES[ballot](at(i))}</g>
      ))}
    </>
  );
}

function Bar({ ballot, wide, from }: { ballot: number; wide: number; from: number }) {
  return (
    <>
      <rect class="bar" fill={ballot ? `url(#ballot-${ballot + 1})` : undefined} x={from} y="5" width={wide} height="40" />
      {ballot > 0 && wide > 0 && <rect class="edge" x={from + 1.5} y="6.5" width={Math.max(0, wide - 3)} height="37" />}
    </>
  );
}

// The patterns of ballots 2, 3 and 4, once per page: hatched, dotted, upright lines. The first is full.
export function Patterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <pattern id="ballot-2" class="b2" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="12" />
      </pattern>
      <pattern id="ballot-3" class="b3" width="12" height="12" patternUnits="userSpaceOnUse">
        <circle cx="6" cy="6" r="3.6" />
      </pattern>
      <pattern id="ballot-4" class="b4" width="10" height="10" patternUnits="userSpaceOnUse">
        <rect width="4.5" height="10" />
      </pattern>
    </svg>
  );
}

export function BallotSign({ ballot }: { ballot: number }) {
  return (
    <svg class={`ballot-sign b${ballot + 1}`} viewBox="0 5 40 40" aria-hidden="true">
      {SHAPES[ballot](20)}
    </svg>
  );
}
