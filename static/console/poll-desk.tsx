// A poll on the facilitator's desk: the counts once they are open, people on paper, the key, and the notes.

import { useState } from "preact/hooks";
import { about, type Question, questions } from "../parts/asked";
import type { Item, Option, Tally } from "../wire";
import { nt, people, t } from "../words";
import { Press } from "./press";
import { Chips, type Desk } from "./shelf";

const MOST = 50; // people on paper in one go

export function PollDesk({ desk }: { desk: Desk }) {
  const list = questions(desk.parts);
  const listed = desk.rows.filter(([, item]) => item.i !== undefined);
  const notes = desk.rows.filter(([, item]) => item.i === undefined);
  const tally = desk.parts.tally as Tally | undefined;
  const asks = desk.parts.config.note as string;
  return (
    <div class="poll-desk">
      {list[0].text && <Chips desk={desk} rows={listed} />}
      {tally ? list.map((it) => <Counts key={it.id} desk={desk} question={it} />) : <p class="small">{t("De uitslag is nog dicht, ook hier.")}</p>}
      {asks && (
        <section>
          <h2>{asks}</h2>
          {tally ? <Chips desk={desk} rows={notes} /> : <p class="small">{t("Wat mensen hier schrijven, komt na de uitslag.")}</p>}
          {notes.length > 0 && <p class="small soft">{t("De zaal ziet dit niet. Kies er een en zet hem op het scherm als je dat wilt.")}</p>}
        </section>
      )}
      <Paper desk={desk} list={list} />
      <Key desk={desk} list={list} open={!!tally} />
    </div>
  );
}

function Counts({ desk, question }: { desk: Desk; question: Question }) {
  const item = desk.parts[question.id] as Item;
  return (
    <section>
      <h2>{question.text || desk.parts.about.prompt}</h2>
      <table>
        <tbody>
          {(desk.parts.config.options as Option[]).map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">
                {name} {id === item.key && <b class="tag">{t("afgesproken")}</b>}
              </th>
              <td class="n">{item.options![id]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small">{nt("{n} mens koos.", "{n} mensen kozen.", item.people ?? 0)}</p>
    </section>
  );
}

// For who has no phone: how many chose this. Below zero takes off again.
function Paper({ desk, list }: { desk: Desk; list: Question[] }) {
  const options = desk.parts.config.options as Option[];
  const [at, ask] = useState(0);
  const [option, choose] = useState(options[0].id);
  const [n, count] = useState(1);
  const [added, tell] = useState("");
  const question = list[Math.min(at, list.length - 1)];
  const add = async (event: Event) => {
    event.preventDefault();
    tell("");
    if (!(await desk.act("tally", { ...about(question), option, n }))) return;
    tell(t("Geteld: {people} bij “{name}”.", { people: people(n), name: options.find(({ id }) => id === option)!.name }));
  };
  return (
    <form class="on-paper" onSubmit={add}>
      <h2>{t("Op papier of met handen")}</h2>
      <div class="row">
        {list.length > 1 && (
          <label class="field">
            <span>{t("Vraag")}</span>
            <select value={at} onChange={(event) => ask(Number(event.currentTarget.value))}>
              {list.map(({ id, text }, i) => (
                <option key={id} value={i}>{`${i + 1} ${text}`}</option>
              ))}
            </select>
          </label>
        )}
        <label class="field">
          <span>{t("Keuze")}</span>
          <select value={option} onChange={(event) => choose(event.currentTarget.value)}>
            {options.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label class="field number">
          <span>{t("Mensen")}</span>
          <input type="number" required min={-MOST} max={MOST} value={n} onInput={(event) => count(event.currentTarget.valueAsNumber)} />
        </label>
        <button type="submit" class="btn small">
          {t("Tel mee")}
        </button>
      </div>
      <p class="small" role="status">
        {added || t("Voor wie geen telefoon heeft. Een getal onder nul haalt er weer af.")}
      </p>
    </form>
  );
}

// What is agreed here, per question; the hall sees it when you say so, after the result. Folded away: the laptop may be on the projector.
function Key({ desk, list, open }: { desk: Desk; list: Question[]; open: boolean }) {
  const { shown, options: right } = desk.parts.key as { shown: boolean; options: Record<string, string> };
  const options = desk.parts.config.options as Option[];
  const any = Object.keys(right).length > 0;
  return (
    <section>
      {open && any && (
        <Press look="small" icon={shown ? "closed" : "eye"} word={shown ? t("Verberg wat is afgesproken") : t("Toon wat is afgesproken")} onPress={() => desk.act("key", { show: !shown })} />
      )}
      <details>
        <summary>{any ? t("Wat is hier afgesproken? Pas het aan.") : t("Is er een antwoord afgesproken? Leg het vast.")}</summary>
        {list.map((question, i) => (
          <label class="field" key={question.id}>
            <span>{question.text ? `${i + 1} ${question.text}` : desk.parts.about.prompt}</span>
            <select value={right[question.id] ?? ""} onChange={(event) => desk.act("right", { ...about(question), option: event.currentTarget.value || null })}>
              <option value="">{t("geen afspraak")}</option>
              {options.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ))}
      </details>
    </section>
  );
}
