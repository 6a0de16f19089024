// The result of relations: a calm map on the first page, what contradicts as the agenda beside it and on the pages after it.

import { useFit } from "../screen/fit";
import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at, type Thing, usePages } from "../screen/pages";
import type { Live } from "../live";
import type { Item, Relation, RelationsRanking, RelationType } from "../wire";
import { nt, people, t } from "../words";
import { agendaOf, Row, Short } from "./agenda";
import { Strip } from "./beside";
import { inWords, Key } from "./relation-line";
import { Lines } from "./relation-lines";
import { useRevealing } from "./revealing";
import { Say, type Sentence } from "./say";

const FORMS = 5; // with the agenda beside it, without, with wider texts, with still wider ones, and at last with texts cut to two lines

export function RelationMap({ live }: { live: Live }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const types = parts.config.types as RelationType[];
  const ranking = parts.ranking as RelationsRanking;
  const draw = ({ id, it }: Thing<Relation>) => <Row key={id} link={it} types={types} text={text} />;
  const { ref, pages } = usePages({ list: agendaOf(live), draw });
  const of = ranking.agenda.length ? pages.length + 1 : 1;
  const n = at(stage.screen?.page ?? 1, of);
  const talk = types.flatMap(({ asks }) => asks);
  function text(id: string): string {
    return parts[id].text;
  }
  return (
    <>
      <Header title={parts.about.title} stage={stage} />
      <main class={`board related ${useRevealing()}`}>
        <Strip beside={parts.beside} />
        <div class="leaves">
          {n === 0 && (
            <div class="leaf">
              <Key types={types} />
              <Columns live={live} />
              <p class="rest">{restSays(ranking)}</p>
            </div>
          )}
          <ul class={`leaf agenda ${n ? "" : "away"}`} ref={ref} aria-label={t("Hier praten we over")}>
            {pages[Math.max(0, n - 1)].map(draw)}
          </ul>
        </div>
        {n ? <Say sure={talk.join(" ")} /> : <Say {...mapSays(live)} />}
      </main>
      <Footer live={live} page={{ n: n + 1, of }} spare={n ? [] : [t("Een dikke lijn: meer mensen")]}>
        {t("{n} van {people} mensen", { n: ranking.people, people: Math.max(ranking.people, parts.turnout.people) })}
      </Footer>
    </>
  );
}

function Columns({ live }: { live: Live }) {
  const parts = live.parts.value;
  const ranking = parts.ranking as RelationsRanking;
  const ref = useFit<HTMLDivElement>(FORMS);
  const side = (ids: string[], name: string) => (
    <ul class={`side ${name}`}>
      {ids.map((id) => (
        <li key={id} data-item={id} class={ranking.loose.includes(id) ? "alone" : ""}>
          <span>{(parts[id] as Item).text}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <div class={ranking.agenda.length ? "map talks" : "map"} ref={ref}>
      {side(ranking.left, "left")}
      <Lines lines={ranking.lines.map((key) => [key, parts[key] as Relation])} types={parts.config.types} text={(id) => parts[id].text} />
      {side(ranking.right, "right")}
      {ranking.agenda.length > 0 && <Short live={live} />}
    </div>
  );
}

// Links that are not drawn, and texts that no line comes to.
function restSays({ linked, lines, loose }: RelationsRanking): string {
  const rest = linked - lines.length;
  return [
    rest > 0 && nt("En nog {n} verband dat minder mensen zien.", "En nog {n} verbanden die minder mensen zien.", rest),
    loose.length > 0 && linked > 0 && nt("{n} element staat nog los.", "{n} elementen staan nog los.", loose.length),
  ]
    .filter(Boolean)
    .join(" ");
}

const SHORT = 90; // characters of two texts that still fit in a sentence

function mapSays(live: Live): Sentence {
  const parts = live.parts.value;
  const types = parts.config.types as RelationType[];
  const { agenda, lines, people: n, looked } = parts.ranking as RelationsRanking;
  if (!n) return { sure: t("Er is nog niets bekeken.") };
  if (!lines.length) return { sure: nt("We bekeken {n} paar en zien nog geen verband.", "We bekeken {n} paren en zien nog geen verband.", looked) };
  const first = parts[agenda[0] ?? lines[0]] as Relation;
  const told = parts[first.a].text.length + parts[first.b].text.length <= SHORT;
  if (agenda.length) {
    const count = nt("Over {n} paar moeten we praten.", "Over {n} paren moeten we praten.", agenda.length);
    return { sure: count, talk: told ? t("Eerst over ‘{a}’ en ‘{b}’: {people}.", { a: parts[first.a].text, b: parts[first.b].text, people: people(first.against) }) : undefined };
  }
  return { sure: told ? inWords(first, types, (id) => parts[id].text) : t("Het sterkste verband zien {people}.", { people: people(first.n) }), talk: t("Moet er iets bij, of kan er iets weg?") };
}
