// What fits on the screen is measured, never guessed: type does not shrink below 1/30 of the height, so text gives way.

import { type RefObject, render, type VNode } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

export interface Size {
  w: number;
  h: number;
}

// Tries the forms 0, 1, ... of an element (its CSS reads data-fit) and keeps the first in which nothing sticks out.
export function useFit<E extends HTMLElement>(forms: number): RefObject<E | null> {
  const ref = useRef<E>(null);
  useAgain(ref);
  useLayoutEffect(() => {
    const it = ref.current;
    if (!it) return;
    for (let form = 0; form < forms; form += 1) {
      it.dataset.fit = String(form);
      if (fits(it)) return;
    }
  });
  return ref;
}

// By the boxes of the children: type that is set tighter than its own height sticks out of its lines without being seen.
function fits(it: HTMLElement): boolean {
  const floor = it.getBoundingClientRect().bottom - parseFloat(getComputedStyle(it).paddingBottom) + 1;
  return it.scrollWidth <= it.clientWidth + 1 && [...it.children].every((child) => getComputedStyle(child).position === "absolute" || child.getBoundingClientRect().bottom <= floor);
}

// Draws again when the room of an element changes, or when the font has come.
export function useAgain(ref: RefObject<Element | null>): void {
  const [, again] = useState(0);
  useEffect(() => {
    const look = () => again((n) => n + 1);
    const watch = new ResizeObserver(look);
    if (ref.current) watch.observe(ref.current);
    document.fonts.ready.then(() => (known.clear(), look()));
    return () => watch.disconnect();
  }, []);
}

const known = new Map<string, Size>();
const MANY = 5000;

// The size of each thing as a child of `host`, which is a flex box that wraps. Measured once per text, all in one go.
export function sizesIn(host: HTMLElement, things: { key: string; draw: () => VNode }[]): Size[] {
  const mark = [host.className, host.dataset.fit, host.clientWidth, getComputedStyle(host).fontSize, innerHeight].join();
  const fresh = things.filter(({ key }) => !known.has(mark + key));
  if (known.size > MANY) known.clear();
  if (fresh.length) {
    const ghost = host.cloneNode(false) as HTMLElement;
    ghost.classList.add("ghost");
    ghost.style.setProperty("inline-size", `${host.getBoundingClientRect().width}px`);
    host.parentElement!.append(ghost);
    render(fresh.map(({ draw }) => draw()), ghost);
    fresh.forEach(({ key }, i) => {
      known.set(mark + key, outer(ghost.children[i]));
    });
    render(null, ghost);
    ghost.remove();
  }
  return things.map(({ key }) => known.get(mark + key)!);
}

function outer(it: Element): Size {
  const { width, height } = it.getBoundingClientRect();
  const { marginLeft, marginRight, marginTop, marginBottom } = getComputedStyle(it);
  return { w: width + parseFloat(marginLeft) + parseFloat(marginRight), h: height + parseFloat(marginTop) + parseFloat(marginBottom) };
}
