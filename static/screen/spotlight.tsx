// One card that everybody talks about, as large as it fits, with its reason.

import type { Live } from "../live";
import { cameFrom } from "../charts/descent";
import { LevelGlyph } from "../icons";
import type { Ballot, Item, Level, Parts } from "../wire";
import { cards, dots, t, want } from "../words";
import { useFit } from "./fit";
import { Footer } from "./footer";
import { Header } from "./header";
import { useReasons } from "./reasons";

export function Spotlight({ live, card }: { live: Live; card: Item }) {
  return card.reasons?.length ? <WithReasons live={live} card={card} /> : <Alone live={live} card={card} />;
}

function WithReasons({ live, card }: { live: Live; card: Item }) {
  const parts = live.parts.value;
  const { drawn, page } = useReasons(card, live.stage.value!);
  return (
    <>
      <Header title={parts.about?.title ?? ""} stage={live.stage.value!} />
      <main class="spotlight reasoned">
        <p class="card-text">{card.text}</p>
        {drawn}
      </main>
      <Footer live={live} page={page} spare={[t("Hier praten we nu over")]}>
        {facts(card, parts)}
      </Footer>
    </>
  );
}

function Alone({ live, card }: { live: Live; card: Item }) {
  const parts = live.parts.value;
  const ref = useFit<HTMLDivElement>(9);
  const level = (parts.config?.levels as Level[] | undefined)?.find(({ id }) => id === card.level);
  return (
    <>
      <Header title={parts.about?.title ?? ""} stage={live.stage.value!} />
      <main class="spotlight">
        <Where card={card} parts={parts} level={level} />
        <div class="fill" ref={ref}>
          <p class="card-text">{card.text}</p>
          {card.because && <p class="because">{want(card.because)}</p>}
          {card.n > 1 && (
            <ul class="samples">
              {(card.samples ?? []).filter((text) => text !== card.text).map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </div>
      </main>
      <Footer live={live} spare={[t("Hier praten we nu over")]}>
        {facts(card, parts)}
      </Footer>
    </>
  );
}

function Where({ card, parts, level }: { card: Item; parts: Parts; level?: Level }) {
  if (level)
    return (
      <p class={`where fac-level-${level.number}`}>
        <LevelGlyph level={level.number} />
        <b>{level.number}</b> {level.name}
      </p>
    );
  const field = parts.config?.fields?.find(({ id }: { id: string }) => id === card.field);
  return <p class="where">{field?.name ?? parts[card.field ?? ""]?.text}</p>; // a note lies with an item
}

function facts(card: Item, parts: Parts): string {
  const said = parts.descent ? [cameFrom(parts.descent)] : card.n > 1 ? [cards(card.n)] : [];
  const ballots = (parts.config?.ballots ?? []) as Ballot[];
  if (card.dots) said.push(...(ballots.length > 1 ? ballots.map(({ id, name }) => `${name}: ${card.dots![id] ?? 0}`) : [dots(Object.values(card.dots)[0] ?? 0)]));
  if (card.kept) said.push(t("blijft op tafel"));
  if (card.place) said.push(t("plek {n}", { n: card.place }));
  return said.join(" · ");
}
