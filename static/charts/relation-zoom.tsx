// One element with all its links: what type, with what, how many people, and why.

import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at, type Thing, usePages } from "../screen/pages";
import type { Live } from "../live";
import type { Item, Relation, RelationsRanking, RelationType } from "../wire";
import { nt, t } from "../words";
import { others, Reasons, verdict } from "./agenda";
import { named, Sample, typeAt } from "./relation-line";
import { Say } from "./say";

export function RelationZoom({ live, card }: { live: Live; card: string }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const types = parts.config.types as RelationType[];
  const list = linksOf(live, card);
  const draw = ({ id, it }: Thing<Relation>) => <Row key={id} link={it} types={types} other={parts[it.a === card ? it.b : it.a].text} />;
  const { ref, pages } = usePages({ list, draw });
  const n = at(stage.screen?.page ?? 1, pages.length);
  const ranking = parts.ranking as RelationsRanking;
  return (
    <>
      <Header title={parts.about.title} stage={stage} />
      <main class="board related">
        <p class="card-text">{(parts[card] as Item).text}</p>
        <ul class="agenda" ref={ref} aria-label={t("Verbanden van dit element")}>
          {pages[n].map(draw)}
        </ul>
        <Say sure={list.length ? nt("Dit element heeft {n} verband.", "Dit element heeft {n} verbanden.", list.length) : t("Dit element staat nog los.")} talk={list.length ? t("Kloppen ze?") : t("Hoort het in ons verhaal?")} />
      </main>
      <Footer live={live} page={{ n: n + 1, of: pages.length }}>
        {t("{n} van {people} mensen", { n: ranking.people, people: Math.max(ranking.people, parts.turnout.people) })}
      </Footer>
    </>
  );
}

function linksOf(live: Live, card: string): Thing<Relation>[] {
  const parts = live.parts.value;
  const links = Object.entries(parts).filter(([key, link]) => key.startsWith("link:") && link.type && (link.a === card || link.b === card));
  const sorted = links.sort(([, one], [, two]) => two.n - one.n);
  return sorted.map(([id, it]) => ({ id, key: JSON.stringify([it, parts[it.a].text, parts[it.b].text]), it }));
}

function Row({ link, types, other }: { link: Relation; types: RelationType[]; other: string }) {
  return (
    <li class="row">
      <b class="count">{link.n}</b>
      <div>
        <p class="pair">
          <Sample type={typeAt(types, link.type)} /> <span>{named(types, link.type)}</span>
          <b>{other}</b>
        </p>
        <Reasons list={(link.reasons ?? []).filter(({ type }) => type === link.type)} />
        <p class="also">{[others(link, types, link.type), verdict(link)].filter(Boolean).join(" · ")}</p>
      </div>
    </li>
  );
}

