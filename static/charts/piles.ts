// The order of cards on the screen and the words that count them; the same for the pyramid and the wall.

import type { Thing } from "../screen/pages";
import type { Item } from "../wire";
import { cards, nt, t, wishes } from "../words";

export type Card = Thing<Item>;

// What is there, before what is wished. Piles first, the biggest on top, ties by age. Loose cards by age while all fit; where they do not, the newest first.
export function inOrder(list: [string, Item][], newestFirst: boolean): [string, Item][] {
  const age = (a: Item, b: Item) => a.at - b.at;
  return [...list].sort(([, a], [, b]) => Number(!!a.wish) - Number(!!b.wish) || b.n - a.n || (newestFirst && a.n === 1 ? age(b, a) : age(a, b)));
}

// A wish is no card of what is there: it is counted apart.
export const cardsIn = (list: [string, Item][]): number => sumOf(list.filter(([, { wish }]) => !wish));
export const wishesIn = (list: [string, Item][]): number => sumOf(list.filter(([, { wish }]) => wish));
const sumOf = (list: [string, Item][]): number => list.reduce((sum, [, { n }]) => sum + n, 0);

// What did not fit: "+ 3 bundels" when only piles are left, else the cards in all of it; wishes apart.
export function leftOver(list: Item[]): string {
  const there = list.filter(({ wish }) => !wish);
  const wished = list.filter(({ wish }) => wish).reduce((sum, { n }) => sum + n, 0);
  const piles = there.every(({ n }) => n > 1);
  const said = piles ? nt("{n} bundel", "{n} bundels", there.length) : cards(there.reduce((sum, { n }) => sum + n, 0));
  return `+ ${[there.length && said, wished && wishes(wished)].filter(Boolean).join(t(" en "))}`;
}

// ", 30 bundels" after the number of cards; " in 30 bundels" when there is nothing else.
export function inBundles(list: [string, Item][]): string {
  const piles = list.filter(([, { n, wish }]) => n > 1 && !wish).length;
  if (!piles) return "";
  const bundles = nt("{n} bundel", "{n} bundels", piles);
  return piles === list.length ? t(" in {bundles}", { bundles }) : t(", {bundles}", { bundles });
}

// 1, 2 or 3 sheets under a pile: 2-4, 5-9, 10 cards and more.
export const sheets = (n: number): string => (n < 2 ? "" : n < 5 ? "pile p1" : n < 10 ? "pile p2" : "pile p3");
