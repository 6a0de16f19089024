// A wall whose carried items are its rows: what was written about each, field by field.

import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at, type Thing, usePages } from "../screen/pages";
import type { Live } from "../live";
import { givenIn } from "../parts/given";
import type { Field, Item } from "../wire";
import { t } from "../words";
import { narrowed } from "./narrowed";
import { inOrder } from "./piles";
import { Total } from "./total";

const SHOWN = 2; // cards in a cell; the row alone fills the screen when the facilitator asks

export function WallRows({ live }: { live: Live }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const fields = parts.config.fields as Field[];
  const list = narrowed(parts, stage);
  const cell = (item: string, field: string) => inOrder(list.filter(([, it]) => it.tag === item && it.field === field), true);
  const key = (id: string, item: Item) => [item.text, ...fields.map((field) => cell(id, field.id).slice(0, SHOWN).map(([, it]) => it.text))].join("|");
  const draw = ({ id, it }: Thing<Item>) => (
    <div class="r" role="row" key={id}>
      <span class="t" role="rowheader">
        {it.text}
      </span>
      {fields.map((field) => (
        <Cell key={field.id} cards={cell(id, field.id)} />
      ))}
    </div>
  );
  const { ref, pages } = usePages({ list: givenIn(parts).map(([id, it]) => ({ id, it, key: key(id, it) })), draw });
  const n = at(stage.screen?.page ?? 1, pages.length);
  return (
    <>
      <Header title={parts.about.title} stage={stage} />
      <main class={`board wall-rows columns-${fields.length}`}>
        <div class="tb" role="table" aria-label={parts.about.title}>
          <div role="rowgroup">
            <div class="r h" role="row">
              <span role="columnheader">
                <span class="vh">{t("Waar het over gaat")}</span>
              </span>
              {fields.map(({ id, name }) => (
                <span key={id} role="columnheader">
                  {name}
                </span>
              ))}
            </div>
          </div>
          <div class="rows" role="rowgroup" ref={ref}>
            {pages[n].map(draw)}
          </div>
        </div>
      </main>
      <Footer live={live} page={{ n: n + 1, of: pages.length }}>
        <Total list={list} people={stage.people ?? 0} />
      </Footer>
    </>
  );
}

function Cell({ cards }: { cards: [string, Item][] }) {
  const more = cards.length - SHOWN;
  return (
    <span class={cards.length ? "cell-of" : "cell-of empty"} role="cell">
      {cards.slice(0, SHOWN).map(([id, { text }]) => (
        <span key={id}>{text}</span>
      ))}
      {more > 0 && <b>{t("en nog {n}", { n: more })}</b>}
      {!cards.length && <span class="vh">{t("nog niets")}</span>}
    </span>
  );
}
