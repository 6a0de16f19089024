// What two elements have to do with each other: the type, the reason where one is asked, and whether it is known or assumed.

import { useEffect, useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { Live } from "../live";
import type { Basis, MyLink, RelationType } from "../wire";
import { refusal, t } from "../words";
import { Button, State } from "./button";
import { Choice } from "./choice";
import { Field } from "./field";
import { Page } from "./page";

const WHY_MOST = 160;

interface JudgeProps {
  live: Live;
  title: string;
  aside?: string;
  draft: Partial<MyLink> & { a: string; b: string };
  change(part: Partial<MyLink>): void;
  send(link: MyLink): void;
  apart: string[]; // the answers that are no link, also to choose from
  quick?: boolean; // a tap on a type sends it
  word: string; // on the button
  back?: { word: string; press(): void };
  wrong?: string;
  children?: ComponentChildren;
}

export const typeName = (types: RelationType[], id: string): string => {
  const apart: Record<string, string> = { none: t("geen verband"), unknown: t("weet niet") };
  return apart[id] ?? types.find((type) => type.id === id)?.name ?? "";
};

export function Judge({ live, title, aside, draft, change, send, apart, quick, word, back, wrong, children }: JudgeProps) {
  const parts = live.parts.value;
  const { types, because } = parts.config as { types: RelationType[]; because: string };
  const [missing, complain] = useState<"type" | "because" | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const pair = `${draft.a} ${draft.b}`;
  useFocusOn(form, pair);
  const linked = !!draft.type && !apart.includes(draft.type);
  const options = [...types.map(({ id }) => id), ...apart].map((id) => ({ id, class: `rel ${id}`, draw: () => typeName(types, id) }));

  function set(part: Partial<MyLink>) {
    complain(null);
    change(part);
  }
  function submit() {
    const lacks = !draft.type ? "type" : linked && because === "required" && !draft.because?.trim() ? "because" : null;
    complain(lacks);
    if (lacks) form.current!.querySelector<HTMLElement>(lacks === "type" ? '[role="radio"]' : "textarea")!.focus();
    else send(draft as MyLink);
  }
  return (
    <Page
      live={live}
      title={title}
      aside={aside}
      foot={
        (back || !quick) && (
          <>
            {back && <Button press={back.press}>{back.word}</Button>}
            {!quick && (
              <Button main press={submit}>
                {word}
              </Button>
            )}
          </>
        )
      }
    >
      <div class="judge" ref={form}>
        <p class="two" id="q-pair" tabIndex={-1}>
          <span>{parts[draft.a]?.text}</span>
          <small>{t("en")}</small>
          <span>{parts[draft.b]?.text}</span>
        </p>
        {quick ? (
          <ul class="choose">
            {options.map(({ id, class: look, draw }) => (
              <li key={id}>
                <button type="button" class={look} aria-pressed={draft.type ? draft.type === id : undefined} aria-describedby="q-pair" onClick={() => send({ a: draft.a, b: draft.b, type: id })}>
                  {draw()}
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <div>
            <p class="q" id="q-type">
              {t("Wat hebben deze twee met elkaar?")}
            </p>
            <Choice labelledBy="q-type" class="pick" options={options} value={draft.type} choose={(type) => set({ type })} enter={submit} describedBy="q-pair" />
          </div>
        )}
        {linked && !quick && because !== "none" && (
          <Field
            id="because"
            label={t("want …")}
            hint={because === "optional" ? t("mag leeg blijven") : undefined}
            value={draft.because ?? ""}
            change={(text) => set({ because: text })}
            most={WHY_MOST}
            enter={submit}
            wrong={missing === "because" ? refusal("because_needed") : null}
          />
        )}
        {linked && !quick && (
          <div>
            <p class="q" id="q-basis">
              {t("Weten we dit, of denken we dit?")}
              <span>{t("mag leeg blijven")}</span>
            </p>
            <Choice
              labelledBy="q-basis"
              class="seg"
              options={[
                { id: "onderbouwd", draw: () => t("onderbouwd") },
                { id: "aanname", draw: () => t("aanname") },
              ]}
              value={draft.basis}
              choose={(basis) => set({ basis: basis as Basis })}
              enter={submit}
            />
          </div>
        )}
        <span role="status">{(missing === "type" || wrong) && <State as="refused">{wrong ?? t("Kies eerst wat ze met elkaar hebben.")}</State>}</span>
      </div>
      {children}
    </Page>
  );
}

// The next pair is read out, and the keyboard starts there.
function useFocusOn(form: { current: HTMLElement | null }, pair: string) {
  const before = useRef(pair);
  useEffect(() => {
    if (before.current !== pair) form.current!.querySelector<HTMLElement>(".two")!.focus();
    before.current = pair;
  }, [pair]);
}
