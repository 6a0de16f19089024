// A wall with one field, or one field that fills the screen: big and calm. The type is as large as all cards allow, and then it goes by page.

import { useRef } from "preact/hooks";
import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at, usePages } from "../screen/pages";
import type { Live } from "../live";
import { Careful } from "../parts/careful";
import { besideOf } from "../parts/given";
import type { Field } from "../wire";
import { t } from "../words";
import { Strip } from "./beside";
import { narrowed } from "./narrowed";
import { Total } from "./total";
import { type Card, inOrder, sheets } from "./piles";

const SIZES = 5;

export function OneField({ live, field, only, empty }: { live: Live; field: Field; only: boolean; empty?: string }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const cards = narrowed(parts, stage).filter(([, item]) => item.field === field.id);
  const many = useRef(false);
  const draw = ({ id, it }: Card) => (
    <li key={id} class={`card ${sheets(it.n)} ${live.fresh.value.has(id) ? "new" : ""}`}>
      <span>
        <Careful text={it.text} words={parts.config.careful} />
      </span>
      {it.n > 1 && <b class="k">{it.n}</b>}
    </li>
  );
  const list = inOrder(cards, many.current).map(([id, it]) => ({ id, it, key: `${it.text}|${it.n}` }));
  const { ref, pages } = usePages({ list, draw, forms: SIZES, fill: true });
  many.current = pages.length > 1;
  const n = at(stage.screen?.page ?? 1, pages.length);
  return (
    <>
      <Header title={only ? parts.about.title : field.name} prompt={only ? parts.about.prompt : field.question} stage={stage} />
      <main class="board one-field">
        <Strip beside={besideOf(parts)} />
        <ul class="wide" ref={ref}>
          {pages[n].map(draw)}
          {!list.length && <li class="none empty-place">{field.question || (empty ?? t("Hier komen kaarten."))}</li>}
        </ul>
      </main>
      <Footer live={live} page={{ n: n + 1, of: pages.length }}>
        <Total list={cards} people={stage.people ?? 0} />
      </Footer>
    </>
  );
}
