// A list of things with a few settings each, such as the fields of a wall or the ballots of a vote.
import { Icon } from "../icons";
import { t } from "../words";
import { slug } from "./draft";
import { Fields, Said, type Setting } from "./field";
import type { Raw } from "./shapes";

export function Rows({ field, value, set, id, roles, wrong }: Setting) {
  const fields = field.fields!;
  const [first] = fields.filter((one) => !one.id);
  const rows: Raw[] = (Array.isArray(value) ? value : (field.default ?? [])).map((row: Raw | string) => (typeof row === "string" ? { [first.key]: row } : row));
  const hasId = fields.some((one) => one.id);
  const full = !!field.most && rows.length >= field.most;
  const save = (next: Raw[]) => set(next.length || field.required ? next.map(bare) : undefined);
  const bare = (row: Raw) => (field.plain && Object.keys(row).length === 1 && first.key in row ? row[first.key] : row);
  const change = (n: number, next: Raw) => save(rows.map((row, m) => (m === n ? named(row, next, rows) : row)));
  const swap = (n: number, m: number) => save(rows.map((row, k) => (k === n ? rows[m] : k === m ? rows[n] : row)));
  return (
    <fieldset class="field rows" id={id}>
      <legend>{field.label}</legend>
      {field.help && <p class="small soft">{field.help}</p>}
      <ol>
        {rows.map((row, n) => (
          <li key={hasId ? `${n}` : n}>
            <div class="in">
              <Fields fields={fields.filter((one) => !one.id).map((one) => ({ ...one, long: false }))} values={row} set={(next) => change(n, next)} id={`${id}-${n}`} roles={roles} />
            </div>
            <div class="row tools">
              <button type="button" class="btn small" aria-label={t("{name} omhoog", { name: row[first.key] ?? n + 1 })} aria-disabled={n === 0 ? "true" : undefined} onClick={() => n > 0 && swap(n, n - 1)}><Icon name="up" /></button>
              <button type="button" class="btn small" aria-label={t("{name} omlaag", { name: row[first.key] ?? n + 1 })} aria-disabled={n === rows.length - 1 ? "true" : undefined} onClick={() => n < rows.length - 1 && swap(n, n + 1)}><Icon name="down" /></button>
              <button type="button" class="btn small" aria-label={t("{name} weg", { name: row[first.key] ?? n + 1 })} onClick={() => save(rows.filter((_, m) => m !== n))}><Icon name="cross" /></button>
            </div>
          </li>
        ))}
      </ol>
      {!full && (
        <button type="button" class="btn small" onClick={() => save([...rows, { ...(hasId && { id: free(rows, "nieuw") }), [first.key]: "" }])}>
          <Icon name="plus" /> {t("Erbij")}
        </button>
      )}
      <Said id={id} wrong={wrong} />
    </fieldset>
  );

  // An id that still follows the name goes on doing so.
  function named(before: Raw, next: Raw, all: Raw[]): Raw {
    if (!hasId || next[first.key] === before[first.key]) return next;
    const others = all.filter((row) => row !== before);
    const follows = before.id.startsWith("nieuw") || before.id === slug(before[first.key] ?? "");
    return follows && slug(next[first.key] ?? "") ? { ...next, id: free(others, slug(next[first.key])) } : next;
  }
}

function free(rows: Raw[], word: string): string {
  const taken = new Set(rows.map((row) => row.id));
  for (let n = 1; ; n++) if (!taken.has(n === 1 ? word : `${word}-${n}`)) return n === 1 ? word : `${word}-${n}`;
}
