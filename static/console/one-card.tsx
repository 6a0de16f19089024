// One picked card or bundle: its text to change in place, where it lies, and what the hall sees of it.
import { KINDS } from "kinds:all";
import { useState } from "preact/hooks";
import { nt, t } from "../words";
import { type Item, placeOf } from "../wire";
import { CameFrom } from "./came-from";
import { decline } from "./carrying";
import { spotlight } from "./leading";
import { letGo } from "./picked";
import { placeKey, placesOf } from "./places";
import { Press } from "./press";
import { lead, onBoard, parts, stage } from "./room";
import { enterSends } from "./selection";
import { collects, current } from "./steps";

export function One({ id, item }: { id: string; item: Item }) {
  const step = current(stage.value)!;
  const screen = stage.value.screen!;
  const { Picked } = KINDS[step.kind];
  const lit = screen.show === "card" && screen.card === id;
  const off = (does: string) => async () => (await onBoard(does, { card: id })) && letGo([id]);
  return (
    <>
      <h2>{item.cards ? nt("Bundel van {n} kaart", "Bundel van {n} kaarten", item.n) : t("Kaart")}</h2>
      <Text id={id} item={item} />
      <div class="grid">
        {!parts.value.about.reads && <Press look="small" icon="screen" word={lit ? t("Van scherm") : t("Op scherm")} pressed={lit} onPress={() => spotlight(id)} />}
        <Press look="small" icon="closed" word={t("Verberg")} onPress={off("hide")} />
        <Press look="small" icon="note" word={t("Leg apart")} onPress={off("aside")} />
        {(collects(step) && item.added !== false) || item.i === undefined ? (
          <Press look="small" icon="cross" word={t("Verwijder")} onPress={off("remove")} />
        ) : (
          <Press look="small" icon="cross" word={t("Van de lijst")} onPress={() => takeOff(step.id, id)} />
        )}
      </div>
      {Picked && <Picked id={id} item={item} parts={parts.value} act={onBoard} />}
      <CameFrom id={id} item={item} />
      {item.cards && <Members of={item.cards} />}
      {!item.cards && collects(step) && <Press look="quiet" word={t("Zet wie dit schreef uit de sessie")} onPress={() => lead("kick", { card: id })} />}
      <Press word={t("Laat los")} onPress={() => letGo()} />
    </>
  );
}

async function takeOff(step: string, id: string): Promise<void> {
  if (!(await onBoard("items", { drop: [id] }))) return;
  decline(step, [id]);
  letGo([id]);
}

function Text({ id, item }: { id: string; item: Item }) {
  const step = current(stage.value)!;
  const [text, setText] = useState<string | null>(null); // what I am typing; null shows what the room sees
  const [because, setBecause] = useState<string | null>(null);
  const changed = (text !== null && text !== item.text) || (because !== null && because !== item.because);
  const save = async (event: Event) => {
    event.preventDefault();
    if (!changed) return;
    if (!(await onBoard("edit", { card: id, ...(text !== null && { text }), ...(because !== null && { because }) }))) return;
    setText(null);
    setBecause(null);
  };
  const places = placesOf(stage.value, step);
  const key = placeKey(step.kind);
  return (
    <form onSubmit={save}>
      <label class="field">
        <span>{item.cards ? t("Naam van de bundel") : t("Tekst")}</span>
        <textarea rows={2} maxLength={280} value={text ?? item.text} onInput={(event) => setText(event.currentTarget.value)} onKeyDown={enterSends} />
      </label>
      {(item.because || because !== null) && (
        <label class="field">
          <span>{t("Want …")}</span>
          <textarea rows={2} maxLength={400} value={because ?? item.because} onInput={(event) => setBecause(event.currentTarget.value)} onKeyDown={enterSends} />
        </label>
      )}
      {changed && (
        <button type="submit" class="btn small">
          {t("Bewaar de tekst")}
        </button>
      )}
      {collects(step) && places.length > 1 && (
        <label class="field">
          <span>{t("Waar")}</span>
          <select value={placeOf(item)} onChange={(event) => onBoard("move", { card: id, [key]: event.currentTarget.value })}>
            {places.map((it) => (
              <option key={it.id} value={it.id}>{`${it.number} ${it.name}`}</option>
            ))}
          </select>
        </label>
      )}
    </form>
  );
}

function Members({ of }: { of: string[] }) {
  return (
    <>
      <ol class="members">
        {of.map((id) => (
          <li key={id}>
            <span>{parts.value[id]?.text}</span>
            <Press look="quiet" word={t("Haal eruit")} more={parts.value[id]?.text} onPress={() => onBoard("unmerge", { card: id })} />
          </li>
        ))}
      </ol>
      <Press look="small" word={t("Maak de hele bundel los")} onPress={() => onBoard("unmerge", { cards: of })} />
    </>
  );
}
