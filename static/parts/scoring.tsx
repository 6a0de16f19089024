// One item at a time: a tap answers it and goes on by itself, so that twelve items are twelve taps. What asks more of an item (checks, a note) waits for "Volgende".

import { useEffect, useRef, useState } from "preact/hooks";
import type { Live } from "../live";
import type { Item } from "../wire";
import { refusal, t } from "../words";
import { type Answers, apartOf, checksOf, inWords, type Named, type Value } from "./answers";
import { Button, State } from "./button";
import { Field } from "./field";
import { Icon } from "../icons";
import { useKept } from "./kept";
import { Page } from "./page";

const SEEN_MS = 250; // so long a chosen answer is in sight before the next item comes
const TWICE_MS = 400; // cold fingers tap twice: the second tap is not for the next item, nor to take the answer back
const NOTE = 140; // characters

interface ScoringProps {
  live: Live;
  list: [string, Item][];
  at: number;
  answers: Answers;
  go(to: number): void; // past the last: the overview
}

export function Scoring({ live, list, at, answers, go }: ScoringProps) {
  const parts = live.parts.value;
  const { about, config } = parts;
  const [id, item] = list[at];
  const checks = checksOf(parts);
  const goesOn = checks.length === 1 && !checks[0].name && !config.note;
  const heading = useRef<HTMLHeadingElement>(null);
  const came = useRef(false);
  const here = useRef(id);
  here.current = id;
  const tapped = useRef({ at: 0, item: id });
  const [wrong, complain] = useState<{ at: string; why: string } | null>(null);
  const leaving = useRef(0);

  useEffect(() => {
    complain(null);
    if (came.current) heading.current!.focus(); // from one item to the next; the first page has a focus of its own
    came.current = true;
    return () => clearTimeout(leaving.current);
  }, [id]);

  function answer(check: string, value: Value) {
    const step = live.board.value!.id;
    const same = answers.of(id, check) === value;
    const twice = performance.now() - tapped.current.at < TWICE_MS;
    if (twice && (same || tapped.current.item !== id)) return;
    tapped.current = { at: performance.now(), item: id };
    complain(null);
    const op = { board: step, item: id, ...(check && { check }) };
    live.send(same ? { ...op, do: "unscore" } : { ...op, do: "score", value }).then((said) => {
      const gone = here.current !== id || live.board.value?.id !== step || live.stage.value!.now.state !== "open";
      if (!("refused" in said) || gone) return; // then it stands in "niet verstuurd"
      clearTimeout(leaving.current);
      complain({ at: check, why: refusal(said.refused) });
      for (const it of live.unsent.value) if (it.op.item === id && it.op.do !== "note") live.forget(it.id);
    });
    clearTimeout(leaving.current);
    if (goesOn && !same) leaving.current = setTimeout(() => go(nextOpen(list, at, answers)), SEEN_MS);
  }
  const phase = config.phases.find((it: Named) => it.id === item.phase)?.name;
  return (
    <Page
      live={live}
      beside
      title={about.title}
      lead={about.prompt}
      foot={
        <>
          {at > 0 && <Button press={() => go(at - 1)}>{t("Vorige")}</Button>}
          <Button main press={() => go(at + 1)}>
            {at + 1 < list.length ? t("Volgende") : t("Overzicht")}
          </Button>
        </>
      }
    >
      <section class="scoring" aria-labelledby="scored">
        <div>
          <p class="small soft tabular">
            {t("{n} van {all}", { n: at + 1, all: list.length })}
            {phase && ` · ${phase}`}
          </p>
          <h2 id="scored" tabIndex={-1} ref={heading}>
            {item.text}
          </h2>
        </div>
        {checks.map((check) => (
          <Check key={id + check.id} live={live} check={check} chosen={answers.of(id, check.id)} pending={answers.pending(id, check.id)} wrong={wrong?.at === check.id ? wrong.why : null} choose={(value) => answer(check.id, value)} />
        ))}
        {config.note && <Note key={id} live={live} item={id} known={answers.note(id)} next={() => go(at + 1)} />}
      </section>
    </Page>
  );
}

function nextOpen(list: [string, Item][], at: number, answers: Answers): number {
  const next = list.findIndex(([id], index) => index > at && answers.of(id, "") === undefined);
  return next < 0 ? list.length : next;
}

interface CheckProps {
  live: Live;
  check: Named;
  chosen: Value | undefined;
  pending: boolean;
  wrong: string | null;
  choose(value: Value): void;
}

// An item that is scored itself has its points in full, one under the other; a check has them in a row, with their name under it once chosen.
function Check({ live, check, chosen, pending, wrong, choose }: CheckProps) {
  const parts = live.parts.value;
  const points: Named[] = parts.config.points;
  const row = !!check.name;
  const button = (value: Value, face: preact.ComponentChildren, look: string, label?: string) => {
    const on = chosen === value;
    return (
      <button key={value} type="button" class={look} aria-label={label} aria-pressed={on ? "true" : "false"} data-pending={on && pending ? "" : undefined} onClick={() => choose(value)}>
        {face}
      </button>
    );
  };
  const apart = apartOf(parts);
  const ends = t("1 = {low}, {n} = {high}", { low: points[0].name, n: points.length, high: points[points.length - 1].name });
  return (
    <div class="check" role="group" aria-label={check.name || t("Jouw antwoord")}>
      {row && <h3>{check.name}</h3>}
      <div class={row ? "points in-row" : "points"}>
        {points.map(({ name }, index) =>
          row
            ? button(index + 1, index + 1, "point", `${index + 1} ${name}`)
            : button(
                index + 1,
                <>
                  <b>{index + 1}</b>
                  <span>{name}</span>
                  {chosen === index + 1 && <Icon name={pending ? "clock" : "tick"} />}
                </>,
                "point",
              ),
        )}
      </div>
      {(row || apart.length > 0) && (
        <div class="apart">
          {row && <p aria-hidden="true">{chosen === undefined ? ends : <b>{inWords(parts, chosen)}</b>}</p>}
          {apart.map(({ value, name }) => button(value, name, "point"))}
        </div>
      )}
      <span role="status">{wrong && <State as="refused">{wrong}</State>}</span>
    </div>
  );
}

// Goes along when it loses the focus. A draft stays on this phone.
function Note({ live, item, known, next }: { live: Live; item: string; known: string; next(): void }) {
  const step = live.board.value!.id;
  const [draft, setDraft] = useKept<string | null>(live.keep, `note.${step}.${item}`, null);
  function save() {
    const text = (draft ?? known).trim();
    if (text !== known) live.send({ board: step, do: "note", item, text });
    setDraft(null);
  }
  return (
    <div class="why" onFocusOut={save}>
      <Field id={`note-${item}`} label={live.parts.value.config.note} hint={t("mag leeg blijven")} value={draft ?? known} change={setDraft} most={NOTE} enter={next} />
      <p class="small soft">{t("De begeleider leest dit na de uitslag, zonder jouw naam. In een kleine groep is te raden wie iets schreef.")}</p>
    </div>
  );
}
