// The cards of the step on stage: what waits on the left, the board in the middle, what was picked on the right.
import { signal } from "@preact/signals";
import { KINDS } from "kinds:all";
import { cardsIn, wishesIn } from "../charts/piles";
import { nt, t, wishes } from "../words";
import { tagsOf } from "../parts/given";
import { tableName } from "../parts/table-name";
import { placeOf } from "../wire";
import { placesOf, type Place } from "./places";
import { picked, toFocus, toggle } from "./picked";
import { Queue } from "./queue";
import { Press } from "./press";
import { lead, live, onBoard, parts, stage, tops } from "./room";
import { Selection } from "./selection";
import type { Desk } from "./shelf";
import { current, isCardless } from "./steps";
import { stroll } from "./stroll";

const search = signal("");
const only = signal("");
const tag = signal("");
const table = signal(0);
const stop = signal<string | null>(null);

export function Cards() {
  const step = current(stage.value);
  if (!step) return <main class="plain">{t("De kaarten komen bij de eerste stap.")}</main>;
  const desk = laidOut(placesOf(stage.value, step));
  const Board = KINDS[step.kind].Console;
  return (
    <div class="cols cards">
      <Queue />
      <main class="board">
        {isCardless(step.kind) ? <h1>{step.title}</h1> : <Heading title={step.title} places={desk.places} />}
        <div class="list scroll" onKeyDown={stroll}>
          <Board desk={desk} />
        </div>
      </main>
      <Selection />
    </div>
  );
}

function laidOut(places: Place[]): Desk {
  const sought = search.value.trim().toLowerCase();
  const shown = tops.value.filter(([, item]) => item.state === "shown" && (!only.value || placeOf(item) === only.value) && (!tag.value || item.tag === tag.value) && (!table.value || item.table === table.value));
  const rows = shown.filter(([, item]) => !sought || `${item.text} ${item.because || ""} ${(item.samples || []).join(" ")}`.toLowerCase().includes(sought));
  rows.sort(([, a], [, b]) => (a.i ?? 0) - (b.i ?? 0) || b.n - a.n || a.at - b.at);
  const ranked: string[] | null = parts.value.ranking?.ids ?? null;
  const known = rows.some(([id]) => id === stop.value);
  return {
    rows,
    places,
    ranked,
    ballots: parts.value.config?.ballots || [],
    parts: parts.value,
    act: onBoard,
    picked: picked.value,
    stop: known ? stop.value : firstDrawn(rows, places, ranked),
    focus: toFocus.value,
    fresh: live.fresh.value,
    table: stage.value.screen!.table,
    tableName: (table) => tableName(stage.value, table),
    lead,
    toggle,
    reached: (id) => ((stop.value = id), (toFocus.value = null)),
  };
}

function firstDrawn(rows: Desk["rows"], places: Place[], ranked: string[] | null): string | null {
  if (ranked) return rows.map(([id]) => id).sort((a, b) => ranked.indexOf(a) - ranked.indexOf(b))[0] ?? null;
  const loose = rows.find(([, item]) => !placeOf(item));
  if (loose) return loose[0];
  const top = [...places].reverse().find((place) => rows.some(([, item]) => placeOf(item) === place.id));
  return (rows.find(([, item]) => placeOf(item) === top?.id) || rows[0])?.[0] ?? null;
}

function Heading({ title, places }: { title: string; places: Place[] }) {
  const shown = tops.value.filter(([, item]) => item.state === "shown");
  const bundles = shown.filter(([, item]) => item.cards).length;
  const n = cardsIn(shown);
  const wished = wishesIn(shown);
  return (
    <>
      <div class="split">
        <h1>{title}</h1>
        <span class="small">
          <b>{nt("{n} kaart", "{n} kaarten", n)}</b>, {nt("{n} bundel", "{n} bundels", bundles)}
          {wished > 0 && t(" en {wishes}", { wishes: wishes(wished) })}
        </span>
      </div>
      <div class="row">
        <input type="search" value={search.value} onInput={(event) => (search.value = event.currentTarget.value)} placeholder={t("Zoek in de kaarten")} aria-label={t("Zoek in de kaarten")} />
        {places.length > 1 && (
          <select aria-label={t("Welk deel")} value={only.value} onChange={(event) => (only.value = event.currentTarget.value)}>
            <option value="">{t("Alles")}</option>
            {places.map((place) => (
              <option key={place.id} value={place.id}>{`${place.number} ${place.name}`}</option>
            ))}
          </select>
        )}
        <Narrow />
      </div>
    </>
  );
}

// By tag and by table; what was chosen here can go on the screen too.
function Narrow() {
  const tags = tagsOf(parts.value);
  const tables = [...new Set(tops.value.map(([, item]) => item.table))].filter((n): n is number => !!n).sort((a, b) => a - b);
  const chosen = { ...(only.value && { place: only.value }), ...(tag.value && { tag: tag.value }), ...(table.value && { table: table.value }) };
  return (
    <>
      {tags.length > 0 && (
        <select aria-label={t("Welk label")} value={tag.value} onChange={(event) => (tag.value = event.currentTarget.value)}>
          <option value="">{t("Elk label")}</option>
          {tags.map(({ id, name }) => (
            <option key={id} value={id}>{name}</option>
          ))}
        </select>
      )}
      {tables.length > 1 && (
        <select aria-label={t("Welke tafel")} value={table.value} onChange={(event) => (table.value = Number(event.currentTarget.value))}>
          <option value={0}>{t("Elke tafel")}</option>
          {tables.map((n) => (
            <option key={n} value={n}>{tableName(stage.value, n)}</option>
          ))}
        </select>
      )}
      {(tag.value || table.value > 0) && <Press look="small" icon="screen" word={t("Zo op scherm")} onPress={() => lead("screen", { show: "board", ...chosen })} />}
    </>
  );
}
