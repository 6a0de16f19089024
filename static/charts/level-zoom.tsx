// One level of the pyramid fills the screen: six piles a page, each with two of its cards; the loose cards after them, as many as fit.

import { useFit } from "../screen/fit";
import { Footer } from "../screen/footer";
import { at, usePages } from "../screen/pages";
import { LevelGlyph } from "../icons";
import type { Live } from "../live";
import { items, type Item, type Level } from "../wire";
import { t } from "../words";
import { type Card, inOrder } from "./piles";
import { Total } from "./total";

const PILES = 6;

export function LevelZoom({ live, level }: { live: Live; level: Level & { question?: string } }) {
  const list = items(live.parts.value).filter(([, item]) => item.level === level.id);
  const ordered = inOrder(list, false).map(([id, it]) => ({ id, it, key: it.text }));
  const piles = chunks(ordered.filter(({ it }) => it.n > 1));
  const loose = usePages({ list: ordered.filter(({ it }) => it.n === 1), draw: card, fill: true });
  const of = piles.length + (loose.pages[0].length ? loose.pages.length : 0);
  const n = of ? at(live.stage.value!.screen?.page ?? 1, of) : 0;
  return (
    <>
      <main class={`zoom fac-level-${level.number}`}>
        <Side level={level} />
        {n < piles.length && (
          <ol class="piles">
            {piles[n].map(({ id, it }) => (
              <Pile key={id} item={it} />
            ))}
          </ol>
        )}
        <ul class="loose" ref={loose.ref}>
          {n >= piles.length && loose.pages[n - piles.length].map(card)}
          {!list.length && <li class="none">{t("Hier ligt nog niets.")}</li>}
        </ul>
      </main>
      <Footer live={live} page={{ n: n + 1, of: Math.max(1, of) }}>
        <Total list={list} />
      </Footer>
    </>
  );
}

function Side({ level }: { level: Level & { question?: string } }) {
  const ref = useFit<HTMLElement>(4);
  return (
    <aside class="side" ref={ref}>
      <i class="fac-pattern" aria-hidden="true" />
      <p class="n" aria-hidden="true">
        {level.number}
      </p>
      <h1>{level.name}</h1>
      <p>{level.whom}</p>
      {level.question && <p class="q">{level.question}</p>}
      <LevelGlyph level={level.number} />
    </aside>
  );
}

function Pile({ item }: { item: Item }) {
  const ref = useFit<HTMLLIElement>(6);
  return (
    <li ref={ref}>
      <b>{item.text}</b>
      <span class="k">
        {item.n}
        <span class="vh"> {t("kaarten")}</span>
      </span>
      <p class="soft">
        {(item.samples ?? []).filter((text) => text !== item.text).map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
    </li>
  );
}

const card = ({ id, it }: Card) => (
  <li class="card" key={id}>
    {it.text}
  </li>
);

function chunks(list: Card[]): Card[][] {
  return Array.from({ length: Math.ceil(list.length / PILES) }, (_, i) => list.slice(i * PILES, (i + 1) * PILES));
}
