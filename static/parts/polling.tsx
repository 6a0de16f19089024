// A poll on a phone: one question at a time while it is open, then what I chose, then what everybody chose.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Live } from "../live";
import type { Option, Tally } from "../wire";
import { nt, refusal, t } from "../words";
import { AsideNote } from "./aside-note";
import { about, myChoices, type Question, questions } from "./asked";
import { Button, Notice, State } from "./button";
import { useKept } from "./kept";
import { Options } from "./options";
import { Page } from "./page";

export function Asking({ live }: { live: Live }) {
  const parts = live.parts.value;
  const list = questions(parts);
  const [kept, keep] = useKept(live.keep, `question.${live.board.value!.id}`, 0);
  const at = Math.min(kept, list.length - 1);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [at]);
  const go = (to: number) => ((moved.current = true), keep(to));
  return (
    <Page live={live} title={parts.about.title} lead={parts.about.prompt} foot={<Foot live={live} list={list} at={at} go={go} />}>
      {list.length > 1 && (
        <h2 class="question" tabIndex={-1} ref={heading} id="question">
          <span class="small soft">{t("Vraag {n} van {of}", { n: at + 1, of: list.length })}</span>
          {list[at].text}
        </h2>
      )}
      {list.length === 1 && (
        <p id="question" class={list[0].text ? "asked-for" : "vh"}>
          {list[0].text || parts.about.prompt}
        </p>
      )}
      <One key={list[at].id} live={live} question={list[at]} />
    </Page>
  );
}

function One({ live, question }: { live: Live; question: Question }) {
  const step = live.board.value!.id;
  const { options, multi, note, max_chars } = live.parts.value.config;
  const { on, pending } = myChoices(live, question);
  const [wrong, complain] = useState<string | null>(null);

  async function choose(chosen: string[]) {
    complain(null);
    const answer = await live.send({ board: step, do: "choose", ...about(question), options: chosen });
    const closed = live.board.value?.id !== step || live.stage.value!.now.state !== "open";
    if (!("refused" in answer) || closed) return; // then it stands in "niet verstuurd"
    complain(refusal(answer.refused));
    for (const it of live.unsent.value) if (it.op.do === "choose") live.forget(it.id);
  }
  return (
    <>
      <div class="choosing">
        {multi && <p class="small">{t("Je mag er meer kiezen.")}</p>}
        <Options labelledBy="question" options={options} multi={multi} on={on} pending={pending} choose={choose} />
        <span role="status">{wrong && <State as="refused">{wrong}</State>}</span>
        {!multi && on.length > 0 && (
          <button type="button" class="undo-choice" onClick={() => choose([])}>
            {t("Haal mijn keuze weg")}
          </button>
        )}
      </div>
      {note && <AsideNote live={live} label={note} most={max_chars} about={about(question)} known={live.own.value.notes?.[question.id]} />}
    </>
  );
}

function Foot({ live, list, at, go }: { live: Live; list: Question[]; at: number; go(to: number): void }) {
  const step = live.board.value!.id;
  const { done } = live.own.value;
  const last = at === list.length - 1;
  const chosen = myChoices(live, list[at]).on.length > 0;
  const send = (does: string) => live.send({ board: "stage", do: does, step });
  return (
    <>
      <p role="status">{said(!!done, chosen, list.filter((it) => !myChoices(live, it).on.length).length)}</p>
      {at > 0 && <Button press={() => go(at - 1)}>{t("Vorige")}</Button>}
      {!last && (
        <Button main press={() => go(at + 1)}>
          {t("Volgende")}
        </Button>
      )}
      {last && !done && (
        <Button main press={() => send("done")}>
          {t("Ik ben klaar")}
        </Button>
      )}
      {last && done && !chosen && list.length === 1 && <Button press={() => send("undone")}>{t("Toch niet")}</Button>}
    </>
  );
}

function said(done: boolean, chosen: boolean, open: number): string {
  if (done) return chosen ? t("Je bent klaar. Wisselen mag nog.") : t("Je bent klaar. Kiezen mag nog.");
  if (open) return chosen ? nt("Nog {n} vraag zonder keuze.", "Nog {n} vragen zonder keuze.", open) : t("Niets kiezen mag ook.");
  return t("Je keuze staat erin.");
}

// What I chose, in plain text, once the poll is closed.
export function MyChoices({ live }: { live: Live }) {
  const parts = live.parts.value;
  const named = (id: string) => (parts.config.options as Option[]).find((it) => it.id === id)?.name;
  const list = questions(parts).map((question) => ({ question, names: myChoices(live, question).on.map(named) }));
  if (!list.some(({ names }) => names.length)) return <p>{t("Je hebt hier niets gekozen.")}</p>;
  return (
    <section>
      <h2>{t("Jouw keuze")}</h2>
      <ul class="chosen">
        {list.map(({ question, names }) => (
          <li key={question.id}>
            {question.text && <span class="small soft">{question.text}</span>}
            <b>{names.join(", ") || t("geen keuze")}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function PollResult({ live }: { live: Live }) {
  const parts = live.parts.value;
  const tally = parts.tally as Tally | undefined;
  if (!tally) return null;
  return (
    <>
      <Notice icon="eye" title={t("De uitslag is open.")}>
        {tally.people ? nt("{n} mens heeft gekozen.", "{n} mensen hebben gekozen.", tally.people) : t("Er heeft niemand gekozen.")}
      </Notice>
      {tally.people > 0 && questions(parts).map((question) => <Counts key={question.id} live={live} question={question} />)}
    </>
  );
}

function Counts({ live, question }: { live: Live; question: Question }) {
  const parts = live.parts.value;
  const { options, key } = parts[question.id];
  const mine = live.own.value.choices?.[question.id] ?? [];
  return (
    <section>
      {question.text && <h2>{question.text}</h2>}
      <ul class="result polled">
        {(parts.config.options as Option[]).map(({ id, name }) => (
          <li key={id}>
            <span>
              {name}
              {mine.includes(id) && <small class="mine-mark"> {t("(ook van jou)")}</small>}
              {id === key && <State as="saved">{t("Zo is het afgesproken")}</State>}
            </span>
            <span class="count">
              {options[id]}
              <span class="vh">{t("mensen")}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
