// Decisions, open points and private notes: one line to type, kept with the step it was said at.
import { useState } from "preact/hooks";
import { Icon } from "../icons";
import { t } from "../words";
import type { Cue, Note } from "../wire";
import { asked, note, questions, show } from "./leading";
import { Press } from "./press";
import { stage } from "./room";
import { current } from "./steps";

export const NOTE_FIELD = "note-line";

export function Notes() {
  const cue = told(current(stage.value)?.cue);
  const looks = questions();
  return (
    <>
      <section class="notes">
        <div class="split">
          <h2>{t("Besluiten")}</h2>
          <Press look="quiet" word={stage.value.screen!.show === "notes" ? t("Van het scherm") : t("Toon op scherm")} pressed={stage.value.screen!.show === "notes"} onPress={() => show("notes")} />
        </div>
        <Line />
        <List />
      </section>
      {cue.length + looks.length > 0 ? (
        <section class="cue" tabIndex={0} aria-label={t("Alleen jij ziet dit")}>
          <p class="lab">
            <span>
              <Icon name="note" /> {t("Alleen jij ziet dit")}
            </span>
          </p>
          <dl>
            {cue.map(([name, text]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          {looks.length > 0 && <p class="lab">{t("Kijkvragen, geen punten")}</p>}
          {looks.map((line, i) => (
            <p key={line} aria-current={asked() === i + 1 ? "true" : undefined}>
              {line}
              {asked() === i + 1 && <b> {t("(op het scherm)")}</b>}
            </p>
          ))}
        </section>
      ) : null}
    </>
  );
}

function told(cue?: Cue): [string, string][] {
  if (!cue) return [];
  const lines: [string, string][] = [
    [t("Doel"), cue.goal],
    [t("Zo begin je"), cue.intro],
    [t("Luister naar"), cue.listen],
    [t("Pas op"), cue.trap],
  ];
  return lines.filter(([, text]) => text);
}

function Line() {
  const [text, setText] = useState("");
  const [as, setAs] = useState<Note["as"]>("decision");
  const { now } = stage.value;
  const add = async (event: Event) => {
    event.preventDefault();
    if (text.trim() && (await note(now.step, as, text.trim()))) setText("");
  };
  return (
    <form onSubmit={add}>
      <label class="vh" for={NOTE_FIELD}>{t("Schrijf op wat is afgesproken")}</label>
      <input id={NOTE_FIELD} value={text} maxLength={500} placeholder={t("Wat is afgesproken?")} onInput={(event) => setText(event.currentTarget.value)} aria-keyshortcuts="G" autocomplete="off" />
      <span class="row">
        <select aria-label={t("Soort notitie")} value={as} onChange={(event) => setAs(event.currentTarget.value as Note["as"])}>
          <option value="decision">{t("besluit")}</option>
          <option value="open">{t("open punt")}</option>
          <option value="private">{t("alleen voor mij")}</option>
        </select>
        <button class="btn small" type="submit">{t("Bewaar")}</button>
      </span>
    </form>
  );
}

function List() {
  const words = { decision: t("besluit"), open: t("open"), private: t("voor mij") };
  const notes = [...(stage.value.notes || [])].reverse();
  return (
    <ul class="written" tabIndex={notes.length ? 0 : undefined} aria-label={t("Wat is opgeschreven")}>
      {notes.map((it) => (
        <li key={it.id} class={it.as}>
          <span class="tag">{words[it.as]}</span> {it.text}
          <button type="button" class="btn quiet" aria-label={t("Haal weg: {text}", { text: it.text })} onClick={() => note(it.step, it.as, "", it.id)}>
            <Icon name="cross" />
          </button>
        </li>
      ))}
    </ul>
  );
}
