// The form of one card: a new one, or one of mine to mend. After sending, the field is empty at once and the card waits in the outbox.

import { useRef, useState } from "preact/hooks";
import { type Live, newId } from "../live";
import type { Answer, Op } from "../wire";
import { cards, refusal, t } from "../words";
import { Button, Notice } from "./button";
import type { Config, Draft, Place } from "./collect";
import { Field } from "./field";
import { useKept } from "./kept";
import { cardsLeft, type Mine, myCards } from "./mine";
import { Told, useNews } from "./news";
import { Page } from "./page";

const BECAUSE_MOST = 400;

interface WriterProps {
  live: Live;
  place: Place;
  config: Config;
  card?: Mine; // the one to mend; without it a new one
  close(): void; // to the list
}

type Wrong = { where: "text" | "because" | "place"; why: string } | null;

export function Writer({ live, place, config, card, close }: WriterProps) {
  const step = live.board.value!.id;
  const { about } = live.parts.value;
  const [draft, setDraft] = useKept<Draft>(live.keep, `draft.${step}.${card?.id ?? "new"}`, blank(card));
  const [wrong, complain] = useState<Wrong>(null);
  const [news, tell] = useNews();
  const latest = useRef(draft);
  latest.current = draft;
  const form = useRef<HTMLFormElement>(null);
  const asks = config.because && config.because !== "none";
  const left = cardsLeft(live, step);

  function change(part: Partial<Draft>) {
    complain(null);
    setDraft({ ...latest.current, ...part });
  }
  function missing(): Wrong {
    if (!draft.text.trim()) return { where: "text", why: refusal("empty") };
    const place_ = place.missing(config, draft);
    if (place_) return { where: "place", why: place_ };
    if (config.because === "required" && !draft.because.trim()) return { where: "because", why: refusal("because_needed") };
    return null;
  }
  function submit() {
    const first = missing();
    if (first) {
      complain(first);
      focus(form.current, first.where);
    } else if (card) mend();
    else if (left === 0) tell({ state: "refused", text: refusal("too_many_cards") });
    else add();
  }
  function add() {
    const sent = draft;
    const op = { board: step, do: "add", card: newId(), text: draft.text.trim(), ...why(draft), ...place.of(config, draft) };
    change({ text: "", because: "", ...place.next });
    tell({ state: "pending", answer: send(live, op) });
    if (matchMedia("(pointer: fine)").matches) focus(form.current, place.first ? "field" : "text");
    else (document.activeElement as HTMLElement | null)?.blur();

    function send(to: Live, it: Op): Promise<Answer> {
      const answer = to.send(it);
      answer.then((said) => "refused" in said && giveBack(sent, said.refused, it));
      return answer;
    }
  }
  // My text comes back into the field, unless I am already writing the next card; then it stays in "niet verstuurd".
  function giveBack(sent: Draft, reason: string, op: Op) {
    const refused = live.unsent.value.find((it) => it.op.card === op.card);
    if (latest.current.text || !refused) return;
    live.forget(refused.id);
    setDraft(sent);
    complain({ where: "text", why: refusal(reason) });
  }
  function mend() {
    const said = place.of(config, draft);
    const same = { text: draft.text.trim(), ...why(draft) };
    if (same.text !== card!.text || (same.because ?? "") !== (card!.because ?? "")) live.send({ board: step, do: "edit", card: card!.id, ...same });
    if (Object.entries(said).some(([key, id]) => (card![key as "level"] ?? null) !== (id || null))) live.send({ board: step, do: "move", card: card!.id, ...said });
    leave();
  }
  function leave() {
    live.keep.drop(`draft.${step}.${card?.id}`);
    close();
  }

  const full = !card && left === 0;
  const n = myCards(live, step).length;
  const choose = <place.Choose live={live} config={config} draft={draft} change={change} enter={submit} wrong={wrong?.where === "place" ? wrong.why : null} />;
  return (
    <Page
      live={live}
      beside={!card}
      title={card ? t("Pas je kaart aan") : about.title}
      lead={card ? undefined : about.prompt}
      foot={
        card ? (
          <>
            <Button press={leave}>{t("Laat zo")}</Button>
            <Button main icon="tick" press={submit}>
              {t("Bewaar")}
            </Button>
          </>
        ) : full ? (
          <>
            <Button main={live.own.value.done} press={close}>
              {t("Mijn kaarten ({n})", { n })}
            </Button>
            {!live.own.value.done && (
              <Button main press={() => live.send({ board: "stage", do: "done", step })}>
                {t("Ik ben klaar")}
              </Button>
            )}
          </>
        ) : (
          <>
            {n > 0 && <Button press={close}>{t("Mijn kaarten ({n})", { n })}</Button>}
            <Button main icon="plus" press={submit}>
              {t("Zet erbij")}
            </Button>
          </>
        )
      }
    >
      {full ? (
        <Notice icon="tick" title={t("Je kaarten staan erin.")}>
          {t("Je had er {n}. Wil je iets anders kwijt? Pas een kaart aan of haal er een weg.", { n })}
        </Notice>
      ) : (
        <form ref={form} class="writer" onSubmit={(event) => event.preventDefault()}>
          {place.first && choose}
          <Field
            id="text"
            label={t("Jouw kaart")}
            value={draft.text}
            change={(text) => change({ text })}
            most={config.max_chars ?? 80}
            enter={submit}
            wrong={wrong?.where === "text" ? wrong.why : null}
          />
          {place.Help && <place.Help live={live} config={config} draft={draft} change={change} />}
          {asks && (
            <Field
              id="because"
              label={t("want …")}
              hint={config.because === "optional" ? t("mag leeg blijven") : undefined}
              value={draft.because}
              change={(because) => change({ because })}
              most={BECAUSE_MOST}
              enter={submit}
              wrong={wrong?.where === "because" ? wrong.why : null}
            />
          )}
          {!place.first && choose}
        </form>
      )}
      <p role="status" class="news">
        {news ? <Told news={news} online={live.link.value === "online"} /> : left !== null && !full && !card && <span class="small soft">{t("Je mag nog {n} maken.", { n: cards(left) })}</span>}
      </p>
    </Page>
  );
}

function blank(card?: Mine): Draft {
  return { text: "", because: "", ...card };
}

function why({ because }: Draft): { because?: string } {
  return because.trim() ? { because: because.trim() } : {};
}

// To the field of that name, or to the choice of the place.
function focus(form: HTMLFormElement | null, where: string) {
  const at = form?.querySelector<HTMLElement>(where === "place" || where === "field" ? '[role="radio"][tabindex="0"]' : `#${where}`);
  (at ?? form?.querySelector<HTMLElement>("textarea"))?.focus();
}
