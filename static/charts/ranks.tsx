// The order of the group: place in big type, how people's places are spread, one fact in words, and a sentence about how far we agree.

import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at, type Thing, usePages } from "../screen/pages";
import type { Live } from "../live";
import type { Item, OrderRanking } from "../wire";
import { nt, t } from "../words";
import { Strip } from "./beside";
import { useRevealing } from "./revealing";
import { Say } from "./say";
import { orderSays } from "./sentences";

const HIGH = [92, 58, 34]; // of a row's drawing, in thousandths of the height, by how many rows there are
const WIDE = 463; // of the drawing, in thousandths of the height

export function RanksResult({ live }: { live: Live }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const ranking = parts.ranking as OrderRanking;
  const all = ranking.ids.length;
  const form = (all <= 5 ? 0 : all <= 7 ? 1 : 2) || (parts.beside ? 1 : 0);
  const draw = ({ id, it }: Thing<Item>) => <Row key={id} item={it} of={all} people={ranking.people} says={saidOf(ranking, id, parts[id])} high={HIGH[form]} loose={isLoose(ranking, id)} />;
  const { ref, pages } = usePages({ list: ranking.ids.map((id) => ({ id, key: parts[id].text + form, it: parts[id] as Item })), draw });
  const n = at(stage.screen?.page ?? 1, pages.length);
  return (
    <>
      <Header title={parts.about.title} stage={stage} />
      <main class={`board ranks form-${form} ${useRevealing()}`}>
        <Strip beside={parts.beside} />
        <div class="tb" role="table" aria-label={t("Volgorde van de groep")}>
          <div role="rowgroup">
            <div class="r h" role="row">
              <span role="columnheader">{t("Plek")}</span>
              <span role="columnheader">
                <span class="vh">{t("Kaart")}</span>
              </span>
              <Axis of={all} />
              <span role="columnheader">
                <span class="vh">{t("Hoe vaak")}</span>
              </span>
            </div>
          </div>
          <div class="rows" role="rowgroup" ref={ref}>
            {pages[n].map(draw)}
          </div>
        </div>
        <Say {...orderSays(ranking)} />
      </main>
      <Footer live={live} page={{ n: n + 1, of: pages.length }} spare={[t("Een hoge balk: veel mensen kozen die plek")]}>
        {t("{people} zetten {n} op volgorde", {
          people: t("{n} van {people} mensen", { n: ranking.people, people: Math.max(ranking.people, parts.turnout.people) }),
          n: nt("{n} ding", "{n} dingen", all),
        })}
      </Footer>
    </>
  );
}

function Axis({ of }: { of: number }) {
  return (
    <span class="ax" role="columnheader">
      <span class="vh">{t("Verdeling over plek 1 tot en met {n}", { n: of })}</span>
      <svg viewBox={`0 0 ${WIDE} 50`} aria-hidden="true">
        {Array.from({ length: of }, (_, i) => (
          <text key={i} x={((i + 0.5) * WIDE) / of} y="38">
            {of <= 8 || i % 2 === 0 ? i + 1 : ""}
          </text>
        ))}
      </svg>
    </span>
  );
}

function Row({ item, of, people, says, high, loose }: { item: Item; of: number; people: number; says: string; high: number; loose: boolean }) {
  return (
    <div class={`r ${loose ? "tie" : ""}`} role="row">
      <span class="pl" role="cell">
        {item.place ?? "–"}
      </span>
      <span class="t" role="rowheader">
        {item.text}
      </span>
      <span class="sp" role="cell">
        <Spread places={item.places ?? []} of={of} people={people} high={high} />
      </span>
      <span class="w" role="cell">
        {says}
      </span>
    </div>
  );
}

// Bars over the places; the number goes in the bar where it fits.
function Spread({ places, of, people, high }: { places: number[]; of: number; people: number; high: number }) {
  const wide = WIDE / of;
  const said = places.map((n, i) => (n ? t("{n} keer op plek {place}", { n, place: i + 1 }) : "")).filter(Boolean);
  const most = Math.max(1, people * 0.62, ...places);
  return (
    <svg viewBox={`0 0 ${WIDE} ${high}`} role="img" aria-label={said.join(", ") || t("nog niet geplaatst")}>
      {Array.from({ length: of }, (_, i) => {
        const tall = ((places[i] ?? 0) / most) * (high - 4);
        const room = tall >= 38 && wide >= 22 * String(places[i]).length + 6;
        return (
          <g key={i}>
            <rect class="bar" x={i * wide + 4} y={high - 3 - tall} width={wide - 8} height={tall} />
            <rect class="base" x={i * wide + 4} y={high - 3} width={wide - 8} height="3" />
            {room && (
              <text class="bn" x={(i + 0.5) * wide} y={high - tall + 32}>
                {places[i]}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

const row = ({ ids }: OrderRanking, id: string): number => ids.indexOf(id) + 1;
const inside = (n: number, runs: [number, number][]): boolean => runs.some(([first, last]) => first <= n && n <= last);
const isLoose = (ranking: OrderRanking, id: string): boolean => ranking.enough && inside(row(ranking, id), [...ranking.tied, ...ranking.close]);

// "15 van 24 op plek 1", or that it lies even with its neighbours.
function saidOf(ranking: OrderRanking, id: string, { places = [], place }: Item): string {
  if (!place) return t("nog niet geplaatst");
  if (inside(row(ranking, id), ranking.tied)) return t("ligt gelijk");
  const most = Math.max(...places);
  return t("{n} van {people} op plek {place}", { n: most, people: places.reduce((sum, n) => sum + n, 0), place: places.indexOf(most) + 1 });
}
