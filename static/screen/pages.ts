// A list that is divided into pages by what fits in its own box.

import { type RefObject, type VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { sizesIn, useAgain } from "./fit";
import { type Cut, cutPages, type Limits, packed, type Room } from "./shelves";

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
  fill?: boolean; // what takes more than a page may change places to fill the shelves
  forms?: number; // the box has so many looks (data-fit), roomy first; the first in which all fits on one page is taken
}

interface Plan {
  cuts: Cut[];
  order: string[]; // ids; empty: as it came
}

export function usePages<T>({ list, draw, more, limits, ref: shared, fill, forms = 1 }: Paging<T>): Paged<T> {
  const mine = useRef<HTMLElement>(null);
  const ref = shared ?? mine;
  const [plan, setPlan] = useState<Plan>({ cuts: [], order: [] });
  useAgain(ref);
  useLayoutEffect(() => {
    const host = ref.current;
    if (!host) return;
    let found: Plan = { cuts: [], order: [] };
    for (let form = 0; form < forms; form += 1) {
      if (forms > 1) host.dataset.fit = String(form);
      const sizes = sizesIn(host, list.map((thing) => ({ key: thing.key, draw: () => draw(thing) })));
      const rest = more?.(list.length);
      const left = rest ? sizesIn(host, [{ key: `more ${list.length} ${rest.props.children}`, draw: () => rest }])[0] : null;
      found = { cuts: cutPages(sizes, roomOf(host), left, limits), order: [] };
      if (found.cuts.length <= 1 || found.cuts[0].n === limits?.things) break;
      if (fill) {
        const order = packed(sizes, roomOf(host));
        found = { cuts: cutPages(order.map((i) => sizes[i]), roomOf(host), left, limits), order: order.map((i) => list[i].id) };
      }
    }
    if (JSON.stringify(found) !== JSON.stringify(plan)) setPlan(found);
  });
  return { ref, pages: cut(inPlace(list, plan.order), plan.cuts.map(({ n }) => n)), says: plan.cuts.map(({ more }) => more) };
}

// What is not in the order yet came a moment ago and stands first.
function inPlace<T>(list: Thing<T>[], order: string[]): Thing<T>[] {
  if (!order.length) return list;
  const places = new Map(order.map((id, i) => [id, i]));
  return [...list].sort((a, b) => (places.get(a.id) ?? -1) - (places.get(b.id) ?? -1));
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
