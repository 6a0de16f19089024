// The pyramid as a stepped gable: four blocks drawn from the bottom up, cards at full size, by page what does not fit.

import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at } from "../screen/pages";
import type { Live } from "../live";
import { items, type Item, type Level, type Strand } from "../wire";
import { t } from "../words";
import { Block } from "./block";
import { cardsIn } from "./piles";
import { Total } from "./total";

const ROOMY = 16; // so many cards get larger type, while they all fit in it
const FEW = 30; // above this a level says how many cards it has instead of for whom it is

export function Gable({ live }: { live: Live }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const levels = parts.config.levels as Level[];
  const list = items(parts);
  const n = cardsIn(list);
  const counts = useSignal<Record<string, number>>({});
  const of = Math.max(1, ...levels.map(({ id }) => counts.value[id] ?? 1));
  const page = at(stage.screen?.page ?? 1, of);
  const crowded = useRef(Infinity); // cards that were too many for larger type
  const roomy = n <= ROOMY && n < crowded.current;
  useLayoutEffect(() => {
    if (roomy && of > 1) crowded.current = n;
  });
  const letters = lettersInUse(list, parts.config.strands);
  return (
    <>
      <Header title={parts.about.title} prompt={stage.now.state === "open" ? parts.about.prompt : undefined} stage={stage} />
      <main class={`gable ${roomy ? "roomy" : ""}`}>
        {[...levels].reverse().map((level) => (
          <Block
            key={level.id}
            level={level}
            list={list.filter(([, item]) => item.level === level.id)}
            letters={letters}
            counted={n > FEW || of > 1}
            page={page}
            fresh={live.fresh.value}
            tell={(pages) => counts.value[level.id] !== pages && (counts.value = { ...counts.value, [level.id]: pages })}
          />
        ))}
      </main>
      <Footer live={live} page={{ n: page + 1, of }} spare={[...key(letters), ...(hasPiles(list) ? [t("Het getal telt kaarten die op elkaar lijken")] : [])]}>
        <Total list={list} people={stage.people ?? 0} />
      </Footer>
    </>
  );
}

const hasPiles = (list: [string, Item][]): boolean => list.some(([, { n }]) => n > 1);

// W and L say something only when both are on the board.
function lettersInUse(list: [string, Item][], strands: Strand[]): Map<string, Strand> {
  const used = new Set(list.map(([, { strand }]) => strand));
  return used.size > 1 ? new Map(strands.map((strand) => [strand.id, strand])) : new Map();
}

const key = (letters: Map<string, Strand>) =>
  [...letters.values()]
    .filter(({ letter }) => !letter.includes("+"))
    .map(({ letter, name }) => (
      <>
        <b>{letter}</b> {name.toLowerCase()}
      </>
    ));
