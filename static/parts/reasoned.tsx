// A vote that asks why: one reason per thing I gave a dot, under its row. What is typed stays on this phone until it is sent.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Live } from "../live";
import type { Op } from "../wire";
import { refusal, t, want } from "../words";
import { Button, State } from "./button";
import { Field } from "./field";
import { useKept } from "./kept";
import { sendHere } from "./unsent";
import { type Voted, Voting } from "./voting";

const MOST = 400; // characters

export function Reasoned(voted: Voted) {
  const { live, ballots, dots, wrong, complain } = voted;
  const step = live.board.value!.id;
  const needed = live.parts.value.config.because === "required";
  const drafts = useDrafts(live, step);

  // Where a reason is needed the dot waits for it; else the field opens with the dot.
  function before(word: "put" | "take", item: string, ballot: string): boolean {
    const asks = word === "put" && !mySaid(live, step, item);
    if (asks && needed) drafts.ask(item, { ...(drafts.of[item] ?? { text: "" }), ballot });
    else if (asks || word === "take") drafts.set(item, asks ? { text: "" } : undefined);
    return !(asks && needed);
  }
  function save(item: string) {
    const draft = drafts.of[item];
    const text = draft.text.trim();
    if (!text && needed) return complain({ item, why: refusal("because_needed") });
    stop(item);
    if (draft.ballot) send({ board: step, do: "put", item, ballot: draft.ballot, because: text }, draft);
    else if (text !== (mySaid(live, step, item)?.text ?? "")) send({ board: step, do: "why", item, text }, draft);
  }
  // With my words back in the field when it is refused.
  function send(op: Op & { item: string }, draft: Draft) {
    sendHere(live, op, (why) => (complain({ item: op.item, why }), drafts.set(op.item, draft)));
  }
  function stop(item: string) {
    complain(null);
    drafts.set(item, undefined);
  }
  const under = (id: string, text: string) => (
    <Reason
      id={id}
      item={text}
      said={mySaid(live, step, id)}
      draft={drafts.of[id]}
      needed={needed}
      given={ballots.some((it) => dots.on(it.id, id) > 0)}
      wrong={wrong?.item === id ? wrong.why : null}
      begin={(said) => drafts.ask(id, { text: said })}
      type={(said) => (complain(null), drafts.set(id, { ...drafts.of[id], text: said }))}
      stop={() => stop(id)}
      save={() => save(id)}
    />
  );
  return <Voting {...voted} more={{ before, under }} />;
}

interface Draft {
  text: string;
  ballot?: string; // where a dot goes once I say why
}

// What I am writing, by item. `ask` also puts the focus in the field.
function useDrafts(live: Live, step: string) {
  const [of, keep] = useKept<Record<string, Draft>>(live.keep, `why.${step}`, {});
  const [asked, ask] = useState<string | null>(null);
  const latest = useRef(of);
  latest.current = of;
  useLayoutEffect(() => {
    if (asked) document.getElementById(`why-${asked}`)?.focus();
    ask(null);
  }, [asked]);
  function set(item: string, draft: Draft | undefined) {
    const { [item]: _, ...rest } = latest.current;
    keep((latest.current = draft ? { ...rest, [item]: draft } : rest));
  }
  return { of, set, ask: (item: string, draft: Draft) => (set(item, draft), ask(item)) };
}

interface Said {
  text: string;
  pending: boolean;
  hidden: boolean; // the facilitator put it away
}

// What I wrote for an item: what is on its way, else what the server has.
function mySaid(live: Live, step: string, item: string): Said | null {
  const coming = live.outbox.value.filter(({ op }) => op.board === step && op.item === item && (op.do === "why" || op.because)).pop();
  if (coming) return said(coming.op.text || coming.op.because, true);
  const mine = (live.own.value.reasons || {})[item];
  return mine ? said(mine.text, false, mine.state !== "shown") : null;
}

const NOTHING = { text: "", pending: false, hidden: false };

const said = (text: unknown, pending: boolean, hidden = false): Said | null => (text ? { text: text as string, pending, hidden } : null);

interface ReasonProps {
  id: string;
  item: string; // its text
  said: Said | null;
  draft: Draft | undefined;
  needed: boolean; // without it there is no dot
  given: boolean; // there is a dot of mine
  wrong: string | null;
  begin(text: string): void;
  type(text: string): void;
  stop(): void;
  save(): void;
}

function Reason({ id, item, said, draft, needed, given, wrong, begin, type, stop, save }: ReasonProps) {
  if (draft)
    return (
      <div class="reason">
        <Field id={`why-${id}`} label={t("want …")} hint={needed ? t("dan telt je stip") : t("mag leeg blijven")} value={draft.text} change={type} most={MOST} enter={save} wrong={wrong} />
        <div class="row">
          <Button press={stop}>{draft.ballot ? t("Toch niet") : t("Sluit")}</Button>
          <Button main press={save}>
            {draft.ballot ? t("Geef je stip") : t("Bewaar")}
          </Button>
        </div>
      </div>
    );
  const refused = <span role="status">{wrong && <State as="refused">{wrong}</State>}</span>;
  if (!given) return refused;
  const { text, pending, hidden } = said || NOTHING;
  const word = text ? t("Pas aan") : t("Zeg waarom");
  return (
    <div class="reason" data-pending={pending ? "" : undefined}>
      {refused}
      {text && <p>{want(text)}</p>}
      {pending && <State as="pending">{t("Onderweg")}</State>}
      {hidden && <p class="small soft">{t("De begeleider laat dit nu niet zien.")}</p>}
      <button type="button" class="link" onClick={() => begin(text)} aria-label={`${word}: ${item}`}>
        {word}
      </button>
    </div>
  );
}
