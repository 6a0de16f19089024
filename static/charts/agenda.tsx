// What the group has to talk about: links of a type with questions. A finding, no error: no red, no warning.

import type { Live } from "../live";
import { type Thing, usePages } from "../screen/pages";
import type { Relation, RelationsRanking, RelationType } from "../wire";
import { nt, people, t } from "../words";
import { named } from "./relation-line";

const REASONS = 3;

type Of = { live: Live };
type Drawn = { link: Relation; types: RelationType[]; text: (id: string) => string };

export function agendaOf(live: Live): Thing<Relation>[] {
  const parts = live.parts.value;
  const { agenda } = parts.ranking as RelationsRanking;
  return agenda.map((id) => ({ id, key: JSON.stringify([parts[id], parts[parts[id].a].text, parts[parts[id].b].text]), it: parts[id] as Relation }));
}

// Beside the map: the first of them, and how many more there are.
export function Short({ live }: Of) {
  const parts = live.parts.value;
  const list = agendaOf(live);
  const draw = ({ id, it }: Thing<Relation>) => (
    <li key={id}>
      <Pair a={parts[it.a].text} b={parts[it.b].text} />
      <span class="n">{people(it.against)}</span>
    </li>
  );
  const more = (n: number) => <li class="more">{nt("en nog {n}", "en nog {n}", n)}</li>;
  const { ref, pages, says } = usePages({ list, draw, more });
  const left = list.length - pages[0].length;
  return (
    <aside class="short" aria-label={t("Hier praten we over")}>
      <h2>{t("Hier praten we over")}</h2>
      <ul ref={ref}>
        {pages[0].map(draw)}
        {left > 0 && says[0] && more(left)}
      </ul>
    </aside>
  );
}

export function Row({ link, types, text }: Drawn) {
  const reasons = (link.reasons ?? []).filter(({ type }) => types.find(({ id }) => id === type)?.asks.length);
  return (
    <li class="row">
      <b class="count">{link.against}</b>
      <div>
        <Pair a={text(link.a)} b={text(link.b)} />
        <Reasons list={reasons} />
        <p class="also">{[others(link, types), verdict(link)].filter(Boolean).join(" · ")}</p>
      </div>
    </li>
  );
}

function Pair({ a, b }: { a: string; b: string }) {
  return (
    <p class="pair">
      <b>{a}</b> <span>{t("en")}</span> <b>{b}</b>
    </p>
  );
}

// Each once: what several people said in the same words is one reason.
export function Reasons({ list }: { list: { text: string }[] }) {
  const texts = [...new Set(list.map(({ text }) => text))];
  return (
    <>
      {texts.slice(0, REASONS).map((text) => (
        <p class="reason" key={text}>
          “{text}”
        </p>
      ))}
    </>
  );
}

// "4 mensen: versterken elkaar" beside what the row itself says.
export function others({ types: said = {} }: Relation, types: RelationType[], own?: string | null): string {
  const rest = types.filter(({ id, asks }) => said[id] && (own === undefined ? !asks.length : id !== own));
  return rest.map(({ id }) => t("{people}: {type}", { people: people(said[id]), type: named(types, id) })).join(" · ");
}

// What the group says it rests on, or else what people said.
export function verdict({ basis, grounds = {} }: Relation): string {
  if (basis) return basis === "onderbouwd" ? t("Dit weten we: onderbouwd") : t("Dit denken we: aanname");
  return [
    grounds.onderbouwd && nt("{n} noemt het onderbouwd", "{n} noemen het onderbouwd", grounds.onderbouwd),
    grounds.aanname && nt("{n} noemt het een aanname", "{n} noemen het een aanname", grounds.aanname),
  ]
    .filter(Boolean)
    .join(", ");
}
