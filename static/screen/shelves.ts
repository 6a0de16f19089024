// Cards on shelves, shelves on pages: how many of a row of things fit on each page. The same greedy wrap as CSS does.

import type { Size } from "./fit";

export interface Room extends Size {
  gapX: number;
  gapY: number;
}

export interface Limits {
  things?: number; // on one page
  shelves?: number;
  worth?: number; // things that must stay on a page before one gives way to the sentence about what is left
}

export interface Cut {
  n: number;
  more: boolean; // whether the sentence that says what is left fits too
}

const SLACK = 0.5; // a browser rounds

export function cutPages(sizes: Size[], room: Room, more: Size | null, { things = Infinity, shelves = Infinity, worth = 1 }: Limits = {}): Cut[] {
  const pages: Cut[] = [];
  for (let from = 0; from < sizes.length; ) {
    const page = most(sizes.slice(from, from + things), from + things >= sizes.length, room, more, { shelves, worth });
    pages.push(page);
    from += page.n;
  }
  return pages;
}

const AHEAD = 8; // things looked at to fill a gap

// The order that fills shelves best: when the next thing does not fit beside the others, one of the few after it that does goes first.
export function packed(sizes: Size[], { w, gapX }: Room): number[] {
  const waiting = sizes.map((_, i) => i);
  const order: number[] = [];
  let x = 0;
  while (waiting.length) {
    const beside = waiting.slice(0, AHEAD).findIndex((i) => x > 0 && x + gapX + sizes[i].w <= w + SLACK);
    const [i] = waiting.splice(Math.max(0, beside), 1);
    x = beside < 0 ? sizes[i].w : x + gapX + sizes[i].w;
    order.push(i);
  }
  return order;
}

interface Pen {
  x: number; // where the shelf ends
  y: number; // where the shelf begins
  high: number; // the highest thing on it
  shelf: number;
}

// One thing always goes: an empty page helps nobody.
function most(sizes: Size[], toTheEnd: boolean, room: Room, more: Size | null, { shelves, worth }: Required<Omit<Limits, "things">>): Cut {
  const inside = ({ y, high, shelf }: Pen) => y + high <= room.h + SLACK && shelf <= shelves;
  let pen: Pen = { x: 0, y: 0, high: 0, shelf: 1 };
  let n = 0;
  let withMore = 0;
  for (const size of sizes) {
    pen = put(pen, size, room);
    if (n && !inside(pen)) break;
    n += 1;
    if (more && inside(put(pen, more, room))) withMore = n;
  }
  if (n === sizes.length && toTheEnd) return { n, more: false };
  return withMore === n || withMore >= worth ? { n: withMore, more: true } : { n, more: false };
}

function put({ x, y, high, shelf }: Pen, { w, h }: Size, { w: wide, gapX, gapY }: Room): Pen {
  const next = x > 0 ? x + gapX + w : w;
  if (x > 0 && next > wide + SLACK) return { x: w, y: y + high + gapY, high: h, shelf: shelf + 1 };
  return { x: next, y, high: Math.max(high, h), shelf };
}
