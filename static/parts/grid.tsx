// The whole plan at once, for who writes on a laptop: every cell is a field, and the keyboard does it all.

import { useRef } from "preact/hooks";
import type { Live } from "../live";
import { nt, t } from "../words";
import { State } from "./button";
import { Cell, walk } from "./cell";
import { Page } from "./page";
import { columnsOf, filled, myRows, rowsLeft } from "./rows";
import { Before, DoneButton, ofTable, Remove, Unseen, useAdding } from "./rowtools";

export function Grid({ live }: { live: Live }) {
  const step = live.board.value!.id;
  const { about, config } = live.parts.value;
  const columns = columnsOf(live);
  const rows = myRows(live, step);
  const table = useRef<HTMLTableElement>(null);
  const add = useAdding(live, (id) => requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(`[id^="${id}-c2"]`)?.focus()));
  const left = rowsLeft(live, rows);
  const empty = Object.values(filled(live).empty).reduce((sum, n) => sum + n, 0);
  return (
    <Page
      live={live}
      beside
      title={about.title}
      aside={ofTable(live)}
      lead={about.prompt}
      foot={
        <>
          <p>{t("Enter of Tab: volgende vakje. Met de pijlen loop je door de tabel.")}</p>
          <DoneButton live={live} />
        </>
      }
    >
      <div class="grid">
        <table ref={table} onKeyDown={(event) => walk(event)} data-n={columns.length}>
          <caption>{empty ? nt("Nog {n} vakje is leeg.", "Nog {n} vakjes zijn leeg.", empty) : t("Alles is ingevuld.")}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.id} scope="col">
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={row.id} data-pending={row.pending ? "" : undefined}>
                <th scope="row">
                  {row.mine ? <Cell live={live} row={row} column={columns[0]} first plain label={t("{column}, regel {n}", { column: columns[0].name, n: i + 1 })} /> : row.text}
                  {row.mine && <Remove live={live} row={row} />}
                </th>
                {columns.slice(1).map((column) => (
                  <td key={column.id}>
                    <Cell live={live} row={row} column={column} plain label={t("{column}, regel {n}: {row}", { column: column.name, n: i + 1, row: row.text })} />
                  </td>
                ))}
              </tr>
            ))}
            {left > 0 && (
              <tr>
                <th scope="row" class="cell none">
                  <textarea
                    rows={2}
                    aria-label={t("Nieuwe regel: {column}", { column: columns[0].name })}
                    aria-describedby="new-said"
                    aria-invalid={add.wrong ? "true" : undefined}
                    placeholder={t("Nieuwe regel")}
                    data-column="c1"
                    value={add.text}
                    maxLength={config.max_chars}
                    onInput={(event) => add.change(event.currentTarget.value)}
                    onKeyDown={(event) => {
                      if (event.key !== "Enter" || event.shiftKey || event.isComposing || !add.text.trim()) return;
                      event.preventDefault();
                      event.stopPropagation();
                      add.submit();
                    }}
                    onBlur={() => add.text.trim() && add.submit()}
                  />
                  <div id="new-said" class="said">
                    {add.wrong && <State as="refused">{add.wrong}</State>}
                  </div>
                </th>
                <td colSpan={columns.length - 1} class="small soft">
                  {nt("Er kan nog {n} regel bij.", "Er kunnen nog {n} regels bij.", left)}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <Before live={live} />
      <Unseen live={live} />
    </Page>
  );
}
