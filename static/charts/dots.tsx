// The result of a vote: a butterfly for two ballots, rows of dots for one, a row of figures with bars for three or four.

import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at, type Thing, usePages } from "../screen/pages";
import type { Live } from "../live";
import type { Ballot, Item, VoteRanking } from "../wire";
import { dots as inDots, nt, t } from "../words";
import { Strip } from "./beside";
import { BallotSign, MOST_DOTS, Patterns, Votes } from "./marks";
import { Say } from "./say";
import { voteSays } from "./sentences";
import { useRevealing } from "./revealing";

const FIRST = 8;
const TIES = 2; // so many more rows fit when the eighth ties

export function DotsResult({ live }: { live: Live }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const ballots = parts.config.ballots as Ballot[];
  const ranking = parts.ranking as VoteRanking;
  const most = Math.max(...ranking.ids.flatMap((id) => ballots.map((ballot) => parts[id].dots[ballot.id])), 1);
  const draw = ({ id, it }: Thing<Item>) => <Row key={id} item={it} ballots={ballots} most={most} divided={ranking.divided.includes(id)} />;
  const things = firstWithTies(ranking);
  const { ref, pages } = usePages({ list: ranking.ids.map((id) => ({ id, key: `${parts[id].text}${ballots.length}`, it: parts[id] as Item })), draw, limits: { things }, forms: 3 });
  const n = at(stage.screen?.page ?? 1, pages.length);
  const left = pages.slice(n + 1).flat();
  return (
    <>
      <Header title={parts.about.title} stage={stage} />
      <main class={`board votes-of-${Math.min(ballots.length, 3)} ${useRevealing()}`}>
        <Patterns />
        <Strip beside={parts.beside} />
        <div class="tb" role="table" aria-label={t("Uitslag in stippen")}>
          <Heads ballots={ballots} bars={most > MOST_DOTS} />
          <div class="rows" role="rowgroup" ref={ref}>
            {pages[n].map(draw)}
          </div>
        </div>
        {left.length > 0 && <p class="others">{nt("en {n} andere", "en {n} andere", left.length)}</p>}
        <Say {...voteSays(ranking, ballots, parts)} />
      </main>
      <Footer live={live} page={{ n: n + 1, of: pages.length }} spare={[t("Een stip is nog geen besluit")]}>
        {t("{n} van {people} mensen", { n: ranking.people, people: Math.max(ranking.people, parts.turnout.people) })}
      </Footer>
    </>
  );
}

// The first eight; who ties with the eighth comes along while there is room.
function firstWithTies({ ids, places }: VoteRanking): number {
  const ties = ids.slice(FIRST).findIndex((id) => places[id] !== places[ids[FIRST - 1]]);
  return ties > 0 && ties <= TIES ? FIRST + ties : FIRST;
}

function Heads({ ballots, bars }: { ballots: Ballot[]; bars: boolean }) {
  const key = bars ? t("het getal telt stippen") : t("een stip is één stem");
  const head = (i: number) => (
    <span class={`head-of b${i + 1}`} role="columnheader">
      <BallotSign ballot={i} />
      {ballots[i].name}
    </span>
  );
  const item = (
    <span class="m" role="columnheader">
      {key}
    </span>
  );
  if (ballots.length === 2)
    return (
      <div role="rowgroup">
        <div class="r h" role="row">
          {head(0)}
          {item}
          {head(1)}
        </div>
      </div>
    );
  return (
    <div role="rowgroup">
      <div class={`r h of-${ballots.length}`} role="row">
        {item}
        {ballots.map((_, i) => head(i))}
      </div>
    </div>
  );
}

function Row({ item, ballots, most, divided }: { item: Item; ballots: Ballot[]; most: number; divided: boolean }) {
  const n = (i: number) => item.dots![ballots[i].id];
  const text = (
    <span class="t" role="rowheader">
      {item.text}
    </span>
  );
  const cell = (i: number, from: "left" | "right") => (
    <span class={`cell from-${from}`} role="cell" aria-label={`${inDots(n(i))} ${ballots[i].name.toLowerCase()}`}>
      <b class="k" aria-hidden="true">
        {n(i)}
      </b>
      <Votes ballot={i} n={n(i)} most={most} from={from} />
    </span>
  );
  return (
    <div class={`r of-${ballots.length} ${divided ? "div" : ""}`} role="row">
      {ballots.length === 2 ? [cell(0, "right"), text, cell(1, "left")] : [text, ...ballots.map((_, i) => cell(i, "left"))]}
    </div>
  );
}
