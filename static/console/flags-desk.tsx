// The facilitator's side of a flags board: which case and round is on, flags on paper, the flag of the group, and the wishes that may be shown.
// As all that a board draws on the console it keeps no state of the room, so that no phone carries the console along.
import { useState } from "preact/hooks";
import { FlagSign } from "../parts/flag-sign";
import type { Config, Decided, Turn } from "../parts/flags";
import { nt, t } from "../words";
import type { Desk } from "./shelf";

export function FlagsDesk({ desk }: { desk: Desk }) {
  const config = desk.parts.config as Config;
  const on = desk.parts.case as Turn;
  return (
    <div class="flags-desk">
      <Turns desk={desk} config={config} on={on} />
      <section>
        <h2>{t("De vlag van de groep, situatie {n}", { n: on.case })}</h2>
        <Decision key={on.case} desk={desk} config={config} on={on} />
      </section>
      <section>
        <h2>{t("Vlaggen op papier")}</h2>
        <p class="small">{t("Voor wie geen telefoon heeft. De stand blijft dicht tot je de uitslag toont.")}</p>
        <div class="paper-flags">
          {config.flags.map(({ id, name }) => (
            <span key={id} class="paper-flag">
              <FlagSign flag={id} />
              {name}
              <Do word="−" more={t("{flag}: één minder", { flag: name })} onPress={() => desk.act("tally", { flag: id, n: -1 })} />
              <Do word="+" more={t("{flag}: één meer", { flag: name })} onPress={() => desk.act("tally", { flag: id, n: 1 })} />
            </span>
          ))}
        </div>
      </section>
      {config.question && <Wishes desk={desk} question={config.question} />}
    </div>
  );
}

function Turns({ desk, config, on }: { desk: Desk; config: Config; on: Turn }) {
  const rounds = Array.from({ length: config.rounds }, (_, i) => i + 1);
  return (
    <section>
      <h2>{t("Situaties")}</h2>
      <ol>
        {config.cases!.map(({ id, story }, i) => (
          <li key={id} aria-current={on.case === i + 1 ? "step" : undefined}>
            <p>
              <b>{i + 1}</b> {story}
            </p>
            <span class="row">
              {rounds.map((round) => {
                const here = on.case === i + 1 && on.round === round;
                const word = rounds.length > 1 ? t("Ronde {n}", { n: round }) : t("Kies");
                return <Do key={round} word={word} more={t("van situatie {n}", { n: i + 1 })} pressed={here} onPress={() => here || desk.act("case", { case: i + 1, round })} />;
              })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

// Typed after the talk: nothing here is worked out.
function Decision({ desk, config, on }: { desk: Desk; config: Config; on: Turn }) {
  const known = (desk.parts.decided as Decided)[`c${on.case}`];
  const [flag, choose] = useState<string | null>(null);
  const [text, type] = useState<string | null>(null);
  const chosen = flag ?? known?.flag ?? "";
  const reason = text ?? known?.text ?? "";
  const save = async (event: Event) => {
    event.preventDefault();
    if (!chosen || !(await desk.act("decide", { case: on.case, flag: chosen, text: reason.trim() }))) return;
    choose(null);
    type(null);
  };
  const changed = chosen !== (known?.flag ?? "") || reason.trim() !== (known?.text ?? "");
  return (
    <form onSubmit={save}>
      <fieldset class="row">
        <legend class="vh">{t("Welke vlag koos de groep?")}</legend>
        {config.flags.map(({ id, name }) => (
          <label key={id} class="flag-choice">
            <input type="radio" name="flag" value={id} checked={chosen === id} onChange={() => choose(id)} />
            <FlagSign flag={id} />
            {name}
          </label>
        ))}
      </fieldset>
      <label class="field">
        <span>{t("Want …")}</span>
        <input type="text" maxLength={500} value={reason} onInput={(event) => type(event.currentTarget.value)} autocomplete="off" />
      </label>
      <span class="row">
        <button type="submit" class="btn small" aria-disabled={chosen && changed ? undefined : true}>
          {t("Bewaar de vlag")}
        </button>
        {known && <Do quiet word={t("Haal hem weg")} onPress={() => desk.act("decide", { case: on.case, flag: null })} />}
        <span class="small soft">{t("Hij staat op het laatste blad van het scherm.")}</span>
      </span>
    </form>
  );
}

function Wishes({ desk, question }: { desk: Desk; question: string }) {
  const wishes: { id: string; says: string; shown: boolean }[] | undefined = desk.parts.wishes;
  return (
    <section>
      <h2>{question}</h2>
      {!wishes && <p class="small">{t("Je leest ze zodra je de uitslag toont. De zaal ziet alleen wat jij laat zien.")}</p>}
      {wishes && !wishes.length && <p class="small">{t("Er is nog niets geschreven.")}</p>}
      <ul class="wanted-list">
        {wishes?.map(({ id, says, shown }) => (
          <li key={id}>
            <span>{says}</span>
            <Do word={shown ? t("Verberg") : t("Toon")} more={says} onPress={() => desk.act("quote", { wish: id, on: !shown })} />
          </li>
        ))}
      </ul>
      {wishes && wishes.length > 0 && <p class="small soft">{nt("{n} geschreven", "{n} geschreven", wishes.length)}</p>}
    </section>
  );
}

function Do({ word, more, pressed, quiet, onPress }: { word: string; more?: string; pressed?: boolean; quiet?: boolean; onPress(): void }) {
  return (
    <button type="button" class={`btn ${quiet ? "quiet" : "small"}`} aria-pressed={pressed} onClick={onPress}>
      <span>{word}</span>
      {more && <span class="vh"> {more}</span>}
    </button>
  );
}
