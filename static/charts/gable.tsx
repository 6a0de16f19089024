// The pyramid as a stepped gable: four blocks drawn from the bottom up, cards at full size, by page what does not fit.

import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at } from "../screen/pages";
import type { Live } from "../live";
import type { Item, Level, Strand, Tag } from "../wire";
import { t } from "../words";
import { Block } from "./block";
import { onScreen } from "./on-screen";
import { cardsIn, wishesIn } from "./piles";
import { lastOn, lastTime } from "./pyramid-last";
import { Total } from "./total";

const ROOMY = 16; // so many cards get larger type, while they all fit in it
const FEW = 30; // above this a level says how many cards it has instead of for whom it is

interface GableProps {
  live: Live;
  before?: number; // pages of something else that come first
  children?: ComponentChildren; // the facts at the bottom, else how many cards
}

export function Gable({ live, before = 0, children }: GableProps) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const levels = parts.config.levels as Level[];
  const on = onScreen(live);
  const { list } = on;
  const n = cardsIn(list) + wishesIn(list);
  const counts = useSignal<Record<string, number>>({});
  const of = Math.max(1, ...levels.map(({ id }) => counts.value[id] ?? 1));
  const page = Math.max(0, at(stage.screen?.page ?? 1, before + of) - before);
  const crowded = useRef(Infinity); // cards that were too many for larger type
  const roomy = n <= ROOMY && n < crowded.current;
  useLayoutEffect(() => {
    if (roomy && of > 1) crowded.current = n;
  });
  const letters = lettersInUse(list, parts.config.letters);
  const open = stage.now.state === "open";
  return (
    <>
      <Header title={on.question ?? parts.about.title} on={on.only} prompt={on.which ?? (open ? parts.about.prompt : undefined)} stage={stage} />
      <main class={`gable ${roomy ? "roomy" : ""}`}>
        {[...levels].reverse().map((level) => (
          <Block
            key={level.id}
            level={level}
            levels={levels}
            list={list.filter(([, item]) => item.level === level.id)}
            parts={parts}
            letters={letters}
            counted={n > FEW || of > 1}
            talking={on.talking}
            gaps={on.talking && !on.only ? gapsOf(parts.config.tags, parts.gaps?.[level.id]) : []}
            was={on.talking ? lastOn(parts, level.id, on.strand) : []}
            page={page}
            fresh={live.fresh.value}
            tell={(pages) => counts.value[level.id] !== pages && (counts.value = { ...counts.value, [level.id]: pages })}
          />
        ))}
      </main>
      <Footer live={live} page={{ n: before + page + 1, of: before + of }} spare={[...(on.talking ? [t("% is van de {pupils}", { pupils: parts.config.pupils }), ...(parts.last ? [capital(lastTime(parts))] : [])] : []), ...keyOf(list), ...key(letters)]}>
        {children ?? <Total list={list} people={stage.people ?? 0} about={on.strand?.name.toLowerCase()} />}
      </Footer>
    </>
  );
}

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);

const gapsOf = (tags: Tag[], ids: string[] = []): string[] => tags.filter(({ id }) => ids.includes(id)).map(({ name }) => name);

// What a look on the board means, as far as it is there.
function keyOf(list: [string, Item][]): string[] {
  return [
    ...(wishesIn(list) ? [t("Gestippeld: een wens")] : []),
    ...(list.some(([, { n }]) => n > 1) ? [t("Het getal telt kaarten die op elkaar lijken")] : []),
  ];
}

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
