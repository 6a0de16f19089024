// Sheets of people without a phone, counted into a scale; and what people wrote with their answers.
import { useRef, useState } from "preact/hooks";
import { apartOf, checksOf, type Named, type Value } from "../parts/answers";
import { type Item, items } from "../wire";
import { nt, t } from "../words";
import { Chips, type Desk } from "./shelf";

const FEW = 5; // answers under which it can be guessed who wrote what

interface Rows {
  desk: Desk;
  rows: [string, Item][];
}

// Notes under their item. They come after the reveal, and go to the screen one by one.
export function NotesOn({ desk, rows, few }: Rows & { few?: number }) {
  const all = items(desk.parts).filter(([, it]) => it.note && it.state === "shown" && !it.into);
  const noted = rows.map(([id, item]) => ({ id, item, notes: byWords(all.filter(([, note]) => note.field === id)) })).filter(({ notes }) => notes.length);
  if (!noted.length) return null;
  return (
    <section class="notes-on" aria-label={t("Toelichtingen")}>
      <h2>{t("Toelichtingen")}</h2>
      <p class="small">
        {few !== undefined && few < FEW && <b>{t("Met zo weinig antwoorden is te raden van wie een toelichting is.")} </b>}
        {t("De zaal ziet ze niet. Kies er een om hem op het scherm te zetten of te verbergen. Wat je niet verbergt, komt in het verslag.")}
      </p>
      {noted.map(({ id, item, notes }) => (
        <div key={id}>
          <h3>{item.text}</h3>
          <Chips desk={desk} rows={notes} />
        </div>
      ))}
    </section>
  );
}

const byWords = (notes: [string, Item][]) => notes.sort(([, a], [, b]) => a.text.localeCompare(b.text));

// One sheet with all its answers at once, for one or more people who filled in the same.
export function OnPaper({ desk, rows }: Rows) {
  const [chosen, choose] = useState<Record<string, string>>({});
  const [n, setN] = useState(1);
  const [said, say] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const { parts, act } = desk;
  if (!parts.config || !rows.length) return null;
  const points: Named[] = parts.config.points;
  const given = Object.entries(chosen).filter(([, value]) => value);
  const submit = async (event: Event) => {
    event.preventDefault();
    let counted = 0;
    for (const [key, value] of given) {
      const [item, check] = key.split(" ");
      counted += Number(await act("tally", { item, ...(check && { check }), value: asValue(value), n }));
    }
    if (counted < given.length) return;
    choose({});
    say(nt("{n} antwoord geteld.", "{n} antwoorden geteld.", counted));
    form.current?.querySelector("select")?.focus();
  };
  return (
    <details class="paper-sheet">
      <summary>{t("Een blad van papier meetellen")}</summary>
      <form onSubmit={submit} ref={form}>
        {rows.flatMap(([id, item]) =>
          checksOf(parts).map((check) => {
            const key = `${id} ${check.id}`;
            return (
              <label key={key}>
                <span>{check.name ? `${item.text}: ${check.name}` : item.text}</span>
                <select value={chosen[key] ?? ""} onChange={(event) => (say(""), choose({ ...chosen, [key]: event.currentTarget.value }))}>
                  <option value="">{t("niets ingevuld")}</option>
                  {points.map(({ name }, i) => (
                    <option key={i} value={i + 1}>{`${i + 1} ${name}`}</option>
                  ))}
                  {apartOf(parts).map(({ value, name }) => (
                    <option key={value} value={value}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
            );
          }),
        )}
        <p class="row">
          <label class="number">
            <span>{t("Mensen met dit blad")}</span>
            <input type="number" min={1} max={50} value={n} onInput={(event) => setN(Math.min(50, Math.max(1, event.currentTarget.valueAsNumber || 1)))} />
          </label>
          <button type="submit" class="btn" aria-disabled={given.length ? undefined : true}>
            {t("Tel mee")}
          </button>
          <span role="status">{said}</span>
        </p>
      </form>
    </details>
  );
}

const asValue = (value: string): Value => (/^\d+$/.test(value) ? Number(value) : (value as Value));
