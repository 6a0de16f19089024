// One item of a scale fills the screen: its answers over the labels in full, or a strip for each of its checks.

import { apartOf, checksOf, figure, middle, type Named } from "../parts/answers";
import type { Live } from "../live";
import type { Item, Parts, ScaleRanking, Scores, Was } from "../wire";
import { nt, t } from "../words";
import { Heap, pitchOf } from "./heap";
import { changeSays, wasOf } from "./last-time";
import { Say } from "./say";
import { Frame } from "./scale-frame";
import { among } from "./scale-says";
import { type Line, Strips, type StripsProps } from "./strips";

const ROOM = { wide: 1600, high: 420 };

export function CloseUp({ live, id }: { live: Live; id: string }) {
  const parts = live.parts.value;
  const item: Item & Scores = parts[id];
  const { widest } = parts.ranking as ScaleRanking;
  const lines = checksOf(parts).map((check) => ({ id: check.id, text: check.name, scores: item.checks?.[check.id] ?? item, was: wasOf(parts, id, check.id), divided: among(widest, id, check.id) }));
  return (
    <Frame live={live} title={item.text}>
      {(page, tell) => (item.checks ? <ByCheck parts={parts} lines={lines} page={page} tell={tell} /> : <Large parts={parts} scores={item} was={wasOf(parts, id)} />)}
    </Frame>
  );
}

function ByCheck(props: StripsProps) {
  const scored = props.lines.filter(({ scores }) => scores.median !== null).sort((a, b) => a.scores.median! - b.scores.median!);
  const [low, high] = [scored[0], scored[scored.length - 1]];
  const said = (line: Line) => ({ what: line.text, n: figure(line.scores.median!) });
  const sure = !low ? t("Niemand gaf hier een cijfer.") : low.scores.median === high.scores.median ? t("Overal dezelfde mediaan: {n}.", said(low)) : t("De laagste mediaan: ‘{what}’ ({n}).", said(low));
  return (
    <>
      <Strips {...props} />
      <Say sure={sure} talk={low && low.scores.median !== high.scores.median ? t("De hoogste: ‘{what}’ ({n}).", said(high)) : undefined} />
    </>
  );
}

function Large({ parts, scores, was }: { parts: Parts; scores: Scores; was?: Was }) {
  const { median, scored, counts } = scores;
  const points: Named[] = parts.config.points;
  const apart = apartOf(parts).filter(({ value }) => scores[value]).map(({ value, name }) => `${scores[value]} ${name.toLowerCase()}`);
  return (
    <>
      <div class={`large of-${points.length}`}>
        <Heap parts={parts} scores={scores} pitch={pitchOf([scores], ROOM)} fullest={Math.max(1, ...counts)} {...ROOM} was={was} />
        <ol class="labels">
          {points.map(({ id, name }, i) => (
            <li key={id}>
              <b>{counts[i]}</b> {name}
            </li>
          ))}
        </ol>
      </div>
      <Say
        sure={median === null ? t("Niemand gaf hier een cijfer.") : t("Mediaan {n}: {label}.", { n: figure(median), label: middle(parts, median) })}
        talk={was ? changeSays(was, scored) : [nt("{n} antwoord", "{n} antwoorden", scored), ...apart].join(", ")}
      />
    </>
  );
}
