// Cards on the facilitator's desk, place by place. The boards draw with it; it keeps no state, so that no other page carries the console along.
import { useEffect, useRef } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { Ballot, Item, Parts } from "../wire";
import { Careful } from "../parts/careful";
import { cards, dots, t } from "../words";
import type { Place } from "./places";

export type Act = (does: string, fields: object) => Promise<boolean>; // an op on the board on stage -> whether it was taken

export interface Desk {
  rows: [string, Item][]; // what is shown now: the search and the chosen place are done
  places: Place[];
  ranked: string[] | null; // best first, once revealed
  ballots: Ballot[];
  parts: Parts;
  act: Act;
  picked: Set<string>;
  stop: string | null; // the one card that Tab reaches; arrows walk on from there
  focus: string | null; // this card takes the focus when it is drawn
  fresh: Set<string>;
  table: number | undefined; // the one that fills the screen
  tableName: (table: number) => string;
  lead: (does: string, fields: object) => Promise<boolean>; // an op on the stage
  toggle: (id: string) => void;
  reached: (id: string) => void;
}

// What a kind adds to the panel of one picked card.
export interface PickedProps {
  id: string;
  item: Item;
  parts: Parts;
  act: Act;
}

interface Rows {
  desk: Desk;
  rows: [string, Item][];
  told?: (item: Item, id: string) => string;
}

export function Shelf({ place, ...list }: Rows & { place: Place }) {
  return (
    <section class={`shelf ${place.shade}`} aria-label={t("{name}: {cards}", { name: place.name, cards: cards(list.rows.length) })}>
      <span class="no" aria-hidden="true">
        {place.number}
      </span>
      <div>
        <h2>{place.name}</h2>
        <Chips {...list} />
      </div>
    </section>
  );
}

// All shelves of a board in the order given, each with its own cards.
export function Shelves({ desk, places, of, told }: { desk: Desk; places: Place[]; of: (item: Item) => string | undefined; told?: (item: Item) => string }) {
  return (
    <>
      {places.map((place) => (
        <Shelf key={place.id} place={place} desk={desk} rows={desk.rows.filter(([, item]) => of(item) === place.id)} told={told} />
      ))}
    </>
  );
}

export function bestFirst(desk: Desk): [string, Item][] {
  const { ranked, rows } = desk;
  return ranked ? [...rows].sort(([a], [b]) => ranked.indexOf(a) - ranked.indexOf(b)) : rows;
}

export function Chips({ desk, rows, told }: Rows) {
  if (!rows.length) return <p class="none small">{t("Nog geen kaarten.")}</p>;
  return (
    <ul class={desk.ranked ? "ranked" : ""}>
      {rows.map(([id, item]) => (
        <Chip key={id} id={id} item={item} desk={desk} told={told?.(item, id)} />
      ))}
    </ul>
  );
}

// "12 sterk · 6 kan beter", or with one ballot "14 stippen".
export function inDots({ ballots }: Desk, item: Item): string {
  if (ballots.length < 2) return dots(Object.values(item.dots || {})[0] || 0);
  return ballots.map((ballot) => `${item.dots?.[ballot.id] || 0} ${ballot.name.toLowerCase()}`).join(" · ");
}

// People without a phone: a count per thing and column, by buttons. It shows only what was counted here.
export function Paper({ desk, columns, fields }: { desk: Desk; columns: { id: string; name: string }[]; fields: (item: string, column: string) => object }) {
  const n = (item: Item, column: string) => item.paper?.[column] ?? 0;
  return (
    <table class="paper-pad">
      <thead>
        <tr>
          <th scope="col">{t("Op papier")}</th>
          {columns.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {desk.rows.map(([id, item]) => (
          <tr key={id}>
            <th scope="row">{item.text}</th>
            {columns.map((column) => (
              <td key={column.id}>
                <span class="count">
                  <button type="button" class="btn small" aria-label={t("Een minder: {text}, {column}", { text: item.text, column: column.name })} aria-disabled={n(item, column.id) ? undefined : "true"} onClick={() => n(item, column.id) > 0 && desk.act("tally", { ...fields(id, column.id), n: -1 })}>
                    −
                  </button>
                  <output>{n(item, column.id)}</output>
                  <button type="button" class="btn small" aria-label={t("Een meer: {text}, {column}", { text: item.text, column: column.name })} onClick={() => desk.act("tally", { ...fields(id, column.id), n: 1 })}>
                    +
                  </button>
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Chip({ id, item, desk, told, children }: { id: string; item: Item; desk: Desk; told?: string; children?: ComponentChildren }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (desk.focus === id) box.current?.focus();
  }, [desk.focus]);
  const on = desk.picked.has(id);
  return (
    <li class={`chip ${item.wish ? "wish" : ""} ${item.differ && !item.fixed ? "differ" : ""} ${on ? "sel" : ""} ${desk.fresh.has(id) ? "fresh" : ""}`}>
      <label>
        <input type="checkbox" ref={box} checked={on} tabIndex={desk.stop === id ? 0 : -1} onFocus={() => desk.reached(id)} onChange={() => desk.toggle(id)} />
        <span>
          <Careful text={item.text} words={desk.parts.config?.careful} />
          {item.because && <small class="soft">{t("want {because}", { because: item.because })}</small>}
        </span>
        {item.cards && <b class="k">{item.n}</b>}
        {told && <b class="told">{told}</b>}
      </label>
      {children}
    </li>
  );
}
