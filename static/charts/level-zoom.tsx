// One level of the pyramid fills the screen: six piles a page, each with two of its cards; the loose cards after them, as many as fit.

import { useFit } from "../screen/fit";
import { Footer } from "../screen/footer";
import { at, type Thing, usePages } from "../screen/pages";
import { Icon, LevelGlyph } from "../icons";
import type { Live } from "../live";
import type { Item, Level } from "../wire";
import { t } from "../words";
import { cameFrom } from "./block";
import { onScreen } from "./on-screen";
import { type Card, inOrder } from "./piles";
import { type Before, lastOn, lastTime } from "./pyramid-last";
import { Total } from "./total";

const PILES = 6;

export function LevelZoom({ live, level }: { live: Live; level: Level & { question?: string } }) {
  const parts = live.parts.value;
  const on = onScreen(live);
  const list = on.list.filter(([, item]) => item.level === level.id);
  const from = (it: Item) => cameFrom(it, parts, parts.config.levels);
  const ordered = inOrder(list, false).map(([id, it]) => ({ id, it, key: `${it.text}${from(it)}` }));
  const card = ({ id, it }: Card) => <Loose key={id} item={it} from={from(it)} />;
  const piles = chunks(ordered.filter(({ it }) => it.n > 1));
  const loose = usePages({ list: ordered.filter(({ it }) => it.n === 1), draw: card, fill: true });
  const was = lastOn(parts, level.id, on.strand).map((it, i) => ({ id: String(i), it, key: it.text }));
  const drawn = ({ id, it }: Thing<Before>) => <Was key={id} before={it} />;
  const last = usePages({ list: was, draw: drawn, fill: true, ref: loose.ref });
  const present = piles.length + (loose.pages[0].length ? loose.pages.length : 0);
  const of = present + (was.length ? last.pages.length : 0);
  const n = of ? at(live.stage.value!.screen?.page ?? 1, of) : 0;
  return (
    <>
      <main class={`zoom fac-level-${level.number}`}>
        <Side level={level} on={of && n >= present ? lastTime(parts) : on.only} />
        {n < piles.length && (
          <ol class="piles">
            {piles[n].map(({ id, it }) => (
              <Pile key={id} item={it} />
            ))}
          </ol>
        )}
        <ul class="loose" ref={loose.ref}>
          {n >= piles.length && n < present && loose.pages[n - piles.length].map(card)}
          {of > 0 && n >= present && last.pages[n - present].map(drawn)}
          {!of && <li class="none">{t("Hier ligt nog niets.")}</li>}
        </ul>
      </main>
      <Footer live={live} page={{ n: n + 1, of: Math.max(1, of) }}>
        <Total list={list} about={on.strand?.name.toLowerCase()} />
      </Footer>
    </>
  );
}

function Side({ level, on }: { level: Level & { question?: string }; on?: string }) {
  const ref = useFit<HTMLElement>(4);
  return (
    <aside class="side" ref={ref}>
      <i class="fac-pattern" aria-hidden="true" />
      <p class="n" aria-hidden="true">
        {level.number}
      </p>
      <h1>{level.name}</h1>
      <p>{level.whom}</p>
      {on && <p class="on">{on}</p>}
      {level.question && <p class="q">{level.question}</p>}
      <LevelGlyph level={level.number} />
    </aside>
  );
}

function Pile({ item }: { item: Item }) {
  const ref = useFit<HTMLLIElement>(6);
  return (
    <li ref={ref} class={item.wish ? "wish" : undefined}>
      <b>
        {item.text}
        {item.wish && <span class="vh"> {t("(wens)")}</span>}
      </b>
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

function Loose({ item, from }: { item: Item; from?: string }) {
  return (
    <li class={`card ${item.wish ? "wish" : ""}`}>
      <span>
        {item.text}
        {item.wish && <span class="vh"> {t("(wens)")}</span>}
      </span>
      {from && (
        <span class="from">
          <Icon name="down" /> {from}
        </span>
      )}
    </li>
  );
}

// A card of last time: grey, and nothing to count.
function Was({ before: { text, n } }: { before: Before }) {
  return (
    <li class="card was">
      <span>{text}</span>
      {n > 1 && <b class="k">{n}</b>}
    </li>
  );
}

function chunks(list: Card[]): Card[][] {
  return Array.from({ length: Math.ceil(list.length / PILES) }, (_, i) => list.slice(i * PILES, (i + 1) * PILES));
}
