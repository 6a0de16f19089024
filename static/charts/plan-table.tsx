// The plan as a table: what is filled in, what is still empty, where somebody types. Rows and columns that do not fit go by page.

import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at, type Thing, usePages } from "../screen/pages";
import type { Live } from "../live";
import { wasIn } from "../parts/rows";
import { atTable, tableName } from "../parts/table-name";
import type { Column, Filled } from "../wire";
import { day, nt, t } from "../words";
import { Strip } from "./beside";
import { howFar } from "./how-far";
import { type Line, linesOf } from "./plan-lines";
import { Value } from "./plan-value";
import { Say } from "./say";

const NAME = 12; // units of 1/30 of the height: less is no column to read
const COLUMN = 8.8;
const EDGES = 3.5;

export function PlanTable({ live }: { live: Live }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const [name, ...columns] = parts.config.columns as [Column, ...Column[]];
  const table = stage.screen?.table;
  const lines = linesOf(parts, table);
  const groups = inGroups(columns);
  const counts = useSignal<number[]>([]);
  const pages = groups.map((_, i) => counts.value[i] ?? 1);
  const of = pages.reduce((sum, n) => sum + n, 0);
  let page = at(stage.screen?.page ?? 1, of);
  const n = page + 1;
  let shown = 0;
  while (page >= pages[shown]) page -= pages[shown++];
  const filled: Filled = (table && parts[`table:${table}`]?.filled) || parts.filled;
  const typing = Object.keys(parts.typing ?? {}).length > 0;
  return (
    <>
      <Header title={parts.about.title} prompt={table ? tableName(stage, table) : parts.about.prompt} stage={stage} />
      <main class="board plan">
        <Strip beside={parts.beside} />
        <div class="sheets">
          {groups.map((group, i) => (
            <Sheet
              key={`${i} ${groups.length}`}
              live={live}
              lines={lines}
              name={name}
              columns={group}
              page={i === shown ? page : null}
              tell={(found) => counts.value[i] !== found && (counts.value = groups.map((_, j) => (j === i ? found : (counts.value[j] ?? 1))))}
            />
          ))}
        </div>
        <Say {...howFar(filled, columns)} />
      </main>
      <Footer live={live} page={{ n, of }} spare={[...(groups.length > 1 ? [inColumns(groups, shown, columns)] : []), ...(parts.last ? [t("Grijs: vorige keer, {date}", { date: day(parts.last.date) })] : []), ...(typing ? [t("Oranje: hier typt nu iemand")] : [])]}>
        <b>{nt("{n} regel", "{n} regels", filled.rows)}</b>
        {parts.filled.people > 0 && <span data-spare="3"> · {nt("{n} mens vulde mee in", "{n} mensen vulden mee in", parts.filled.people)}</span>}
      </Footer>
    </>
  );
}

// As many columns on a page as can be read, about as many on each.
function inGroups(columns: Column[]): Column[][] {
  const units = (innerWidth / innerHeight) * 30 - EDGES;
  const fit = Math.max(1, Math.floor((units - NAME) / COLUMN));
  const n = Math.ceil(columns.length / fit);
  const each = Math.ceil(columns.length / n);
  return Array.from({ length: n }, (_, i) => columns.slice(i * each, (i + 1) * each));
}

function inColumns(groups: Column[][], shown: number, columns: Column[]): string {
  const from = groups.slice(0, shown).flat().length + 1;
  return t("Kolom {from} tot en met {to} van {of}", { from, to: from + groups[shown].length - 1, of: columns.length });
}

interface SheetProps {
  live: Live;
  lines: Line[];
  name: Column;
  columns: Column[];
  page: number | null; // null: another group of columns is on
  tell(pages: number): void;
}

function Sheet({ live, lines, name, columns, page, tell }: SheetProps) {
  const parts = live.parts.value;
  const draw = ({ it }: Thing<Line>) => <Row key={it.key} line={it} columns={columns} live={live} fresh={live.fresh.value.has(it.row)} />;
  const list = lines.map((it) => ({ id: it.key, it, key: JSON.stringify([it.text, it.table, columns.map(({ id }) => [it.cells[id], wasIn(parts, it.row, id)])]) }));
  const { ref, pages } = usePages({ list, draw });
  useLayoutEffect(() => tell(pages.length));
  return (
    <div class={`tb of-${columns.length} ${page === null ? "away" : ""}`} role="table" aria-hidden={page === null ? "true" : undefined} aria-label={parts.about.title}>
      <div role="rowgroup">
        <div class="r h" role="row">
          {[name, ...columns].map((column) => (
            <b key={column.id} role="columnheader">
              {column.name}
            </b>
          ))}
        </div>
      </div>
      <div class="rows" role="rowgroup" ref={ref}>
        {pages[Math.min(page ?? 0, pages.length - 1)].map(draw)}
        {!lines.length && (
          <div class="r" role="row">
            <span class="empty-place" role="cell">
              {t("Hier komen regels.")}
            </span>
          </div>
        )}
      </div>
    </div>
  );
}

function Row({ line, columns, live, fresh }: { line: Line; columns: Column[]; live: Live; fresh: boolean }) {
  return (
    <div class={`r ${fresh ? "new" : ""}`} role="row">
      <span class="t" role="rowheader">
        {line.text}
        {line.table && <small>{atTable(live.stage.value!, line.table)}</small>}
      </span>
      {columns.map((column) => (
        <Value key={column.id} parts={live.parts.value} line={line} column={column} role="cell" />
      ))}
    </div>
  );
}
