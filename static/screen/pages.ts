// A list that is divided into pages by what fits in its own box.

import { type RefObject, type VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { sizesIn, useAgain } from "./fit";
import { type Cut, cutPages, type Limits, type Room } from "./shelves";

export interface Thing<T> {
  id: string;
  key: string; // what decides its size
  it: T;
}

export interface Paged<T> {
  ref: RefObject<any>;
  pages: Thing<T>[][]; // at least one
  says: boolean[]; // per page whether there is room to say how many more there are
}

export interface Paging<T> {
  list: Thing<T>[];
  draw: (thing: Thing<T>) => VNode;
  more?: (n: number) => VNode; // the widest sentence about what is left
  limits?: Limits;
  ref?: RefObject<any>; // a box that is measured for another list too
  forms?: number; // the box has so many looks (data-fit), roomy first; the first in which all fits on one page is taken
}

export function usePages<T>({ list, draw, more, limits, ref: shared, forms = 1 }: Paging<T>): Paged<T> {
  const mine = useRef<HTMLElement>(null);
  const ref = shared ?? mine;
  const [cuts, setCuts] = useState<Cut[]>([]);
  useAgain(ref);
  useLayoutEffect(() => {
    const host = ref.current;
    if (!host) return;
    let found: Cut[] = [];
    for (let form = 0; form < forms; form += 1) {
      if (forms > 1) host.dataset.fit = String(form);
      const sizes = sizesIn(host, list.map((thing) => ({ key: thing.key, draw: () => draw(thing) })));
      const left = more ? sizesIn(host, [{ key: `more ${list.length}`, draw: () => more(list.length) }])[0] : null;
      found = cutPages(sizes, roomOf(host), left, limits);
      if (found.length <= 1 || found[0].n === limits?.things) break;
    }
    if (JSON.stringify(found) !== JSON.stringify(cuts)) setCuts(found);
  });
  return { ref, pages: cut(list, cuts.map(({ n }) => n)), says: cuts.map(({ more }) => more) };
}

function roomOf(host: HTMLElement): Room {
  const style = getComputedStyle(host);
  const px = (name: string) => parseFloat(style.getPropertyValue(name)) || 0;
  return {
    w: host.clientWidth - px("padding-left") - px("padding-right"),
    h: host.clientHeight - px("padding-top") - px("padding-bottom"),
    gapX: px("column-gap"),
    gapY: px("row-gap"),
  };
}

// Between a new list and its measuring the old counts hold for a moment: what they do not cover goes on the last page.
function cut<T>(list: T[], counts: number[]): T[][] {
  const pages: T[][] = [];
  let from = 0;
  for (const n of counts) {
    if (from < list.length) pages.push(list.slice(from, from + n));
    from += n;
  }
  if (from < list.length && counts.length) pages[pages.length - 1] = [...(pages[pages.length - 1] ?? []), ...list.slice(from)];
  return pages.length ? pages : [[]];
}

// The facilitator turns pages; after the last comes the first.
export const at = (page: number, of: number): number => (((page - 1) % of) + of) % of;
