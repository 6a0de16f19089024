// The order of the group beside the one that was meant, and how many people put each thing there. Calm: it is a start of a talk, no mark.

import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at, type Thing, usePages } from "../screen/pages";
import type { Live } from "../live";
import type { Item, OrderRanking } from "../wire";
import { t } from "../words";
import { useRevealing } from "./revealing";
import { Say } from "./say";
import { keySays } from "./sentences";

const WIDE = 300; // of a bar, in thousandths of the height
const HIGH = 36;

export function KeyResult({ live }: { live: Live }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const ranking = parts.ranking as OrderRanking;
  const meant = ranking.ids.filter((id) => parts[id].meant).sort((a, b) => parts[a].meant - parts[b].meant);
  const ours = ranking.ids.filter((id) => parts[id].meant);
  const draw = ({ id, it }: Thing<Item>) => <Row key={id} item={it} ours={parts[ours[it.meant! - 1]].text} />;
  const { ref, pages } = usePages({ list: meant.map((id) => ({ id, key: `${parts[id].text}|${parts[ours[parts[id].meant - 1]].text}`, it: parts[id] as Item })), draw, forms: 3 });
  const n = at(stage.screen?.page ?? 1, pages.length);
  return (
    <>
      <Header title={parts.about.title} stage={stage} />
      <main class={`board answer-key ${useRevealing()}`}>
        <div class="tb" role="table" aria-label={t("Onze volgorde naast de bedoelde")}>
          <div role="rowgroup">
            <div class="r h" role="row">
              <span role="columnheader">{t("Plek")}</span>
              <span role="columnheader">{t("Zo is het bedoeld")}</span>
              <span role="columnheader">{t("Onze volgorde")}</span>
              <span role="columnheader">{t("Zette het zo")}</span>
            </div>
          </div>
          <div class="rows" role="rowgroup" ref={ref}>
            {pages[n].map(draw)}
          </div>
        </div>
        <Say {...keySays(meant.map((id) => parts[id]), ranking)} />
      </main>
      <Footer live={live} page={{ n: n + 1, of: pages.length }}>
        {t("{n} van {people} mensen", { n: ranking.people, people: Math.max(ranking.people, parts.turnout.people) })}
      </Footer>
    </>
  );
}

function Row({ item, ours }: { item: Item; ours: string }) {
  const people = (item.places ?? []).reduce((sum, n) => sum + n, 0);
  const here = item.places?.[item.meant! - 1] ?? 0;
  return (
    <div class={`r ${ours === item.text ? "same" : ""}`} role="row">
      <span class="pl" role="cell">
        {item.meant}
      </span>
      <span class="t" role="rowheader">
        {item.text}
      </span>
      <span class="ours" role="cell">
        {ours}
      </span>
      <span class="sh" role="cell">
        <svg viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true">
          <rect class="base" x="0" y={HIGH - 3} width={WIDE} height="3" />
          <rect class="bar" x="0" y="0" width={people ? (WIDE * here) / people : 0} height={HIGH} />
        </svg>
        <span>{t("{n} van {people}", { n: here, people })}</span>
      </span>
    </div>
  );
}
