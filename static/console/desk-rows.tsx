// The rows of a plan on the facilitator's desk. A row that is chosen can be filled in, for people without a phone; the others say what is in them.
import { useRef, useState } from "preact/hooks";
import type { Cells, Column } from "../wire";
import { day, nt, t } from "../words";
import { howFar } from "../charts/how-far";
import { isTyped, tablesOf } from "../charts/plan-lines";
import { Icon } from "../icons";
import { Chip, type Desk } from "./shelf";

export function DeskRows({ desk }: { desk: Desk }) {
  const { parts } = desk;
  const tables = tablesOf(parts);
  const [chosen, choose] = useState<number | null>(null);
  const table = parts.config.per === "table" ? (tables.find((it) => it.table === chosen) ?? tables[0])?.table : undefined;
  const sheet = table && parts[`table:${table}`];
  const columns = (parts.config.columns as Column[]).slice(1);
  const rows = desk.rows.filter(([id]) => !sheet || id in sheet.cells);
  const { sure, talk } = howFar(sheet?.filled ?? parts.filled, columns);
  return (
    <>
      {table && <Tables desk={desk} tables={tables.map((it) => it.table)} table={table} choose={choose} />}
      <p class="small far">
        <b>{sure}</b> {talk}
      </p>
      {parts.last && <p class="small soft">{t("Grijs: vorige keer ({session}, {date}).", { session: parts.last.session, date: day(parts.last.date) })}</p>}
      {!rows.length && <p class="none small">{t("Nog geen regels.")}</p>}
      <ol class="desk-rows">
        {rows.map(([id, item]) => (
          <Chip key={id} id={id} item={item} desk={desk}>
            <Typed names={columns.filter((column) => isTyped(parts, { row: id, table }, column.id)).map(({ name }) => name)} />
            {desk.picked.has(id) && (parts.config.per === "room" || table) ? (
              <Fields desk={desk} id={id} columns={columns} cells={(sheet ? sheet.cells[id] : item.cells) ?? {}} over={item.over} table={table} />
            ) : (
              <Said columns={columns} cells={(sheet ? sheet.cells[id] : item.cells) ?? {}} was={parts.last?.rows[id]} />
            )}
          </Chip>
        ))}
      </ol>
    </>
  );
}

function Tables({ desk, tables, table, choose }: { desk: Desk; tables: number[]; table: number; choose: (table: number) => void }) {
  const alone = desk.table === table;
  return (
    <div class="row tables">
      <select aria-label={t("Welke tafel")} value={table} onChange={(event) => choose(Number(event.currentTarget.value))}>
        {tables.map((it) => (
          <option key={it} value={it}>
            {desk.tableName(it)}
          </option>
        ))}
      </select>
      <button type="button" class="btn small" aria-pressed={alone ? "true" : "false"} onClick={() => desk.lead("screen", alone ? { show: "board" } : { show: "board", table })}>
        {t("Alleen deze tafel op het scherm")}
      </button>
    </div>
  );
}

function Typed({ names }: { names: string[] }) {
  if (!names.length) return null;
  return (
    <p class="typed">
      <Icon name="pen" /> {t("Hier typt iemand: {columns}", { columns: names.join(", ") })}
    </p>
  );
}

function Said({ columns, cells, was = {} }: { columns: Column[]; cells: Cells; was?: Cells }) {
  const left = columns.filter(({ id }) => !cells[id]);
  return (
    <dl class="small">
      {columns.filter(({ id }) => cells[id]).map(({ id, name }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>
            {cells[id]}
            {was[id] && <Was text={was[id]} now={cells[id]} />}
          </dd>
        </div>
      ))}
      {left.length > 0 && (
        <div class="left">
          <dt>{nt("{n} vakje leeg", "{n} vakjes leeg", left.length)}</dt>
          <dd>{left.map(({ name }) => name).join(", ")}</dd>
          {left.filter(({ id }) => was[id]).map(({ id, name }) => (
            <dd key={id} class="soft">{t("vorige keer bij {column}: {text}", { column: name, text: was[id] })}</dd>
          ))}
        </div>
      )}
    </dl>
  );
}

function Was({ text, now }: { text: string; now: string }) {
  return <span class="soft was">{text === now ? t("ook vorige keer") : t("vorige keer: {text}", { text })}</span>;
}

interface FieldsProps {
  desk: Desk;
  id: string;
  columns: Column[];
  cells: Cells;
  over?: Cells; // what somebody else wrote at the same time
  table?: number;
}

function Fields({ desk, id, columns, cells, over, table }: FieldsProps) {
  const write = (column: string, text: string, was: string) => desk.act("cell", { card: id, column, text, was, ...(table && { table }) });
  return (
    <div class="cells">
      {columns.map((column) => (
        <CellField key={column.id} column={column} text={cells[column.id] ?? ""} over={over?.[column.id]} most={desk.parts.config.max_chars} write={(text, was) => write(column.id, text, was)} begin={() => desk.act("typing", { card: id, column: column.id, ...(table && { table }) })} />
      ))}
    </div>
  );
}

interface FieldProps {
  column: Column;
  text: string;
  over?: string;
  most: number;
  write: (text: string, was: string) => Promise<boolean>;
  begin: () => void; // the others may know that somebody types here
}

function CellField({ column, text, over, most, write, begin }: FieldProps) {
  const [draft, setDraft] = useState<string | null>(null); // what I am typing; null shows what the room sees
  const was = useRef(text);
  async function save() {
    if (draft === null || draft.trim() === was.current) return setDraft(null);
    if (await write(draft.trim(), was.current)) setDraft(null);
  }
  function keyed(event: KeyboardEvent & { currentTarget: HTMLElement }) {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    const all = [...event.currentTarget.closest(".cells")!.querySelectorAll("input")];
    const next = all[all.indexOf(event.currentTarget as HTMLInputElement) + 1];
    if (next) next.focus(); // leaving it saves it
    else save();
  }
  return (
    <div class="field">
      <label>
        <span>{column.name}</span>
        <input
          type="text"
          value={draft ?? text}
          maxLength={most}
          placeholder={t("leeg")}
          autocomplete="off"
          onInput={(event) => {
            if (draft === null) {
              was.current = text;
              begin();
            }
            setDraft(event.currentTarget.value);
          }}
          onKeyDown={keyed}
          onBlur={save}
        />
      </label>
      {over !== undefined && draft === null && (
        <p class="over">
          {over ? t("Ook geschreven: “{text}”", { text: over }) : t("Iemand maakte dit ook leeg.")}{" "}
          <button type="button" class="btn small" onClick={() => write(over, text)}>
            {t("Zet die terug")}
          </button>
        </p>
      )}
    </div>
  );
}
