// A strip per item: every answer over its point, the median, how many answered, and apart from it who does not know or is not there yet. By phase where the script says so.

import { useLayoutEffect } from "preact/hooks";
import { apartOf, figure, type Named } from "../parts/answers";
import { type Thing, usePages } from "../screen/pages";
import type { Live } from "../live";
import type { Item, Parts, ScaleRanking, Scores, Was } from "../wire";
import { t } from "../words";
import { Heap, pitchOf } from "./heap";
import { BallotSign } from "./marks";
import { lastSays, wasOf } from "./last-time";
import { Say, withLast } from "./say";
import { APART, Frame, Key, roleName } from "./scale-frame";
import { among, scaleSays } from "./scale-says";

const WIDE = 560; // of a strip, in thousandths of the height
const NARROW = 480; // beside phases or roles
const HIGH = [100, 54, 43]; // by how many strips there are

export interface Line {
  id: string;
  text: string;
  scores: Scores;
  was?: Was;
  phase?: string;
  divided: boolean;
}

export function StripsResult({ live }: { live: Live }) {
  const parts = live.parts.value;
  const ranking = parts.ranking as ScaleRanking;
  const phases: Named[] = parts.config.phases;
  const lines = ranking.ids.map((id): Line => {
    const item: Item & Scores = parts[id];
    return { id, text: item.text, scores: item, was: wasOf(parts, id), phase: phases.length ? (phases.find((it) => it.id === item.phase)?.name ?? t("Overig")) : undefined, divided: among(ranking.widest, id) };
  });
  return (
    <Frame live={live}>
      {(page, tell) => (
        <>
          <Strips parts={parts} lines={lines} page={page} tell={tell} />
          <Say {...withLast(scaleSays(parts), lastSays(parts))} />
        </>
      )}
    </Frame>
  );
}

export interface StripsProps {
  parts: Parts;
  lines: Line[];
  page: number;
  tell: (pages: number) => void;
}

export function Strips({ parts, lines, page, tell }: StripsProps) {
  const groups = [...new Set(lines.flatMap(({ scores }) => scores.groups?.map(({ name }) => name) ?? []))];
  const phased = lines.some(({ phase }) => phase);
  const form = lines.length <= 5 ? 0 : lines.length <= 8 ? 1 : 2;
  const room = { wide: groups.length || phased ? NARROW : WIDE, high: HIGH[form] };
  const pitch = pitchOf(lines.map(({ scores }) => scores), room);
  const fullest = Math.max(1, ...lines.flatMap(({ scores }) => scores.counts));
  const row = (line: Line, before?: Line) => (
    <Row key={line.id} line={line} parts={parts} groups={groups} phase={phased ? (line.phase === before?.phase ? "" : line.phase) : undefined}>
      <Heap parts={parts} scores={line.scores} pitch={pitch} fullest={fullest} {...room} was={line.was} />
    </Row>
  );
  const { ref, pages } = usePages<Line>({ list: lines.map((it) => ({ id: it.id, key: `${it.text}${form}${groups.length}${phased}`, it })), draw: ({ it }: Thing<Line>) => row(it) });
  const shown = pages[Math.min(page, pages.length - 1)];
  useLayoutEffect(() => tell(pages.length));
  return (
    <>
      <Key parts={parts} groups={groups} says={[...(pitch ? [] : [t("hoge balk: veel antwoorden")]), ...(groups.length && lines.some(({ scores }) => !scores.groups) ? [t("– te weinig om apart te tonen")] : [])]} />
      <div class={`tb lanes form-${form} groups-${groups.length} apart-${apartOf(parts).length} ${phased ? "phased" : ""}`} role="table" aria-label={t("Antwoorden per kaart")}>
        <div role="rowgroup">
          <Heads parts={parts} groups={groups} phased={phased} />
        </div>
        <div class="rows" role="rowgroup" ref={ref}>
          {shown.map(({ it }, i) => row(it, shown[i - 1]?.it))}
        </div>
      </div>
    </>
  );
}

function Heads({ parts, groups, phased }: { parts: Parts; groups: string[]; phased: boolean }) {
  const points: Named[] = parts.config.points;
  return (
    <div class="r h" role="row">
      {phased && <Hidden says={t("Fase")} />}
      <Hidden says={t("Kaart")} />
      <span class="axis" role="columnheader">
        <span class="vh">{t("Verdeling over {n} punten", { n: points.length })}</span>
        {points.map((_, i) => (
          <b key={i} aria-hidden="true">
            {i + 1}
          </b>
        ))}
      </span>
      <span class="num" role="columnheader">
        {t("mediaan")}
      </span>
      {groups.map((name, i) => (
        <span class="num" role="columnheader" key={name}>
          <BallotSign ballot={i + 1} />
          <span class="vh">{t("mediaan van {role}", { role: roleName(name) })}</span>
        </span>
      ))}
      <span class="num" role="columnheader">
        {t("aantal")}
      </span>
      {apartOf(parts).map(({ value, name }) => (
        <span class="num" role="columnheader" key={value}>
          <b aria-hidden="true">{APART[value]}</b>
          <span class="vh">{name}</span>
        </span>
      ))}
    </div>
  );
}

const Hidden = ({ says }: { says: string }) => (
  <span role="columnheader">
    <span class="vh">{says}</span>
  </span>
);

interface RowProps {
  line: Line;
  parts: Parts;
  groups: string[];
  phase?: string; // "": the same as above; undefined: there are none
  children: preact.ComponentChildren;
}

function Row({ line: { text, scores, divided }, parts, groups, phase, children }: RowProps) {
  return (
    <div class={`r ${divided ? "div" : ""} ${phase ? "begins" : ""}`} role="row">
      {phase !== undefined && (
        <span class="ph" role="cell">
          {phase}
        </span>
      )}
      <span class="t" role="rowheader">
        {text}
      </span>
      <span role="cell">{children}</span>
      <span class="num m" role="cell">
        {scores.median === null ? "–" : figure(scores.median)}
      </span>
      {groups.map((name) => {
        const median = scores.groups?.find((group) => group.name === name)?.median ?? null;
        return (
          <span class="num" role="cell" key={name}>
            {median === null ? "–" : figure(median)}
          </span>
        );
      })}
      <span class="num" role="cell">
        {scores.scored}
      </span>
      {apartOf(parts).map(({ value }) => (
        <span class="num" role="cell" key={value}>
          <span class={scores[value] ? "" : "vh"}>{scores[value]}</span>
        </span>
      ))}
    </div>
  );
}
