// All questions of a poll at once: a row per question, a column per option, the most chosen one heavy. Orange: many do not know.

import { useLayoutEffect } from "preact/hooks";
import type { Live } from "../live";
import type { Question } from "../parts/asked";
import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { type Thing, usePages } from "../screen/pages";
import type { Item, Option, Tally } from "../wire";
import { people as inPeople, t } from "../words";
import { overviewSays } from "./poll-says";
import { Agreed, Asked, type Sheet } from "./polled";
import { useRevealing } from "./revealing";
import { Say } from "./say";

const NAMES = 3; // options that can stand over their columns by name
const LONG = 16; // characters of such a name
const CROWDED = 8; // more columns are narrower

interface Shown {
  live: Live;
  list: Question[];
  page: number;
  sheet: Sheet;
  tell(pages: number): void;
}

export function PolledGrid({ live, list, page, sheet, tell }: Shown) {
  const parts = live.parts.value;
  const options = parts.config.options as Option[];
  const { unsure, people } = parts.tally as Tally;
  const lettered = options.length > NAMES || options.some(({ name }) => name.length > LONG);
  const draw = ({ id, it }: Thing<Question>) => <Row key={id} text={it.text} item={parts[id]} options={options} unsure={unsure.includes(id)} />;
  const { ref, pages } = usePages({ list: list.map((it) => ({ id: it.id, key: `${it.text}${options.length}${!!parts[it.id].key}`, it })), draw, forms: 4 });
  useLayoutEffect(() => tell(pages.length));
  return (
    <>
      <Header title={parts.about.title} stage={live.stage.value!} />
      <main class={`board polled grid ${lettered ? "lettered" : ""} ${options.length > CROWDED ? "crowded" : ""} ${useRevealing()}`}>
        {lettered && (
          <ul class="letters">
            {options.map(({ id, name }, i) => (
              <li key={id}>
                <b>{letter(i)}</b> {name}
              </li>
            ))}
          </ul>
        )}
        <div class="tb" role="table" aria-label={t("Hoe vaak gekozen, per vraag")}>
          <div role="rowgroup">
            <div class="r h" role="row">
              <span role="columnheader">
                <span class="vh">{t("Vraag")}</span>
              </span>
              {options.map(({ id, name }, i) => (
                <span class="col" role="columnheader" key={id}>
                  {lettered ? <span aria-hidden="true">{letter(i)}</span> : name}
                  {lettered && <span class="vh">{name}</span>}
                </span>
              ))}
            </div>
          </div>
          <div class="rows" role="rowgroup" ref={ref}>
            {pages[Math.min(page, pages.length - 1)].map(draw)}
          </div>
        </div>
        <Say {...overviewSays(parts, list)} />
      </main>
      <Footer live={live} page={sheet} spare={[t("Oranje: veel mensen weten het niet")].filter(() => unsure.length > 0)}>
        <Asked parts={parts} n={people} />
      </Footer>
    </>
  );
}

function Row({ text, item, options, unsure }: { text: string; item: Item; options: Option[]; unsure: boolean }) {
  const most = Math.max(1, ...Object.values(item.options!));
  return (
    <div class={`r ${unsure ? "div" : ""}`} role="row">
      <span class="t" role="rowheader">
        {text}
      </span>
      {options.map(({ id, name }) => {
        const n = item.options![id];
        return (
          <span class={`cell ${n === most ? "top" : ""}`} role="cell" key={id} aria-label={`${name}: ${inPeople(n)}`}>
            <span aria-hidden="true">{n || "·"}</span>
            {id === item.key && <Agreed word={false} />}
          </span>
        );
      })}
    </div>
  );
}

const letter = (i: number): string => String.fromCharCode(65 + i);
