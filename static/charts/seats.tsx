// Who is in the room, as seats: filled ones are people, a dashed one is empty. An empty seat that is needed has a heavy edge and stands in the sentence.

import type { Live } from "../live";
import type { Question } from "../parts/asked";
import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at, type Thing, usePages } from "../screen/pages";
import type { Item, Option, Tally } from "../wire";
import { nt, people as inPeople, t } from "../words";
import { Asked } from "./polled";
import { seatsSay } from "./poll-says";
import { useRevealing } from "./revealing";
import { Say } from "./say";

const DRAWN = 8; // seats of one role; the number says the rest
const PITCH = 11;

export function Seats({ live, question }: { live: Live; question: Question }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const item = parts[question.id] as Item;
  const needed = parts.config.required as string[];
  const draw = ({ id, it }: Thing<Option>) => <Seat key={id} name={it.name} n={item.options![id]} needed={needed.includes(id)} />;
  const options = parts.config.options as Option[];
  const { ref, pages } = usePages({ list: options.map((it) => ({ id: it.id, key: `${it.name}${item.options![it.id] > 0}${needed.includes(it.id)}`, it })), draw, forms: 4 });
  const n = at(stage.screen?.page ?? 1, pages.length);
  const left = pages.slice(n + 1).flat().length;
  return (
    <>
      <Header title={parts.about.title} prompt={parts.about.prompt} stage={stage} />
      <main class={`board polled seats ${useRevealing()}`}>
        <ul ref={ref}>{pages[n].map(draw)}</ul>
        {left > 0 && <p class="others">{nt("en {n} andere", "en {n} andere", left)}</p>}
        <Say {...seatsSay(parts.tally as Tally, options)} />
      </main>
      <Footer live={live} page={{ n: n + 1, of: pages.length }} spare={[t("Dikke rand: deze plek is nodig")]}>
        <Asked parts={parts} n={item.people!} />
      </Footer>
    </>
  );
}

function Seat({ name, n, needed }: { name: string; n: number; needed: boolean }) {
  const drawn = Math.min(n, DRAWN) || 1;
  return (
    <li class={`seat ${n ? "" : "empty"} ${needed ? "needed" : ""}`}>
      <span class="who">
        <svg class="chairs" viewBox={`0 0 ${PITCH * drawn} ${PITCH}`} aria-hidden="true">
          {Array.from({ length: drawn }, (_, i) => (
            <circle key={i} class={n ? "on" : "off"} cx={PITCH * (i + 0.5)} cy={PITCH / 2} r="4.1" />
          ))}
        </svg>
        <b>{n ? <span aria-hidden="true">{n}</span> : t("nog leeg")}</b>
        {n > 0 && <span class="vh">{inPeople(n)}</span>}
      </span>
      <span class="name">{name}</span>
      {needed && <span class="vh">{t("nodig")}</span>}
    </li>
  );
}
