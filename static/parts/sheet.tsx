// A plan on a phone: one row at a time, its cells as fields. On a laptop (a table's scribe) the whole table.

import { useEffect, useState } from "preact/hooks";
import type { Live } from "../live";
import { t } from "../words";
import { Button, Notice } from "./button";
import { Cell, hintOf, walk } from "./cell";
import { Field } from "./field";
import { Grid } from "./grid";
import { useKept } from "./kept";
import { Page } from "./page";
import { columnsOf, myRows, type Row, rowsLeft, wasIn } from "./rows";
import { Before, DoneButton, ofTable, Remove, Unseen, useAdding } from "./rowtools";

const WIDE = "(min-width: 60rem)";

export function Sheet({ live }: { live: Live }) {
  const wide = useWide();
  if (live.stage.value!.now.state !== "open") return <Closed live={live} />;
  return wide ? <Grid live={live} /> : <OneRow live={live} />;
}

function useWide(): boolean {
  const [wide, set] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const look = () => set(query.matches);
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, []);
  return wide;
}

function OneRow({ live }: { live: Live }) {
  const step = live.board.value!.id;
  const { about } = live.parts.value;
  const [name, ...columns] = columnsOf(live);
  const rows = myRows(live, step);
  const left = rowsLeft(live, rows);
  const [kept, show] = useKept(live.keep, `row.${step}`, "");
  const adding = left > 0 && (kept === "new" || !rows.length);
  const at = Math.max(0, rows.findIndex(({ id }) => id === kept));
  const row: Row | undefined = adding ? undefined : rows[at];
  const isLast = at === rows.length - 1;
  const add = useAdding(live, (id) => show(id));
  function turn(to: string) {
    show(to);
    scrollTo(0, 0);
  }
  return (
    <Page
      live={live}
      beside
      title={about.title}
      aside={ofTable(live)}
      lead={about.prompt}
      foot={
        adding ? (
          <>
            {rows.length > 0 && <Button press={() => turn(rows[rows.length - 1].id)}>{t("Terug")}</Button>}
            <Button main icon="plus" press={add.submit}>
              {t("Zet erbij")}
            </Button>
          </>
        ) : (
          <>
            {at > 0 && (
              <Button icon="left" press={() => turn(rows[at - 1].id)}>
                {t("Vorige")}
              </Button>
            )}
            {isLast && left > 0 && (
              <Button icon="plus" press={() => turn("new")}>
                {t("Nieuwe regel")}
              </Button>
            )}
            {isLast || !row ? (
              <DoneButton live={live} />
            ) : (
              <Button main icon="right" press={() => turn(rows[at + 1].id)}>
                {t("Volgende")}
              </Button>
            )}
          </>
        )
      }
    >
      {rows.length > 0 && (
        <div class="which">
          <label for="row">
            {t("Regel")}
            <span class="tabular">{adding ? t("nieuw") : t("{n} van {of}", { n: at + 1, of: rows.length })}</span>
          </label>
          <select id="row" value={adding ? "new" : row!.id} onChange={(event) => turn(event.currentTarget.value)}>
            {rows.map((it, i) => (
              <option key={it.id} value={it.id}>{`${i + 1}. ${it.text} (${t("{n} van {of}", { n: columns.filter(({ id }) => it.cells[id]).length, of: columns.length })})`}</option>
            ))}
            {left > 0 && <option value="new">{t("Nieuwe regel")}</option>}
          </select>
        </div>
      )}
      {adding && <Field id="new-row" label={name.name} hint={hintOf(name) || undefined} value={add.text} change={add.change} most={live.parts.value.config.max_chars} enter={add.submit} wrong={add.wrong} />}
      {row && (
        <div key={row.id} class="row-of" onKeyDown={(event) => walk(event, () => !isLast && turn(rows[at + 1].id))}>
          {row.mine ? <Cell live={live} row={row} column={name} first label={name.name} /> : <h2>{row.text}</h2>}
          {columns.map((column) => (
            <Cell key={column.id} live={live} row={row} column={column} label={column.name} />
          ))}
          {row.mine && <Remove live={live} row={row} />}
        </div>
      )}
      {!row && !adding && <Notice icon="clock" title={t("Er zijn nog geen regels.")}>{t("De begeleider zet ze erbij.")}</Notice>}
      <Before live={live} />
      <Unseen live={live} />
    </Page>
  );
}

function Closed({ live }: { live: Live }) {
  const { about } = live.parts.value;
  const [, ...columns] = columnsOf(live);
  const rows = myRows(live, live.board.value!.id);
  return (
    <Page live={live} beside title={about.title} lead={about.prompt}>
      <Notice icon="lock" title={t("Deze stap is dicht.")}>
        {t("Kijk mee op het grote scherm.")}
      </Notice>
      {rows.map((row) => (
        <section key={row.id} class="told">
          <h2>{row.text}</h2>
          <dl class="who">
            {columns.map(({ id, name }) => (
              <div key={id}>
                <dt>{name}</dt>
                <dd>
                  {row.cells[id] ?? <span class="soft">{t("leeg")}</span>}
                  {wasIn(live.parts.value, row.id, id) && <span class="soft was">{t("vorige keer: {text}", { text: wasIn(live.parts.value, row.id, id)! })}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {!rows.length && <p>{t("Er zijn geen regels.")}</p>}
    </Page>
  );
}
