// Closing questions on a phone: a field per question, sent together. One answer of mine to each, or one sentence that we write on together.

import { useRef, useState } from "preact/hooks";
import { type Live, newId } from "../live";
import { type Field as Question, items } from "../wire";
import { refusal, t } from "../words";
import { Button, Notice, State } from "./button";
import { How } from "./card";
import { Field } from "./field";
import { useKept } from "./kept";
import { type Mine, myCards } from "./mine";
import { Page } from "./page";

interface Draft {
  text: string;
  base: string; // what stood there when I began
}

interface Answer {
  question: Question;
  card?: Mine; // mine; of a sentence that is ours only as long as it waits to be read
  there: string; // what stands there now
  value: string; // what is in the field
  changed: boolean;
  coming: boolean; // on its way
  meanwhile: boolean; // somebody else wrote on it since I began
}

export function Reflecting({ live }: { live: Live }) {
  const step = live.board.value!.id;
  const { about, config } = live.parts.value;
  const [drafts, setDrafts] = useKept<Record<string, Draft>>(live.keep, `answers.${step}`, {});
  const [said, say] = useKept<Record<string, string>>(live.keep, `said.${step}`, {}); // what the server does not keep for me
  const [wrong, complain] = useState<Record<string, string>>({});
  const latest = useRef({ drafts, said });
  latest.current = { drafts, said };
  const ours = config.show === "sentence";
  const answers: Answer[] = (config.fields as Question[]).map((question) => answerTo(live, question, drafts[question.id], about.reads === "nobody" ? (said[question.id] ?? "") : null));
  const todo = answers.filter(({ changed, value }) => changed && value.trim());

  function draft(question: string, next: Draft | null) {
    const { [question]: _, ...rest } = latest.current.drafts;
    latest.current.drafts = next ? { ...rest, [question]: next } : rest;
    setDrafts(latest.current.drafts);
  }
  function send({ question: { id: field }, card, value, there }: Answer) {
    const text = value.trim();
    const op = card && !ours ? { do: "edit", card: card.id, text } : { do: "add", card: newId(), text, field };
    complain(({ [field]: _, ...rest }) => rest);
    draft(field, null);
    say((latest.current.said = { ...latest.current.said, [field]: text }));
    live.send({ board: step, ...op }).then((answer) => {
      const refused = live.unsent.value.find((it) => it.op.card === op.card);
      if (!("refused" in answer) || !refused || latest.current.drafts[field]) return;
      live.forget(refused.id);
      draft(field, { text, base: there });
      complain((now) => ({ ...now, [field]: refusal(answer.refused) }));
    });
  }
  function submit() {
    const blank = answers.find(({ changed, value }) => changed && !value.trim());
    if (blank) complain({ [blank.question.id]: refusal("empty") });
    todo.forEach(send);
  }
  return (
    <Page live={live} beside title={about.title} lead={about.prompt} foot={<Foot live={live} todo={todo.length} submit={submit} />}>
      {ours && <p class="small soft">{t("Jullie schrijven samen aan één zin. Wat het laatst is ingestuurd, staat er.")}</p>}
      {answers.map((it) => (
        <div class="answer" key={it.question.id} data-pending={it.coming ? "" : undefined}>
          <Field
            id={it.question.id}
            label={it.question.name || (ours ? t("Onze zin") : t("Jouw antwoord"))}
            value={it.value}
            change={(text) => draft(it.question.id, text === it.there ? null : { text, base: drafts[it.question.id]?.base ?? it.there })}
            most={config.max_chars}
            enter={submit}
            wrong={wrong[it.question.id]}
          />
          {it.meanwhile && (
            <Notice icon="people" title={t("Intussen schreef iemand anders:")}>
              “{it.there}”{" "}
              <button type="button" class="link" onClick={() => draft(it.question.id, null)}>
                {t("Neem die zin over")}
              </button>
            </Notice>
          )}
          <span role="status">
            {!it.changed && it.card && <How card={it.card} online={live.link.value === "online"} moderated={about.moderate} />}
            {!it.changed && !it.card && it.there && <State as="saved">{t("Dit staat er nu.")}</State>}
          </span>
          {it.card && !ours && !it.card.leaving && (
            <button type="button" class="link" onClick={() => (live.send({ board: step, do: "remove", card: it.card!.id }), say({ ...said, [it.question.id]: "" }), draft(it.question.id, null))}>
              {t("Haal mijn antwoord weg")}
            </button>
          )}
        </div>
      ))}
    </Page>
  );
}

// `said`: my own words where the server keeps none.
function answerTo(live: Live, question: Question, draft: Draft | undefined, said: string | null): Answer {
  const ours = live.parts.value.config.show === "sentence";
  const mine = myCards(live, live.board.value!.id).filter(({ field }) => field === question.id);
  const card = mine.find(({ leaving, pending }) => !leaving && (!ours || pending)) ?? mine.find(({ leaving, state }) => !leaving && (!ours || state === "held"));
  const { table } = live.own.value.you ?? {};
  const [, shared] = (ours && items(live.parts.value).find(([, it]) => it.field === question.id && it.table === table)) || [];
  const there = said ?? card?.text ?? shared?.text ?? "";
  const value = draft?.text ?? there;
  return { question, card, there, value, changed: value.trim() !== there, coming: !!card?.pending, meanwhile: ours && !!draft && draft.base !== there && draft.text !== there };
}

function Foot({ live, todo, submit }: { live: Live; todo: number; submit(): void }) {
  const step = live.board.value!.id;
  const { done } = live.own.value;
  if (todo)
    return (
      <Button main wide icon="tick" press={submit}>
        {t("Stuur in")}
      </Button>
    );
  return (
    <>
      <p role="status">{done ? t("Je bent klaar. Aanpassen mag nog.") : t("Niets opschrijven mag ook.")}</p>
      {!done && (
        <Button main press={() => live.send({ board: "stage", do: "done", step })}>
          {t("Ik ben klaar")}
        </Button>
      )}
    </>
  );
}

export function Reflected({ live }: { live: Live }) {
  const { about, config } = live.parts.value;
  const said = live.keep.get<Record<string, string>>(`said.${live.board.value!.id}`) ?? {};
  const list = (config.fields as Question[]).map((question) => answerTo(live, question, undefined, about.reads === "nobody" ? (said[question.id] ?? "") : null)).filter(({ there }) => there);
  return (
    <Page live={live} beside title={about.title} lead={about.prompt}>
      <Notice icon="lock" title={t("Deze stap is dicht.")}>
        {t("Kijk mee op het grote scherm.")}
      </Notice>
      {list.length > 0 && <h2>{config.show === "sentence" ? t("Onze zin") : t("Jouw antwoord")}</h2>}
      <ul class="mine">
        {list.map(({ question, there, card }) => (
          <li class="card" key={question.id}>
            <div class="body">
              {question.name && <span class="where">{question.name}</span>}
              <span>{there}</span>
              {card && <How card={card} online={live.link.value === "online"} moderated={about.moderate} />}
            </div>
          </li>
        ))}
      </ul>
      {!list.length && <p>{t("Je hebt hier niets opgeschreven.")}</p>}
    </Page>
  );
}
