// My answers in words, and what the group says next to them. The chart is on the screen.

import type { Live } from "../live";
import { nt, t } from "../words";
import { type Answers, checksOf, inWords, listed, middle } from "./answers";
import { Button, Notice } from "./button";
import { Page } from "./page";

// All items with my answer; a tap goes to the item.
export function Overview({ live, answers, go }: { live: Live; answers: Answers; go(to: number): void }) {
  const parts = live.parts.value;
  const list = listed(parts);
  const checks = checksOf(parts);
  const step = live.board.value!.id;
  const open = list.flatMap(([id]) => checks.map((check) => answers.of(id, check.id))).filter((value) => value === undefined).length;
  const done = live.own.value.done;
  return (
    <Page
      live={live}
      beside
      title={t("Jouw antwoorden")}
      lead={parts.about.prompt}
      foot={
        <>
          <p role="status">{open ? nt("Er is er nog {n} open. Overslaan mag.", "Er zijn er nog {n} open. Overslaan mag.", open) : t("Alles heeft een antwoord. Wisselen mag nog.")}</p>
          <Button main={!done} press={() => live.send({ board: "stage", do: done ? "undone" : "done", step })}>
            {done ? t("Toch niet klaar") : t("Ik ben klaar")}
          </Button>
        </>
      }
    >
      <ul class="scored">
        {list.map(([id, { text }], index) => (
          <li key={id}>
            <button type="button" onClick={() => go(index)}>
              <span>{text}</span>
              <Given live={live} answers={answers} id={id} />
            </button>
          </li>
        ))}
      </ul>
    </Page>
  );
}

// What I answered on one item: in words, or how many of its checks have an answer.
function Given({ live, answers, id }: { live: Live; answers: Answers; id: string }) {
  const parts = live.parts.value;
  const values = checksOf(parts).map((check) => answers.of(id, check.id));
  const given = values.filter((value) => value !== undefined);
  if (!given.length) return <em class="soft">{t("nog open")}</em>;
  if (values.length === 1) return <b>{inWords(parts, given[0]!)}</b>;
  return <b>{given.length < values.length ? t("{n} van {all}", { n: given.length, all: values.length }) : t("alle {n}", { n: values.length })}</b>;
}

export function MyAnswers({ live, answers }: { live: Live; answers: Answers }) {
  const parts = live.parts.value;
  const list = listed(parts).filter(([id]) => checksOf(parts).some((check) => answers.of(id, check.id) !== undefined));
  if (!list.length) return <p>{t("Je gaf hier geen antwoord.")}</p>;
  return (
    <section>
      <h2>{t("Jouw antwoorden")}</h2>
      <Told live={live} answers={answers} list={list.map(([id]) => id)} />
    </section>
  );
}

export function ScaleResult({ live, answers }: { live: Live; answers: Answers }) {
  const { ranking } = live.parts.value;
  if (!ranking) return null;
  return (
    <>
      <Notice icon="eye" title={t("De uitslag is open.")}>
        {ranking.people ? `${nt("{n} mens gaf antwoord.", "{n} mensen gaven antwoord.", ranking.people)} ${t("De mediaan is het antwoord in het midden.")}` : t("Er is geen antwoord gegeven.")}
      </Notice>
      {ranking.people > 0 && <Told live={live} answers={answers} list={ranking.ids} />}
    </>
  );
}

// Per item, or per check of it: the median once it is known, and my own answer.
function Told({ live, answers, list }: { live: Live; answers: Answers; list: string[] }) {
  const parts = live.parts.value;
  return (
    <ul class="scored told">
      {list.map((id) => (
        <li key={id}>
          <b>{parts[id].text}</b>
          {checksOf(parts).map((check) => {
            const said = check.name ? parts[id].checks?.[check.id] : parts[id];
            const mine = answers.of(id, check.id);
            return (
              <p key={check.id} class={check.name ? "of-check" : undefined}>
                {check.name && <span>{check.name}</span>}
                {parts.ranking && <span>{said.median === null ? t("geen mediaan: niemand gaf een cijfer") : t("mediaan: {words}", { words: middle(parts, said.median) })}</span>}
                <span class="mine-mark">{mine === undefined ? t("jij: geen antwoord") : t("jij: {words}", { words: inWords(parts, mine) })}</span>
              </p>
            );
          })}
        </li>
      ))}
    </ul>
  );
}
