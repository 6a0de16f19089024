// Items by checks: in each cell the median and a small heap. What is the lowest and what is the most divided says so in words.

import { useLayoutEffect } from "preact/hooks";
import { figure, type Named } from "../parts/answers";
import { type Thing, usePages } from "../screen/pages";
import type { Live } from "../live";
import type { Item, Parts, ScaleRanking, Scores } from "../wire";
import { t } from "../words";
import { Heap, pitchOf } from "./heap";
import { lastSays, wasOf } from "./last-time";
import { Say, withLast } from "./say";
import { Frame, Key } from "./scale-frame";
import { among, scaleSays } from "./scale-says";

const ROOM = 1120; // thousandths of the height that the columns share
const NAMES = 150; // characters of a name that fit over its column, times the number of columns

export function GridResult({ live }: { live: Live }) {
  const parts = live.parts.value;
  return (
    <Frame live={live}>
      {(page, tell) => (
        <>
          <Grid parts={parts} page={page} tell={tell} />
          <Say {...withLast(scaleSays(parts), lastSays(parts))} />
        </>
      )}
    </Frame>
  );
}

function Grid({ parts, page, tell }: { parts: Parts; page: number; tell: (pages: number) => void }) {
  const checks: Named[] = parts.config.checks;
  const { ids } = parts.ranking as ScaleRanking;
  const all = ids.flatMap((id) => Object.values((parts[id] as Item).checks!));
  const form = ids.length <= 3 ? 0 : ids.length <= 5 ? 1 : 2;
  const room = { wide: Math.round(ROOM / checks.length) - 90, high: [80, 64, 46][form] };
  const heaps = { pitch: pitchOf(all, room), fullest: Math.max(1, ...all.flatMap(({ counts }) => counts)), ...room };
  const draw = ({ id, it }: Thing<Item>) => (
    <div class="r" role="row" key={id}>
      <span class="t" role="rowheader">
        {it.text}
      </span>
      {checks.map((check) => (
        <Cell key={check.id} parts={parts} of={[id, check.id]} scores={it.checks![check.id]} heaps={heaps} />
      ))}
    </div>
  );
  const { ref, pages } = usePages<Item>({ list: ids.map((id) => ({ id, key: `${parts[id].text}${form}${checks.map((check) => marks(parts, [id, check.id]).join())}`, it: parts[id] })), draw });
  useLayoutEffect(() => tell(pages.length));
  const short = checks.some(({ name }) => name.length * checks.length > NAMES);
  const letter = (i: number) => String.fromCharCode(65 + i);
  return (
    <>
      <Key parts={{ ...parts, config: { ...parts.config, dont_know: false, later: false } }} groups={[]} says={short ? checks.map(({ name }, i) => `${letter(i)} ${name}`) : []} />
      <div class={`tb matrix of-${checks.length} form-${form}`} role="table" aria-label={t("Mediaan per kaart en onderdeel")}>
        <div role="rowgroup">
          <div class="r h" role="row">
            <span role="columnheader">{t("mediaan")}</span>
            {checks.map(({ id, name }, i) => (
              <span class="of" role="columnheader" key={id}>
                {short ? (
                  <>
                    <span aria-hidden="true">{letter(i)}</span>
                    <span class="vh">{name}</span>
                  </>
                ) : (
                  name
                )}
              </span>
            ))}
          </div>
        </div>
        <div class="rows" role="rowgroup" ref={ref}>
          {pages[Math.min(page, pages.length - 1)].map(draw)}
        </div>
      </div>
    </>
  );
}

interface CellProps {
  parts: Parts;
  of: [string, string];
  scores: Scores;
  heaps: { pitch: number; fullest: number; wide: number; high: number };
}

function Cell({ parts, of, scores, heaps }: CellProps) {
  const said = marks(parts, of);
  return (
    <span class={`score ${said.length ? "marked" : ""} ${among((parts.ranking as ScaleRanking).widest, ...of) ? "wide" : ""}`} role="cell">
      <b>{scores.median === null ? "–" : figure(scores.median)}</b>
      <Heap parts={parts} scores={scores} {...heaps} was={wasOf(parts, ...of)} />
      {said.length > 0 && <i>{said.join(", ")}</i>}
    </span>
  );
}

function marks(parts: Parts, [item, check]: [string, string]): string[] {
  const { widest, lowest } = parts.ranking as ScaleRanking;
  return [...(among(widest, item, check) ? [t("loopt uiteen")] : []), ...(among(lowest, item, check) ? [t("laagst")] : [])];
}
