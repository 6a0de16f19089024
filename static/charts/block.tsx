// One level of the gable: its plate (number, name, for whom, pattern) and the cards that fit on two shelves.

import { useLayoutEffect } from "preact/hooks";
import { useFit } from "../screen/fit";
import { usePages } from "../screen/pages";
import { Icon } from "../icons";
import type { Item, Level, Parts, Strand } from "../wire";
import { cards, t, wishes } from "../words";
import { type Before, countOf } from "./pyramid-last";
import { type Card, cardsIn, inOrder, leftOver, sheets, wishesIn } from "./piles";

// On the screen there is room for two or three words.
const WHOM: Record<string, (pupils: string) => string> = {
  foundation: () => t("ons eigen team"),
  base: (pupils) => t("alle {pupils}", { pupils }),
  extra: () => t("voor groepjes"),
  intensive: () => t("voor enkelen"),
};
const EMPTY: Record<string, (pupils: string) => string> = {
  foundation: () => t("Hier komen kaarten voor ons eigen team."),
  base: (pupils) => t("Hier komen kaarten voor alle {pupils}.", { pupils }),
  extra: () => t("Hier komen kaarten voor groepjes."),
  intensive: () => t("Hier komen kaarten voor enkelen."),
};

// Rough shares of pupils, only while we talk about it; the foundation is about the team and has none.
const SHARE: Record<string, () => string> = {
  base: () => t("genoeg voor 80-90%"),
  extra: () => t("nodig voor 5-15%"),
  intensive: () => t("nodig voor 1-5%"),
};

const SHELVES = { shelves: 2, worth: 3 }; // a third shelf touches the edge of the block; the plate has the total too

interface Shown {
  level: Level;
  levels: Level[];
  list: [string, Item][];
  parts: Parts;
  letters: Map<string, Strand>;
  counted: boolean;
  talking: boolean;
  gaps: string[];
  was: Before[]; // what lay here last time
  page: number;
  fresh: Set<string>;
  tell: (pages: number) => void;
}

export function Block({ level, levels, list, parts, letters, counted, talking, gaps, was, page, fresh, tell }: Shown) {
  const draw = ({ id, it }: Card) => <PileOrCard key={id} item={it} letter={it.n === 1 ? letters.get(it.strand ?? "") : undefined} from={briefly(it, parts, levels)} fresh={fresh.has(id)} />;
  const things = (newest: boolean) => inOrder(list, newest).map(([id, it]) => ({ id, it, key: `${it.text}|${sheets(it.n)}${it.n}|${letters.size && it.strand}|${it.wish}|${briefly(it, parts, levels)}` }));
  const wished = wishesIn(list);
  const more = (n: number) => <li class="more">{`+ ${cards(10 * n)}${wished ? t(" en ") + wishes(10 * wished) : ""}`}</li>;
  const byAge = usePages({ list: things(false), draw, more, limits: SHELVES });
  const { ref, pages, says } = usePages({ list: things(byAge.pages.length > 1), draw, more, limits: SHELVES, ref: byAge.ref, fill: true });
  const at = Math.min(page, pages.length - 1);
  const left = pages.slice(at + 1).flat().map(({ it }) => it);
  const n = cardsIn(list);
  useLayoutEffect(() => tell(pages.length));
  return (
    <section class={`blk fac-level-${level.number} ${list.length ? "" : "empty"} ${talking ? "talk" : ""} ${gaps.length || was.length ? "lacks" : ""}`} aria-label={t("Laag {n}, {name}, {cards}", { n: level.number, name: level.name, cards: cards(n) })}>
      <div class="plate">
        <i class="fac-pattern" aria-hidden="true" />
        <span class="n">{level.number}</span>
        {talking && counted && n > 0 && <span class="sum">{cards(n)}</span>}
        <h2>{level.name}</h2>
        <span>{talking && SHARE[level.id] ? SHARE[level.id]() : counted && n && !talking ? cards(n) : (WHOM[level.id]?.(parts.config.pupils) ?? level.whom)}</span>
      </div>
      <ul class="cards" ref={ref}>
        {pages[at].map(draw)}
        {left.length > 0 && says[at] && <li class="more" key="more">{leftOver(left)}</li>}
        {!list.length && !gaps.length && <li class="none">{talking ? t("Hier ligt nog niets.") : (EMPTY[level.id]?.(parts.config.pupils) ?? t("Hier komen kaarten."))}</li>}
      </ul>
      {gaps.length > 0 ? <Gap names={gaps} /> : was.length > 0 && <LastTime was={was} />}
    </section>
  );
}

// What lay here last time, as far as its words fit on the line; else how many cards.
function LastTime({ was }: { was: Before[] }) {
  const ref = useFit<HTMLParagraphElement>(4);
  const n = cards(countOf(was));
  const some = (most: number) => [...was.slice(0, most).map(({ text }) => text), ...(was.length > most ? [t("en nog {n}", { n: was.length - most })] : [])].join(" · ");
  return (
    <p class="gap was" ref={ref}>
      {[was.length, 2, 1].map((most, i) => (
        <span key={i}>{t("vorige keer {cards}: {texts}", { cards: n, texts: some(most) })}</span>
      ))}
      <span>{t("vorige keer {cards}", { cards: n })}</span>
    </p>
  );
}

// Who we have nothing for on this level; where the names do not fit, how many.
function Gap({ names }: { names: string[] }) {
  const ref = useFit<HTMLParagraphElement>(2);
  const [last, ...rest] = [...names].reverse();
  const listed = rest.length ? `${rest.reverse().join(", ")}${t(" en ")}${last}` : last;
  return (
    <p class="gap" ref={ref}>
      <span>{t("nog niets voor {names}", { names: listed })}</span>
      <span>{names.length > 1 ? t("nog niets voor {n} groepen", { n: names.length }) : listed}</span>
    </p>
  );
}


// The level that a card came down from, when that card is in sight.
export function cameFrom(item: Item, parts: Parts, levels: Level[]): string | undefined {
  if (!item.lowers) return undefined;
  const level = levels.find(({ id }) => id === parts[item.lowers!]?.level);
  return level ? t("van {n} {name}", { n: level.number, name: level.name }) : t("een laag lager");
}

// In a block only its number: the name stands on the plate above.
function briefly(item: Item, parts: Parts, levels: Level[]): string | undefined {
  const level = levels.find(({ id }) => id === parts[item.lowers ?? ""]?.level);
  return level ? t("van {n}", { n: level.number }) : cameFrom(item, parts, levels);
}

function PileOrCard({ item, letter, from, fresh }: { item: Item; letter?: Strand; from?: string; fresh: boolean }) {
  return (
    <li class={`card ${sheets(item.n)} ${item.wish ? "wish" : ""} ${fresh ? "new" : ""}`}>
      <span>
        {item.text}
        {item.wish && <span class="vh"> {t("(wens)")}</span>}
      </span>
      {from && (
        <span class="from">
          <Icon name="down" /> {from}
        </span>
      )}
      {item.n > 1 && (
        <b class="k">
          {item.n}
          <span class="vh"> {item.wish ? t("wensen") : t("kaarten")}</span>
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
