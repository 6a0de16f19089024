// The result of a vote: a butterfly for two ballots or groups, rows of dots for one, a row of figures with bars for three or four.

import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at, type Thing, usePages } from "../screen/pages";
import type { Live } from "../live";
import type { Ballot, Item, Parts, RoleGroup, VoteRanking } from "../wire";
import { dots as inDots, nt, people as inPeople, t } from "../words";
import { Strip } from "./beside";
import { BallotSign, MOST_DOTS, Patterns, Votes } from "./marks";
import { Say } from "./say";
import { voteSays } from "./sentences";
import { useRevealing } from "./revealing";

const FIRST = 8;
const TIES = 2; // so many more rows fit when the eighth ties

// A ballot, or a group of people whose dots stand apart: then a bar counts within the group, so that a small group is as tall as a large one.
interface Column {
  name: string;
  of?: number; // people in the group
  n(item: Item): number;
  long(item: Item): number;
}

const ofBallot = ({ id, name }: Ballot): Column => ({ name, n: (item) => item.dots![id], long: (item) => item.dots![id] });
const ofGroup = ({ name, people, dots }: RoleGroup): Column => ({
  name: name === "others" ? t("Anderen") : name,
  of: people,
  n: (item) => item.roles![name],
  long: (item) => (dots ? item.roles![name] / dots : 0),
});

export function DotsResult({ live }: { live: Live }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const ballots = parts.config.ballots as Ballot[];
  const ranking = parts.ranking as VoteRanking;
  const columns = ranking.groups?.map(ofGroup) ?? ballots.map(ofBallot);
  const most = Math.max(...ranking.ids.flatMap((id) => columns.map((column) => column.long(parts[id]))), ranking.groups ? 0.01 : 1);
  const bars = !!ranking.groups || most > MOST_DOTS;
  const draw = ({ id, it }: Thing<Item>) => <Row key={id} item={it} columns={columns} most={most} bars={bars} divided={ranking.divided.includes(id)} />;
  const ids = keptInSight(ranking, parts);
  const things = ids === ranking.ids ? firstWithTies(ranking) : FIRST;
  const { ref, pages } = usePages({ list: ids.map((id) => ({ id, key: `${parts[id].text}${columns.length}${!!parts[id].kept}${!!ranking.groups}`, it: parts[id] as Item })), draw, limits: { things }, forms: 3 });
  const n = at(stage.screen?.page ?? 1, pages.length);
  const left = pages.slice(n + 1).flat();
  const shut = ranking.split === "few" && t("Per rol blijft dicht: een groep is te klein.");
  return (
    <>
      <Header title={parts.about.title} stage={stage} />
      <main class={`board votes-of-${Math.min(columns.length, 3)} ${ranking.groups ? "per-role" : ""} ${useRevealing()}`}>
        <Patterns />
        <Strip beside={parts.beside} />
        <div class="tb" role="table" aria-label={ranking.groups ? t("Uitslag in stippen per rol") : t("Uitslag in stippen")}>
          <Heads columns={columns} says={ranking.groups ? t("balk: deel van de groep") : bars ? t("het getal telt stippen") : t("een stip is één stem")} />
          <div class="rows" role="rowgroup" ref={ref}>
            {pages[n].map(draw)}
          </div>
        </div>
        {(left.length > 0 || shut) && <p class="others">{[left.length > 0 && nt("en {n} andere", "en {n} andere", left.length), shut].filter(Boolean).join(" · ")}</p>}
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

// What stays on the table is on the first page, also when it has few dots.
function keptInSight({ ids }: VoteRanking, parts: Parts): string[] {
  const late = ids.slice(FIRST).filter((id) => parts[id].kept).slice(0, FIRST / 2);
  if (!late.length) return ids;
  const first = ids.slice(0, FIRST - late.length);
  return [...first, ...late, ...ids.filter((id) => !first.includes(id) && !late.includes(id))];
}

function Heads({ columns, says }: { columns: Column[]; says: string }) {
  const head = (i: number) => (
    <span class={`head-of b${i + 1}`} role="columnheader">
      <BallotSign ballot={i} />
      <span>
        {columns[i].name}
        {columns[i].of !== undefined && <small>{inPeople(columns[i].of!)}</small>}
      </span>
    </span>
  );
  const item = (
    <span class="m" role="columnheader">
      {says}
    </span>
  );
  if (columns.length === 2)
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
      <div class={`r h of-${columns.length}`} role="row">
        {item}
        {columns.map((_, i) => head(i))}
      </div>
    </div>
  );
}

function Row({ item, columns, most, bars, divided }: { item: Item; columns: Column[]; most: number; bars: boolean; divided: boolean }) {
  const text = (
    <span class="t" role="rowheader">
      {item.text} {item.kept && <small class="kept">{t("blijft op tafel")}</small>}
    </span>
  );
  const cell = (i: number, from: "left" | "right") => (
    <span class={`cell from-${from}`} role="cell" aria-label={`${inDots(columns[i].n(item))} ${columns[i].name.toLowerCase()}`}>
      <b class="k" aria-hidden="true">
        {columns[i].n(item)}
      </b>
      <Votes ballot={i} n={columns[i].long(item)} most={most} from={from} bars={bars} />
    </span>
  );
  return (
    <div class={`r of-${columns.length} ${divided ? "div" : ""}`} role="row">
      {columns.length === 2 ? [cell(0, "right"), text, cell(1, "left")] : [text, ...columns.map((_, i) => cell(i, "left"))]}
    </div>
  );
}
