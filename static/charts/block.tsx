// One level of the gable: its plate (number, name, for whom, pattern) and the cards that fit on two shelves.

import { useLayoutEffect } from "preact/hooks";
import { usePages } from "../screen/pages";
import type { Item, Level, Strand } from "../wire";
import { cards, t } from "../words";
import { type Card, cardsIn, inOrder, leftOver, sheets } from "./piles";

// On the screen there is room for two or three words.
const WHOM: Record<string, () => string> = {
  foundation: () => t("ons eigen team"),
  base: () => t("alle leerlingen"),
  extra: () => t("voor groepjes"),
  intensive: () => t("voor enkelen"),
};
const EMPTY: Record<string, () => string> = {
  foundation: () => t("Hier komen kaarten voor ons eigen team."),
  base: () => t("Hier komen kaarten voor alle leerlingen."),
  extra: () => t("Hier komen kaarten voor groepjes."),
  intensive: () => t("Hier komen kaarten voor enkelen."),
};

const SHELVES = { shelves: 2, worth: 3 }; // a third shelf touches the edge of the block; the plate has the total too

interface Shown {
  level: Level;
  list: [string, Item][];
  letters: Map<string, Strand>;
  counted: boolean;
  page: number;
  fresh: Set<string>;
  tell: (pages: number) => void;
}

export function Block({ level, list, letters, counted, page, fresh, tell }: Shown) {
  const draw = ({ id, it }: Card) => <PileOrCard key={id} item={it} letter={it.n === 1 ? letters.get(it.strand ?? "") : undefined} fresh={fresh.has(id)} />;
  const things = (newest: boolean) => inOrder(list, newest).map(([id, it]) => ({ id, it, key: `${it.text}|${sheets(it.n)}${it.n}|${letters.size && it.strand}` }));
  const byAge = usePages({ list: things(false), draw, more, limits: SHELVES });
  const { ref, pages, says } = usePages({ list: things(byAge.pages.length > 1), draw, more, limits: SHELVES, ref: byAge.ref, fill: true });
  const at = Math.min(page, pages.length - 1);
  const left = pages.slice(at + 1).flat().map(({ it }) => it);
  useLayoutEffect(() => tell(pages.length));
  return (
    <section class={`blk fac-level-${level.number} ${list.length ? "" : "empty"}`} aria-label={t("Laag {n}, {name}, {cards}", { n: level.number, name: level.name, cards: cards(cardsIn(list)) })}>
      <div class="plate">
        <i class="fac-pattern" aria-hidden="true" />
        <span class="n">{level.number}</span>
        <h2>{level.name}</h2>
        <span>{counted && list.length ? cards(cardsIn(list)) : (WHOM[level.id]?.() ?? level.whom)}</span>
      </div>
      <ul class="cards" ref={ref}>
        {pages[at].map(draw)}
        {left.length > 0 && says[at] && <li class="more" key="more">{leftOver(left)}</li>}
        {!list.length && <li class="none">{EMPTY[level.id]?.() ?? t("Hier komen kaarten.")}</li>}
      </ul>
    </section>
  );
}

const more = (n: number) => <li class="more">{`+ ${cards(10 * n)}`}</li>;

function PileOrCard({ item, letter, fresh }: { item: Item; letter?: Strand; fresh: boolean }) {
  return (
    <li class={`card ${sheets(item.n)} ${fresh ? "new" : ""}`}>
      <span>{item.text}</span>
      {item.n > 1 && (
        <b class="k">
          {item.n}
          <span class="vh"> {t("kaarten")}</span>
        </b>
      )}
      {letter && (
        <span class="st">
          <span aria-hidden="true">{letter.letter}</span>
          <span class="vh">{letter.name}</span>
        </span>
      )}
    </li>
  );
}
