// A case on the screen: large while it is judged; then page by page the flags, the questions, the responses, the wishes, and what the group settled on.

import type { ComponentChildren } from "preact";
import { Crowd } from "../screen/crowd";
import { useFit } from "../screen/fit";
import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at, type Paged, type Thing, usePages } from "../screen/pages";
import type { Live } from "../live";
import { FlagSign } from "../parts/flag-sign";
import { type Config, type Decided, type Flag, type Round, roundsOf, type Turn } from "../parts/flags";
import { nt, t } from "../words";
import { Criteria, criteriaSay } from "./criteria";
import { DotRows } from "./dot-rows";
import { useRevealing } from "./revealing";
import { Say, type Sentence } from "./say";

interface Wish {
  id: string;
  says: string;
}

interface Told {
  config: Config;
  on: Turn;
  rounds: Round[];
  wishes: Wish[];
  ours?: { flag: string; text: string };
}

interface PageOf {
  body: ComponentChildren;
  says: Sentence;
  story: boolean;
}

export function Judged({ live }: { live: Live }) {
  const parts = live.parts.value;
  const on = parts.case as Turn;
  const told: Told = { config: parts.config, on, rounds: roundsOf(parts), wishes: parts.wishes ?? [], ours: (parts.decided as Decided | undefined)?.[`c${on.case}`] };
  return told.rounds.length ? <Result live={live} told={told} /> : <Silent live={live} on={on} />;
}

const where = ({ case: n, of, round, rounds }: Turn): string =>
  [of > 1 ? t("Situatie {n} van {of}", { n, of }) : t("Eén situatie"), rounds > 1 ? t("ronde {n} van {of}", { n: round, of: rounds }) : ""].filter(Boolean).join(", ");

// Nothing but the case, and how many are done.
function Silent({ live, on }: { live: Live; on: Turn }) {
  const stage = live.stage.value!;
  const { about, turnout } = live.parts.value;
  const people: number = turnout.waits ?? turnout.people;
  const tale = useFit<HTMLDivElement>(6);
  const open = stage.now.state === "open";
  const said = nt("{n} van {people} is klaar", "{n} van {people} zijn klaar", turnout.done, { people });
  return (
    <>
      <Header title={about.title} prompt={about.prompt} stage={stage} />
      <main class="board case">
        <div class="tale" ref={tale}>
          <p>{on.story}</p>
        </div>
        {stage.now.state !== "waiting" && (
          <div class="ready">
            <p role="status">{said}</p>
            <Crowd people={people} done={turnout.done} wide={Math.max(12, Math.ceil(Math.min(people, 100) / 2))} name={said} />
          </div>
        )}
        {stage.now.state === "waiting" ? <Say sure={t("Deze situatie is verzonnen.")} talk={t("Lees hem samen. Straks kiest iedereen voor zichzelf.")} /> : <Say icon="closed" sure={t("De uitslag is nog dicht.")} talk={open ? t("Kies in stilte, voor jezelf.") : undefined} />}
      </main>
      <Footer live={live}>{where(on)}</Footer>
    </>
  );
}

function Result({ live, told }: { live: Live; told: Told }) {
  const stage = live.stage.value!;
  const { about, turnout } = live.parts.value;
  const wall = usePages({ list: told.wishes.map((it) => ({ id: it.id, key: it.says, it })), draw: wish, forms: 3 });
  const pages = pagesOf(told, wall);
  const n = at(stage.screen?.page ?? 1, pages.length);
  const { body, says, story } = pages[n];
  const now = told.rounds[told.rounds.length - 1];
  return (
    <>
      <Header title={about.title} stage={stage} />
      <main class={`board judged ${useRevealing()}`}>
        {story && <Story text={told.on.story} />}
        {body}
        <Say {...says} />
      </main>
      <Footer live={live} page={{ n: n + 1, of: pages.length }} spare={[where(told.on)]}>
        {t("{n} van {people} mensen", { n: now.people, people: Math.max(now.people, turnout.people) })}
      </Footer>
    </>
  );
}

function Story({ text }: { text: string }) {
  const ref = useFit<HTMLDivElement>(3);
  return (
    <div class="fiction" ref={ref}>
      <p>{text}</p>
    </div>
  );
}

// What fits on one page of wishes is measured where they are drawn.
function pagesOf(told: Told, wall: Paged<Wish>): PageOf[] {
  const { config, rounds, wishes, ours } = told;
  const now = rounds[rounds.length - 1];
  const flags = { name: t("Vlaggen"), of: (round: Round) => round.flags, rows: config.flags.map(({ id, name }) => ({ id, name, sign: <FlagSign flag={id} /> })) };
  const responses = { name: t("Reacties"), of: (round: Round) => round.responses, rows: config.responses };
  return [
    { body: <DotRows key="flags" {...flags} rounds={rounds} />, says: flagsSay(rounds), story: true },
    { body: <Criteria key="criteria" config={config} rounds={rounds} />, says: criteriaSay(config, now), story: false },
    ...(config.responses.length ? [{ body: <DotRows key="responses" {...responses} rounds={rounds} />, says: { sure: t("En wat doen we dan?"), talk: t("Wie reageert anders, en waarom?") }, story: true }] : []),
    ...(wishes.length ? wall.pages.map((page) => ({ body: <ul key="wishes" class="wanted-all" ref={wall.ref}>{page.map(wish)}</ul>, says: { sure: config.question }, story: true })) : []),
    ...(ours ? [{ body: <Ours key="ours" ours={ours} config={config} />, says: { sure: t("Dit spraken we samen af."), talk: t("De vlag hoort bij het gedrag, niet bij een kind.") }, story: true }] : []),
  ];
}

// How far we lie apart, in numbers; never which flag it should be.
function flagsSay(rounds: Round[]): Sentence {
  const kinds = rounds.map(({ flags }) => Object.values(flags).filter(Boolean).length);
  const now = kinds[kinds.length - 1];
  if (!now) return { sure: t("Er is nog geen vlag gekozen.") };
  if (kinds.length > 1 && kinds[0]) {
    const [n, before] = [nt("{n} vlag", "{n} verschillende vlaggen", now), nt("{n} vlag", "{n} verschillende vlaggen", kinds[0])];
    return { sure: now === kinds[0] ? t("In beide rondes {n}.", { n }) : t("Eerst {before}, nu {now}.", { before, now }), talk: t("Waarom wisselde je, of juist niet?") };
  }
  return now > 1 ? { sure: t("We kozen {n} verschillende vlaggen.", { n: now }), talk: t("Wie vertelt waarom? Er is geen fout.") } : { sure: t("We kozen allemaal dezelfde vlag."), talk: t("Om dezelfde reden?") };
}

const wish = ({ id, it }: Thing<Wish>) => <li key={id}>{it.says}</li>;

function Ours({ ours, config }: { ours: { flag: string; text: string }; config: Config }) {
  const flag = config.flags.find(({ id }) => id === ours.flag) as Flag;
  const ref = useFit<HTMLDivElement>(4);
  return (
    <div class="our-flag" ref={ref}>
      <FlagSign flag={flag.id} />
      <div>
        <h2>{flag.name}</h2>
        {ours.text && <p>{ours.text}</p>}
        {config.show_response && <p class="then">{t("Daarbij hoort: {response}", { response: flag.response.toLowerCase() })}</p>}
      </div>
    </div>
  );
}
