// Why I gave this a dot: what I wrote, or the field to write it in. What is typed stays on this phone until it is sent.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Live } from "../live";
import { t, want } from "../words";
import { Button, State } from "./button";
import { Field } from "./field";
import { useKept } from "./kept";

const MOST = 400; // characters

export interface Draft {
  text: string;
  ballot?: string; // where a dot goes once I say why
}

// What I am writing, by item. `ask` also puts the focus in the field.
export function useDrafts(live: Live, step: string) {
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

export interface Said {
  text: string;
  pending: boolean;
  hidden: boolean; // the facilitator put it away
}

// What I wrote for an item: what is on its way, else what the server has.
export function mySaid(live: Live, step: string, item: string): Said | null {
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

export function Reason({ id, item, said, draft, needed, given, wrong, begin, type, stop, save }: ReasonProps) {
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
  if (!given) return null;
  const { text, pending, hidden } = said || NOTHING;
  const word = text ? t("Pas aan") : t("Zeg waarom");
  return (
    <div class="reason" data-pending={pending ? "" : undefined}>
      {text && <p>{want(text)}</p>}
      {pending && <State as="pending">{t("Onderweg")}</State>}
      {hidden && <p class="small soft">{t("De begeleider laat dit nu niet zien.")}</p>}
      <button type="button" class="link" onClick={() => begin(text)} aria-label={`${word}: ${item}`}>
        {word}
      </button>
    </div>
  );
}
