// A result that is still closed: how many are done, as large as it goes, and nothing else. Before the step opens: how many wait for us.

import type { ComponentChildren } from "preact";
import { Crowd, crowdKey, perDot } from "../screen/crowd";
import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { useFit } from "../screen/fit";
import type { Live } from "../live";
import { items } from "../wire";
import { nt, t } from "../words";
import { Strip } from "./beside";
import { Say, type Sentence } from "./say";

interface Closed {
  live: Live;
  before: string;
  during: Sentence;
  ready?: ComponentChildren; // what to look at before it opens, where a number of cards says little
}

export function Turnout({ live, before, during, ready }: Closed) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const { done } = parts.turnout;
  const people: number = parts.turnout.waits ?? parts.turnout.people;
  const waits = stage.now.state === "waiting";
  return (
    <>
      <Header title={parts.about.title} prompt={parts.about.prompt} stage={stage} />
      <main class="board hidden-result">
        <Strip beside={parts.beside} />
        {waits ? (ready ?? <Ready n={items(parts).length} />) : <Done done={done} people={people} />}
        {waits ? <Say sure={before} /> : <Say {...during} icon="closed" />}
      </main>
      <Footer live={live} spare={stage.now.state === "open" ? [t("Klaar? Leg je telefoon even neer.")] : []}>
        {!waits && perDot(people) > 1 && crowdKey(people)}
      </Footer>
    </>
  );
}

function Done({ done, people }: { done: number; people: number }) {
  const ref = useFit<HTMLDivElement>(6);
  const name = nt("{n} van {people} is klaar", "{n} van {people} zijn klaar", done, { people });
  return (
    <div class="hero" ref={ref}>
      <p class="number" aria-hidden="true">
        {done}
      </p>
      <div class="rest">
        <p class="of" aria-hidden="true">
          <span>{t("van de {n}", { n: people })}</span>
          <span>{nt("is klaar", "zijn klaar", done)}</span>
        </p>
        <p class="vh" role="status">
          {name}
        </p>
        <Crowd people={people} done={done} wide={12} name={name} />
      </div>
    </div>
  );
}

function Ready({ n }: { n: number }) {
  const ref = useFit<HTMLDivElement>(6);
  return (
    <div class="hero" ref={ref}>
      <p class="number">{n}</p>
      <p class="of rest">
        <span>{nt("kaart", "kaarten", n)}</span>
        <span>{nt("ligt klaar", "liggen klaar", n)}</span>
      </p>
    </div>
  );
}
