// The right side of the cards: what was picked and what can be done with it; the undo bar below.
import { useRef, useState } from "preact/hooks";
import { nt, t } from "../words";
import type { Item } from "../wire";
import { newId } from "../live";
import { tagsOf } from "../parts/given";
import { addCard } from "./carrying";
import { One } from "./one-card";
import { bundleName, chosen, gather, letGo, mergePicked, mixed, spots, typed } from "./picked";
import { placesOf, type Place } from "./places";
import { Press } from "./press";
import { parts, stage, tab } from "./room";
import { collects, current, isCardless, origin } from "./steps";
import { Trouble } from "./trouble";
import { UndoBar } from "./undo-bar";

export function Selection() {
  const list = chosen.value;
  return (
    <aside class="selection" aria-label={t("Gekozen kaarten")}>
      <div class="scroll">
        {list.length === 0 && !isCardless(current(stage.value)!.kind) && <Nothing />}
        {list.length === 1 && <One key={list[0][0]} id={list[0][0]} item={list[0][1]} />}
        {list.length > 1 && <Merge list={list} />}
        <Trouble place={tab.value} />
      </div>
      <UndoBar />
    </aside>
  );
}

function Merge({ list }: { list: [string, Item][] }) {
  const places = placesOf(stage.value, current(stage.value)!);
  const apart = spots.value.length > 1 || mixed.value;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!apart) mergePicked();
  };
  return (
    <form onSubmit={submit}>
      <h2>{nt("{n} kaart samenvoegen", "{n} kaarten samenvoegen", list.length)}</h2>
      <label class="field">
        <span>{t("Naam van de bundel")}</span>
        <input type="text" class="name" maxLength={280} value={bundleName.value} onInput={(event) => (typed.value = event.currentTarget.value)} autocomplete="off" />
      </label>
      <ol class="members">
        {list.map(([id, item]) => (
          <li key={id}>{item.text}</li>
        ))}
      </ol>
      {mixed.value ? <p class="small">{t("Een wens en iets wat er al is kun je niet samenvoegen.")}</p> : apart ? <Gather places={places} /> : <p class="small">{t("De kaarten blijven bewaard en staan in het verslag.")}</p>}
      <button type="submit" class="btn main" aria-disabled={apart ? true : undefined} aria-keyshortcuts="M">
        {t("Voeg samen")} <kbd aria-hidden="true">M</kbd>
      </button>
      <Press word={t("Laat ze los")} onPress={() => letGo()} />
    </form>
  );
}

// Only cards that lie together can be merged: say so, and put them together in one press.
function Gather({ places }: { places: Place[] }) {
  const step = current(stage.value)!;
  const here = places.filter((place) => spots.value.includes(place.id));
  return (
    <>
      <p class="small">{t("Deze kaarten liggen niet op dezelfde plek. Alleen kaarten bij elkaar kun je samenvoegen.")}</p>
      {collects(step) && here.map((place) => <Press key={place.id} look="small" word={t("Zet ze op {n} {name}", { n: place.number, name: place.name })} onPress={() => gather(place.id)} />)}
    </>
  );
}

function Nothing() {
  const step = current(stage.value)!;
  return (
    <>
      <h2>{t("Kies kaarten")}</h2>
      <p class="small">{t("Kies een kaart om hem aan te passen. Kies er meer om ze samen te voegen.")}</p>
      {(origin(stage.value, step) || step.from) && parts.value.about.reads !== "nobody" && <Add key={step.id} />}
    </>
  );
}

// For somebody without a phone. The place stays, so that a pile of paper cards goes in fast.
function Add() {
  const step = current(stage.value)!;
  const places = placesOf(stage.value, step);
  const [text, setText] = useState("");
  const [because, setBecause] = useState("");
  const [place, setPlace] = useState(places[0]?.id);
  const tags = tagsOf(parts.value);
  const [tag, setTag] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const asks = (origin(stage.value, step)?.config?.because || "none") !== "none";
  const add = async (event: Event) => {
    event.preventDefault();
    if (!text.trim() || !(await addCard(newId(), text.trim(), { place, because: because.trim(), tag }))) return;
    setText("");
    setBecause("");
    field.current?.focus();
  };
  return (
    <form onSubmit={add}>
      <h2 class="later">{t("Kaart toevoegen")}</h2>
      <p class="small">{t("Voor wie geen telefoon heeft.")}</p>
      <label class="field">
        <span>{t("Tekst")}</span>
        <textarea ref={field} rows={2} maxLength={280} value={text} onInput={(event) => setText(event.currentTarget.value)} onKeyDown={enterSends} />
      </label>
      {asks && (
        <label class="field">
          <span>{t("Want …")}</span>
          <textarea rows={2} maxLength={400} value={because} onInput={(event) => setBecause(event.currentTarget.value)} onKeyDown={enterSends} />
        </label>
      )}
      {places.length > 1 && (
        <label class="field">
          <span>{t("Waar")}</span>
          <select value={place} onChange={(event) => setPlace(event.currentTarget.value)}>
            {places.map((it) => (
              <option key={it.id} value={it.id}>{`${it.number} ${it.name}`}</option>
            ))}
          </select>
        </label>
      )}
      {tags.length > 0 && (
        <label class="field">
          <span>{t("Waar gaat het over?")}</span>
          <select value={tag ?? ""} onChange={(event) => setTag(event.currentTarget.value || undefined)}>
            <option value="">{t("kies")}</option>
            {tags.map((it) => (
              <option key={it.id} value={it.id}>{it.name}</option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" class="btn">
        {t("Voeg kaart toe")}
      </button>
    </form>
  );
}

// A card is one line: Enter sends it.
export function enterSends(event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }): void {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  event.currentTarget.form!.requestSubmit();
}
