// Flags: a fictional case, six questions about the behaviour, and a flag; in silent rounds, case by case.

import { Judged } from "../charts/judged";
import { FlagsDesk } from "../console/flags-desk";
import { useState } from "preact/hooks";
import { Icon, type IconName } from "../icons";
import type { Live } from "../live";
import { Button, Notice, State } from "../parts/button";
import { Choice } from "../parts/choice";
import { Field } from "../parts/field";
import { FlagSign } from "../parts/flag-sign";
import { type Config, type Decided, mySaid, type Round, type Said, type Turn, type Value } from "../parts/flags";
import { useKept } from "../parts/kept";
import { Page } from "../parts/page";
import type { Op } from "../wire";
import { type KindWords, nt, refusal, t } from "../words";
import type { Desk } from "../console/shelf";

const WISH = 160; // characters

export function Phone({ live }: { live: Live }) {
  const { turn } = live.parts.value.case as Turn;
  return live.stage.value!.now.state === "open" ? <Judging key={turn} live={live} /> : <Judgement live={live} />;
}

function Judging({ live }: { live: Live }) {
  const step = live.board.value!.id;
  const { about } = live.parts.value;
  const config = live.parts.value.config as Config;
  const on = live.parts.value.case as Turn;
  const said = mySaid(live);
  const [wrong, complain] = useState<{ at: string; why: string } | null>(null);

  function say(at: string, word: string, fields: object) {
    const op: Op = { board: step, do: word, turn: on.turn, ...fields };
    complain(null);
    live.send(op).then((answer) => {
      const moved = live.parts.value.case?.turn !== on.turn || live.stage.value!.now.state !== "open";
      if (!("refused" in answer) || moved) return; // then it stands in "niet verstuurd"
      complain({ at, why: refusal(answer.refused) });
      for (const it of live.unsent.value) if (it.op.do === word && it.op.turn === on.turn) live.forget(it.id);
    });
  }
  const refused = (at: string) => <span role="status">{wrong?.at === at && <State as="refused">{wrong.why}</State>}</span>;
  return (
    <Page live={live} title={about.title} lead={about.prompt} aside={where(on)} foot={<Foot live={live} said={said} />}>
      <Story on={on} />
      <section class="weigh">
        <h2>{t("Kijk naar het gedrag")}</h2>
        {config.criteria.map(({ id, question }) => (
          <div key={id} data-pending={said.pending.has(id) ? "" : undefined}>
            <p class="q" id={`q-${id}`}>
              {question}
            </p>
            <Choice labelledBy={`q-${id}`} class="seg" options={VALUES.map((value) => ({ id: value, draw: () => <Value value={value} /> }))} value={said.judged[id]} choose={(value) => say(id, "judge", { criterion: id, value: value === said.judged[id] ? null : value })} />
            {refused(id)}
          </div>
        ))}
      </section>
      <section data-pending={said.pending.has("flag") ? "" : undefined}>
        <h2 id="q-flag">{t("Welke vlag past bij dit gedrag?")}</h2>
        <Choice
          labelledBy="q-flag"
          class="flag-list"
          options={config.flags.map(({ id, name, meaning }) => ({
            id,
            draw: (chosen) => (
              <>
                <FlagSign flag={id} />
                <span>
                  <b>{name}</b>
                  <small>{meaning}</small>
                </span>
                {chosen && <Icon name="tick" />}
              </>
            ),
          }))}
          value={said.flag ?? undefined}
          choose={(flag) => say("flag", "flag", { flag: flag === said.flag ? null : flag })}
        />
        {refused("flag")}
      </section>
      {config.responses.length > 0 && (
        <section data-pending={said.pending.has("response") ? "" : undefined}>
          <h2 id="q-response">{t("En wat doe je dan?")}</h2>
          <Choice labelledBy="q-response" class="pick" options={config.responses.map(({ id, name }) => ({ id, draw: () => name }))} value={said.response ?? undefined} choose={(response) => say("response", "respond", { response: response === said.response ? null : response })} />
          {refused("response")}
        </section>
      )}
      {config.question && <Wish live={live} question={config.question} said={said} send={(text) => say("wish", "wish", { text })} wrong={wrong?.at === "wish" ? wrong.why : null} />}
    </Page>
  );
}

const where = (on: Turn): string => [on.of > 1 ? t("Situatie {n} van {of}", { n: on.case, of: on.of }) : "", on.rounds > 1 ? t("ronde {n}", { n: on.round }) : ""].filter(Boolean).join(", ");

function Story({ on }: { on: Turn }) {
  return (
    <>
      <Notice icon="note" title={t("Schrijf niets op dat over een echt kind gaat.")}>
        {t("Deze situatie is verzonnen.")}
      </Notice>
      <p class="fiction">{on.story}</p>
    </>
  );
}

const VALUES: Value[] = ["ok", "not_ok", "dont_know"];

function Value({ value }: { value: Value }) {
  const [icon, word] = ({ ok: ["tick", t("In orde")], not_ok: ["cross", t("Niet in orde")], dont_know: ["ask", t("Weet ik niet")] } as Record<Value, [IconName, string]>)[value];
  return (
    <>
      <Icon name={icon} />
      {word}
    </>
  );
}

function Wish({ live, question, said, send, wrong }: { live: Live; question: string; said: Said; send(text: string): void; wrong: string | null }) {
  const on = live.parts.value.case as Turn;
  const [draft, setDraft] = useKept<string | null>(live.keep, `wish.${live.board.value!.id}.${on.case}`, null);
  const text = draft ?? said.wish ?? "";
  const same = text.trim() === (said.wish ?? "");
  function submit() {
    if (same) return;
    send(text.trim());
    setDraft(null);
  }
  return (
    <section class="wanted" data-pending={said.pending.has("wish") ? "" : undefined}>
      <Field id="wish" label={question} value={text} change={setDraft} most={WISH} enter={submit} wrong={wrong} />
      <Button off={same} press={submit}>
        {said.wish && !text.trim() ? t("Haal het weg") : t("Stuur in")}
      </Button>
      <span role="status">{same && said.wish && <State as={said.pending.has("wish") ? "pending" : "saved"}>{said.pending.has("wish") ? t("Onderweg") : t("Aangekomen. De begeleider kijkt of het op het scherm komt.")}</State>}</span>
    </section>
  );
}

function Foot({ live, said }: { live: Live; said: Said }) {
  const step = live.board.value!.id;
  if (live.own.value.done) {
    return (
      <>
        <p role="status">{t("Je bent klaar. Wisselen mag nog.")}</p>
        <Button press={() => live.send({ board: "stage", do: "undone", step })}>{t("Toch niet")}</Button>
      </>
    );
  }
  return (
    <>
      <p role="status">{said.flag ? t("Je koos een vlag.") : t("Kies een vlag. Een vraag openlaten mag.")}</p>
      <Button main press={() => live.send({ board: "stage", do: "done", step })}>
        {t("Ik ben klaar")}
      </Button>
    </>
  );
}

// The step is closed: what I said, and once it is shown what all of us said.
function Judgement({ live }: { live: Live }) {
  const { revealed } = live.stage.value!.now;
  const { about, decided } = live.parts.value;
  const config = live.parts.value.config as Config;
  const on = live.parts.value.case as Turn;
  const round: Round | undefined = live.parts.value[`round:${on.round}`];
  const ours = (decided as Decided | undefined)?.[`c${on.case}`];
  const { flag } = mySaid(live);
  return (
    <Page live={live} title={about.title} lead={about.prompt} aside={where(on)}>
      <Notice icon={revealed ? "eye" : "lock"} title={revealed ? t("De uitslag is open.") : t("Deze ronde is dicht.")}>
        {revealed ? t("Praat erover. Er is geen fout antwoord.") : t("De uitslag is nog dicht. Kijk mee op het grote scherm.")}
      </Notice>
      <p class="fiction">{on.story}</p>
      {ours && (
        <section class="our-choice">
          <h2>{t("Dit kozen we samen")}</h2>
          <p>
            <FlagSign flag={ours.flag} /> <b>{nameOf(config, ours.flag)}</b>
          </p>
          {ours.text && <p>{ours.text}</p>}
        </section>
      )}
      {round ? (
        <section>
          <h2>{t("Zo kozen we")}</h2>
          <ul class="result">
            {config.flags.map(({ id, name }) => (
              <li key={id}>
                <FlagSign flag={id} />
                <span>
                  {name}
                  {id === flag && <small class="mine-mark"> {t("(ook jij)")}</small>}
                </span>
                <span class="count">{round.flags[id]}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <p>{flag ? t("Jij koos: {flag}.", { flag: nameOf(config, flag).toLowerCase() }) : t("Je koos geen vlag.")}</p>
      )}
    </Page>
  );
}

const nameOf = (config: Config, flag: string): string => config.flags.find(({ id }) => id === flag)?.name ?? "";

export function Screen({ live }: { live: Live }) {
  return <Judged live={live} />;
}

export function Console({ desk }: { desk: Desk }) {
  return <FlagsDesk desk={desk} />;
}

export const words: KindWords = {
  name: () => t("vlaggen"),
  sign: "M6 21V4h12l-3 4 3 4H6",
  now: () => t("Nu: vlaggen kiezen"),
  opens: () => t("Open deze ronde"),
  closes: () => t("Sluit deze ronde"),
  cardless: true,
  standing(parts) {
    const round: Round | undefined = parts[`round:${parts.case.round}`];
    return round && nt("Open: {n} mens deed mee. Blader met ] naar de vragen.", "Open: {n} mensen deden mee. Blader met ] naar de vragen.", round.people);
  },
  next(parts) {
    const { case: number, of, round, rounds } = parts.case as Turn;
    if (round < rounds) return { word: t("Ronde {n}", { n: round + 1 }), does: "case", fields: { case: number, round: round + 1 } };
    if (number < of) return { word: t("Situatie {n}", { n: number + 1 }), does: "case", fields: { case: number + 1, round: 1 } };
  },
};
