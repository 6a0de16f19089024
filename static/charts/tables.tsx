// The lists of the tables side by side: a row per thing in the order of the whole group, a column per table with the place it has there.

import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at, type Thing, usePages } from "../screen/pages";
import type { Live } from "../live";
import type { Item, OrderRanking, TableList } from "../wire";
import { nt, t } from "../words";
import { Strip } from "./beside";
import { useRevealing } from "./revealing";
import { Say } from "./say";
import { orderSays } from "./sentences";

const ACROSS = 6; // columns on a page
const FAR = 2; // so many places from the group's is worth a question

export function TablesResult({ live }: { live: Live }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const ranking = parts.ranking as OrderRanking;
  const tables = parts.tables as TableList[];
  const across = Math.ceil(tables.length / Math.ceil(tables.length / ACROSS)); // pages alike
  const sheets = Array.from({ length: Math.ceil(tables.length / across) }, (_, i) => tables.slice(i * across, (i + 1) * across));
  const draw = (here: TableList[]) => ({ id, it }: Thing<Item>) => <Row key={id} id={id} item={it} row={ranking.ids.indexOf(id) + 1} tables={here} across={across} />;
  const { ref, pages } = usePages({ list: ranking.ids.map((id) => ({ id, key: `${parts[id].text}|${across}`, it: parts[id] as Item })), draw: draw(sheets[0]), forms: 3 });
  const n = at(stage.screen?.page ?? 1, pages.length * sheets.length);
  const here = sheets[Math.floor(n / pages.length)];
  return (
    <>
      <Header title={parts.about.title} stage={stage} />
      <main class={`board tables of-${across} ${useRevealing()}`}>
        <Strip beside={parts.beside} />
        <div class="tb" role="table" aria-label={t("Volgorde per tafel")}>
          <div role="rowgroup">
            <div class={`r h of-${across}`} role="row">
              <span role="columnheader">{t("Samen")}</span>
              <span role="columnheader">
                <span class="vh">{t("Kaart")}</span>
              </span>
              {here.map(({ table }) => (
                <span class="tn" role="columnheader" key={table}>
                  {stage.tables?.[table - 1] ?? (
                    <>
                      <small>{t("tafel")}</small> {table}
                    </>
                  )}
                </span>
              ))}
            </div>
          </div>
          <div class="rows" role="rowgroup" ref={ref}>
            {pages[n % pages.length].map(draw(here))}
          </div>
        </div>
        <Say {...orderSays(ranking)} />
      </main>
      <Footer live={live} page={{ n: n + 1, of: pages.length * sheets.length }} spare={[t("Oranje: twee plekken of meer anders")]}>
        {t("{people} aan {n}", { people: nt("{n} mens", "{n} mensen", ranking.people), n: nt("{n} tafel", "{n} tafels", tables.length) })}
      </Footer>
    </>
  );
}

function Row({ id, item, row, tables, across }: { id: string; item: Item; row: number; tables: TableList[]; across: number }) {
  return (
    <div class={`r of-${across}`} role="row">
      <span class="pl" role="cell">
        {item.place ?? "–"}
      </span>
      <span class="t" role="rowheader">
        {item.text}
      </span>
      {tables.map(({ table, items }) => {
        const place = items.indexOf(id) + 1;
        return (
          <span class={`tp ${place && Math.abs(place - row) >= FAR ? "far" : ""}`} role="cell" key={table}>
            {place || "–"}
          </span>
        );
      })}
    </div>
  );
}
