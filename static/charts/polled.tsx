// The result of a poll: one question with a row per option, all questions in a grid and then one by one, or seats that are filled and empty.

import { useSignal } from "@preact/signals";
import { Icon } from "../icons";
import type { Live } from "../live";
import { type Question, questions } from "../parts/asked";
import { useFit } from "../screen/fit";
import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at, type Thing, usePages } from "../screen/pages";
import type { Beside, Item, Option, Parts } from "../wire";
import { nt, people as inPeople, t } from "../words";
import { BallotSign, Votes } from "./marks";
import { pollSays } from "./poll-says";
import { PolledGrid } from "./polled-grid";
import { useRevealing } from "./revealing";
import { Say } from "./say";
import { Seats } from "./seats";

export interface Sheet {
  n: number;
  of: number;
}

export function Polled({ live }: { live: Live }) {
  const parts = live.parts.value;
  const list = questions(parts);
  if (list.length > 1) return <Many live={live} list={list} />;
  if (parts.config.required.length) return <Seats live={live} question={list[0]} />;
  return <One live={live} question={list[0]} />;
}

// First the grid, then a page per question.
function Many({ live, list }: { live: Live; list: Question[] }) {
  const grids = useSignal(1);
  const of = grids.value + list.length;
  const n = at(live.stage.value!.screen?.page ?? 1, of);
  const sheet = { n: n + 1, of };
  if (n < grids.value) return <PolledGrid live={live} list={list} page={n} sheet={sheet} tell={(pages) => (grids.value = pages)} />;
  const question = list[n - grids.value];
  return <One key={question.id} live={live} question={question} sheet={sheet} />;
}

interface Row {
  option: Option;
  n: number;
  was?: number; // the earlier time
}

// Without a sheet of its own it has pages: the options that do not fit, then the roles apart.
function One({ live, question, sheet }: { live: Live; question: Question; sheet?: Sheet }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const item = parts[question.id] as Item;
  const compared = (parts.beside as Beside | undefined)?.compared?.[question.id];
  const groups = sheet ? [] : (item.groups ?? []);
  const turn = useSignal(1);
  const of = turn.value + groups.length;
  const page = sheet ? 0 : at(stage.screen?.page ?? 1, of);
  const group = groups[page - turn.value];
  const counts = group?.options ?? item.options!;
  const rows = (parts.config.options as Option[]).map((option) => ({ option, n: counts[option.id], was: group ? undefined : compared && (compared.options[option.id] ?? 0) }));
  const most = Math.max(1, ...rows.flatMap(({ n, was }) => [n, was ?? 0]));
  const both = !!compared && !group;
  const draw = ({ id, it }: Thing<Row>) => <OptionRow key={id} row={it} most={most} both={both} right={id === item.key} />;
  const { ref, pages } = usePages({ list: rows.map((it) => ({ id: it.option.id, key: `${it.option.name}${both}${it.option.id === item.key}`, it })), draw, forms: both ? 4 : 5 });
  if (pages.length !== turn.value) turn.value = pages.length;
  const shown = pages[Math.min(page, pages.length - 1)];
  const rest = rows.length - shown.length;
  return (
    <>
      <Header title={question.text || parts.about.title} prompt={question.text ? undefined : parts.about.prompt} stage={stage} />
      <main class={`board polled votes-of-${both ? 2 : 1} ${useRevealing()}`}>
        <div class="tb" role="table" aria-label={t("Hoe vaak gekozen")}>
          {both && <Heads before={compared!.people} now={item.people!} />}
          {group && <p class="group-name">{group.name === "others" ? t("Alle anderen") : t("Alleen: {role}", { role: group.name })}</p>}
          <div class="rows" role="rowgroup" ref={ref}>
            {(group ? pages[0] : shown).map(draw)}
          </div>
        </div>
        {!group && rest > 0 && <p class="others">{nt("en {n} andere", "en {n} andere", rest)}</p>}
        <Say {...pollSays(parts, question, compared)} />
      </main>
      <Footer live={live} page={sheet ?? { n: page + 1, of }} spare={parts.config.multi ? [t("Iedereen mocht er meer kiezen")] : []}>
        <Asked parts={parts} n={item.people!} />
      </Footer>
    </>
  );
}

export function Asked({ parts, n }: { parts: Parts; n: number }) {
  return <>{t("{n} van {people} mensen", { n, people: Math.max(n, parts.turnout.people) })}</>;
}

function Heads({ before, now }: { before: number; now: number }) {
  const head = (ballot: number, word: string, n: number) => (
    <span class={`head-of b${ballot + 1}`} role="columnheader">
      <BallotSign ballot={ballot} />
      {word}
      <span class="vh">{inPeople(n)}</span>
    </span>
  );
  return (
    <div role="rowgroup">
      <div class="r h" role="row">
        {head(1, t("Eerst"), before)}
        <span class="m" role="columnheader">
          {t("{before} en {now}", { before: inPeople(before), now: inPeople(now) })}
        </span>
        {head(0, t("Nu"), now)}
      </div>
    </div>
  );
}

function OptionRow({ row: { option, n, was = 0 }, most, both, right }: { row: Row; most: number; both: boolean; right: boolean }) {
  const text = (
    <span class="t" role="rowheader">
      {option.name}
      {right && <Agreed />}
    </span>
  );
  const cell = (ballot: number, n: number, from: "left" | "right") => (
    <span class={`cell from-${from}`} role="cell" aria-label={inPeople(n)}>
      <b class="k" aria-hidden="true">
        {n}
      </b>
      <Votes ballot={ballot} n={n} most={most} from={from} />
    </span>
  );
  return (
    <div class={`r ${right ? "agreed" : ""}`} role="row">
      {both ? [cell(1, was, "right"), text, cell(0, n, "left")] : [text, cell(0, n, "left")]}
    </div>
  );
}

// The key: a tick and a word, never a colour.
export function Agreed({ word = true }: { word?: boolean }) {
  return (
    <span class="agreed-mark">
      <Icon name="tick" />
      <span class={word ? undefined : "vh"}>{t("afgesproken")}</span>
    </span>
  );
}

// Before it opens: what there is to choose from.
export function Ways({ parts }: { parts: Parts }) {
  const ref = useFit<HTMLUListElement>(5);
  return (
    <ul class="ways" ref={ref}>
      {(parts.config.options as Option[]).map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  );
}
