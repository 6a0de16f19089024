// Every answer as a dot, heaped over its point; a bar per point when they are too many. Under them the middle half as a thick line and the median as a triangle.
// Last time is a grey band behind it, its median a grey line.

import { figure, middle } from "../parts/answers";
import type { Parts, Scores, Was } from "../wire";
import { t } from "../words";
import { wasFigure } from "./last-time";

// All sizes are in thousandths of the height of the screen.
const foot = (high: number) => Math.max(13, 0.07 * high); // room for the line and the triangle
const LEAST = 9; // between the middles of two dots that can still be told apart
const most = (high: number) => Math.max(30, high / 8);
const AIR = 0.86; // of a point's width that its heap may take

export interface Room {
  wide: number;
  high: number;
}

// How far apart the dots of these heaps are, the same for all; 0 when the largest does not fit as dots.
export function pitchOf(all: Scores[], { wide, high }: Room): number {
  const fullest = Math.max(1, ...all.flatMap(({ counts }) => counts));
  const across = (AIR * wide) / (all[0]?.counts.length ?? 1);
  for (let pitch = most(high); pitch >= LEAST; pitch -= 1) if (Math.floor((high - foot(high)) / pitch) * Math.floor(across / pitch) >= fullest) return pitch;
  return 0;
}

interface HeapProps extends Room {
  parts: Parts;
  scores: Scores;
  pitch: number;
  fullest: number; // people on the fullest point of all heaps
  was?: Was;
}

export function Heap({ parts, scores, pitch, fullest, wide, high, was }: HeapProps) {
  const { counts, median, low, high: upper } = scores;
  const across = wide / counts.length;
  const x = (point: number) => (point - 0.5) * across;
  const floor = high - foot(high);
  const unit = foot(high) / 13;
  return (
    <svg class="heap" viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={told(parts, scores, was)}>
      {was?.median != null && (
        <g class="was">
          <rect x={x(was.low!) - 8 * unit} y="0" width={x(was.high!) - x(was.low!) + 16 * unit} height={floor} />
          <path d={`M${x(was.median)} 0V${floor}`} stroke-width={2.5 * unit} />
        </g>
      )}
      <g class="grow">{counts.map((n, i) => (pitch ? <Dots key={i} n={n} x={x(i + 1)} floor={floor} pitch={pitch} /> : <Bar key={i} tall={(n / fullest) * floor} x={x(i + 1)} floor={floor} wide={across * 0.7} />))}</g>
      <rect class="base" x="0" y={floor + 1} width={wide} height="1.5" />
      {median !== null && (
        <>
          <rect class="half" x={x(low!) - 8 * unit} y={floor} width={x(upper!) - x(low!) + 16 * unit} height={5 * unit} />
          <path class="mid" d={`M${x(median)} ${floor + 6 * unit}l${7 * unit} ${7 * unit}h${-14 * unit}z`} />
        </>
      )}
    </svg>
  );
}

// Rows as wide as needed, the fullest at the bottom.
function Dots({ n, x, floor, pitch }: { n: number; x: number; floor: number; pitch: number }) {
  const row = Math.ceil(n / Math.floor(floor / pitch));
  return (
    <>
      {Array.from({ length: n }, (_, i) => {
        const level = Math.floor(i / row);
        const inRow = Math.min(row, n - level * row);
        return <circle key={i} cx={x + ((i % row) - (inRow - 1) / 2) * pitch} cy={floor - (level + 0.5) * pitch} r={pitch * 0.45} />;
      })}
    </>
  );
}

function Bar({ tall, x, floor, wide }: { tall: number; x: number; floor: number; wide: number }) {
  return <rect x={x - wide / 2} y={floor - tall} width={wide} height={tall} />;
}

// The numbers for who cannot see the heap: "3 keer niet goed, 9 keer goed. Mediaan 4, goed."
export function told(parts: Parts, { counts, median }: Scores, was?: Was): string {
  const said = counts.map((n, i) => (n ? t("{n} keer {label}", { n, label: middle(parts, i + 1) }) : "")).filter(Boolean);
  const before = was ? ` ${capital(wasFigure(was))}.` : "";
  if (median === null) return t("Niemand gaf een cijfer.") + before;
  return `${said.join(", ")}. ${t("Mediaan {n}, {label}.", { n: figure(median), label: middle(parts, median) })}${before}`;
}

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);
