// The lines of the map: in the gutter between two columns of texts, never over a text. Measured, because only the page knows how high a text is.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useAgain } from "../screen/fit";
import type { Relation, RelationType } from "../wire";
import { t } from "../words";
import { inWords, Stroke, typeAt } from "./relation-line";

interface Size {
  w: number;
  h: number;
  unit: number;
  boxes: Record<string, { top: number; bottom: number; right: boolean }>;
}

interface LinesProps {
  lines: [string, Relation][]; // the strongest first
  types: RelationType[];
  text: (id: string) => string;
}

export function Lines({ lines, types, text }: LinesProps) {
  const ref = useRef<SVGSVGElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useAgain(ref);
  useLayoutEffect(() => {
    const now = measured(ref.current!);
    if (JSON.stringify(now) !== JSON.stringify(size)) setSize(now);
  });
  const said = lines.length ? lines.map(([, link]) => inWords(link, types, text)).join(" ") : t("Nog geen verbanden.");
  return (
    <svg class="lines" ref={ref} role="img" aria-label={said} viewBox={size ? `0 0 ${size.w} ${size.h}` : undefined}>
      {size && drawn(lines, types, size)}
    </svg>
  );
}

function measured(svg: SVGSVGElement): Size {
  const { top, width, height } = svg.getBoundingClientRect();
  const boxes: Size["boxes"] = {};
  for (const it of svg.parentElement!.querySelectorAll<HTMLElement>("[data-item]")) {
    const box = it.getBoundingClientRect();
    boxes[it.dataset.item!] = { top: Math.round(box.top - top), bottom: Math.round(box.bottom - top), right: !!it.closest(".right") };
  }
  return { w: Math.round(width), h: Math.round(height), unit: innerHeight / 30, boxes };
}

const AIR = 0.42; // of the gutter, how far a line between two texts of one column comes out
const TRIES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78]; // where on a line its number may stand

function drawn(lines: [string, Relation][], types: RelationType[], size: Size) {
  const { unit, boxes } = size;
  const known = lines.filter(([, { a, b }]) => boxes[a] && boxes[b]);
  const most = Math.max(1, ...known.map(([, { n }]) => n));
  const wide = (n: number) => Math.round(unit * (0.12 + (most > 1 ? (0.4 * (n - 1)) / (most - 1) : 0.12)));
  const ends = ports(known, boxes, unit);
  const placed: { x: number; y: number }[] = [];
  const paths = known.map(([key, { a, b, n, type }]) => {
    const curve = curveOf(ends[`${key} ${a}`], boxes[a].right, ends[`${key} ${b}`], boxes[b].right, size);
    const at = TRIES.map((part) => pointOn(curve, part)).find((it) => placed.every(({ x, y }) => Math.abs(x - it.x) > 1.6 * unit || Math.abs(y - it.y) > 1.25 * unit));
    if (at) placed.push(at);
    return { key, n, at, type: typeAt(types, type), d: `M${curve[0]}C${curve.slice(1).join(" ")}`, wide: wide(n) };
  });
  return (
    <>
      {[...paths].reverse().map(({ key, d, type, wide }) => (
        <Stroke key={key} d={d} type={type} wide={wide} />
      ))}
      {paths.map(({ key, at, n }) => at && <Count key={`n${key}`} {...at} n={n} unit={unit} />)}
    </>
  );
}

function Count({ x, y, n, unit }: { x: number; y: number; n: number; unit: number }) {
  const w = unit * (0.55 + 0.62 * String(n).length);
  return (
    <g class="count">
      <rect x={x - w / 2} y={y - 0.58 * unit} width={w} height={1.16 * unit} rx={0.2 * unit} />
      <text x={x} y={y + 0.36 * unit} font-size={unit}>
        {n}
      </text>
    </g>
  );
}

type Point = [number, number];

// Where each line leaves its text: spread over the edge, in the order of where the other ends are, so that lines of one text do not cross.
function ports(lines: [string, Relation][], boxes: Size["boxes"], unit: number): Record<string, number> {
  const found: Record<string, number> = {};
  const middle = (id: string) => (boxes[id].top + boxes[id].bottom) / 2;
  for (const id of Object.keys(boxes)) {
    const mine = lines.filter(([, { a, b }]) => a === id || b === id).map(([key, { a, b }]) => ({ key, other: a === id ? b : a }));
    const far = ({ other }: { other: string }) => (boxes[other].right === boxes[id].right ? (middle(other) < middle(id) ? -1 : 1) * 1e5 - middle(other) : middle(other));
    mine.sort((one, two) => far(one) - far(two));
    const room = Math.min(0.7 * unit, (boxes[id].bottom - boxes[id].top - 0.4 * unit) / Math.max(1, mine.length - 1));
    mine.forEach(({ key }, i) => (found[`${key} ${id}`] = middle(id) + (i - (mine.length - 1) / 2) * room));
  }
  return found;
}

// A gentle curve across the gutter, or a bow back to the same column.
function curveOf(y1: number, right1: boolean, y2: number, right2: boolean, { w, h }: Size): [Point, Point, Point, Point] {
  const x = (right: boolean) => (right ? w : 0);
  if (right1 !== right2) {
    const bend = (right: boolean) => (right ? w * 0.62 : w * 0.38);
    return [[x(right1), y1], [bend(right1), y1], [bend(right2), y2], [x(right2), y2]];
  }
  const out = w * (0.16 + AIR * Math.min(1, Math.abs(y2 - y1) / h));
  const bow = right1 ? w - out : out;
  return [[x(right1), y1], [bow, y1], [bow, y2], [x(right2), y2]];
}

function pointOn([p, q, r, s]: [Point, Point, Point, Point], part: number): { x: number; y: number } {
  const rest = 1 - part;
  const along = (i: 0 | 1) => rest ** 3 * p[i] + 3 * rest ** 2 * part * q[i] + 3 * rest * part ** 2 * r[i] + part ** 3 * s[i];
  return { x: along(0), y: along(1) };
}
