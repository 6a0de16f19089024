// Placing, once it is shown: first the cards that people put on different levels, for that is the talk; then the gable with what has its level.

import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { useFit } from "../screen/fit";
import { at } from "../screen/pages";
import type { Live } from "../live";
import { type Item, items, type Level, type Placing } from "../wire";
import { cards, nt, people, t } from "../words";
import { Gable } from "./gable";
import { onScreen } from "./on-screen";
import { placingSays } from "./places";
import { Say } from "./say";

const ROWS = 5;

export function Apart({ live }: { live: Live }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const placing = parts.placing as Placing;
  const open = placing.divided.filter((id) => parts[id] && !parts[id].fixed);
  const before = Math.ceil(open.length / ROWS);
  const page = stage.screen?.page ?? 1;
  const said = placingSays(placing, parts);
  const on = onScreen(live);
  const facts = <b>{t("{n} van {people}", { n: placing.people, people: people(Math.max(placing.people, stage.people ?? 0)) })}</b>;
  // A gable has no room for a line under it: there the sentence stands at the bottom.
  const gable = (
    <Gable live={live} before={before}>
      {facts} <span data-spare="2">{said.sure}</span>
    </Gable>
  );
  if (!before) return gable;
  const settled = items(parts).some(([, { level }]) => level);
  const of = before + (settled ? 1 : 0);
  const n = at(page, of);
  if (n >= before) return gable;
  return (
    <>
      <Header title={on.question ?? parts.about.title} prompt={on.which} stage={stage} />
      <main class="board apart">
        <ol>
          {open.slice(n * ROWS, (n + 1) * ROWS).map((id) => (
            <Row key={id} item={parts[id]} levels={parts.config.levels} />
          ))}
        </ol>
        <Say {...said} />
      </main>
      <Footer live={live} page={{ n: n + 1, of }} spare={[t("Oranje: hier praten we over"), ...unplaced(parts, placing)]}>
        {facts}
      </Footer>
    </>
  );
}

function Row({ item, levels }: { item: Item; levels: Level[] }) {
  const ref = useFit<HTMLParagraphElement>(3);
  const put = levels.filter(({ id }) => item.levels?.[id]);
  return (
    <li>
      <p class="lit" ref={ref}>
        <span>{item.text}</span>
      </p>
      <ul>
        {put.map(({ id, number, name }) => (
          <li key={id} class={`fac-level-${number}`}>
            <b>{item.levels![id]}</b> {name}
          </li>
        ))}
      </ul>
    </li>
  );
}

function unplaced(parts: Live["parts"]["value"], { placed }: Placing): string[] {
  const n = items(parts).length - placed;
  return n > 0 ? [nt("{cards} legde niemand neer", "{cards} legde niemand neer", n, { cards: cards(n) })] : [];
}
