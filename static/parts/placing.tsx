// Everybody puts the same cards on a level: tap a card, tap a level. Afterwards: what the others did, in words.

import { useState } from "preact/hooks";
import { inWords, placingSays } from "../charts/places";
import type { Live } from "../live";
import { type Item, items, type Level, type Placing as Outcome } from "../wire";
import { cards, nt, refusal, t } from "../words";
import { Button, Notice, State } from "./button";
import { useKept } from "./kept";
import { LevelTag, Levels } from "./levels";
import { Page } from "./page";

interface Mine {
  level?: string;
  pending: boolean;
}

export function Placing({ live }: { live: Live }) {
  const { about, config } = live.parts.value;
  const { state, revealed } = live.stage.value!.now;
  const levels = config.levels as Level[];
  const mine = myPlaces(live);
  const list = items(live.parts.value).sort(([, a], [, b]) => (a.i ?? 0) - (b.i ?? 0));
  if (state === "open") return <Work live={live} list={list} levels={levels} mine={mine} />;
  return (
    <Page live={live} beside title={about.title} lead={about.prompt}>
      {revealed ? (
        <Result live={live} levels={levels} mine={mine} />
      ) : (
        <>
          <Notice icon="lock" title={t("Deze stap is dicht.")}>
            {t("De uitslag is nog dicht. Kijk mee op het grote scherm.")}
          </Notice>
          <ul class="mine">
            {list.filter(([id]) => mine(id).level).map(([id, item]) => (
              <Row key={id} item={item} level={levels.find((it) => it.id === mine(id).level)} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

// What the server knows, and laid over it what is on its way.
function myPlaces(live: Live): (item: string) => Mine {
  const coming = new Map(live.outbox.value.filter(({ op }) => op.board === live.board.value!.id && op.do === "place").map(({ op }) => [op.item as string, op.level as string]));
  return (item) => ({ level: coming.get(item) ?? live.own.value.placed?.[item], pending: coming.has(item) });
}

interface WorkProps {
  live: Live;
  list: [string, Item][];
  levels: Level[];
  mine(item: string): Mine;
}

function Work({ live, list, levels, mine }: WorkProps) {
  const step = live.board.value!.id;
  const { about } = live.parts.value;
  const left = list.filter(([id]) => !mine(id).level).map(([id]) => id);
  const [at, open] = useKept(live.keep, `at.${step}`, left[0] ?? "");
  const [wrong, complain] = useState<{ item: string; why: string } | null>(null);

  function place(item: string, level: string) {
    complain(null);
    live.send({ board: step, do: "place", item, level }).then((answer) => {
      const closed = live.board.value?.id !== step || live.stage.value!.now.state !== "open";
      if (!("refused" in answer) || closed) return; // then it stands in "niet verstuurd"
      complain({ item, why: refusal(answer.refused) });
      for (const it of live.unsent.value) if (it.op.do === "place" && it.op.item === item) live.forget(it.id);
    });
  }
  // To the next card without a level, from where I am; after the last comes the first.
  function onward() {
    const here = list.findIndex(([id]) => id === at);
    const next = [...list.slice(here + 1), ...list.slice(0, here + 1)].find(([id]) => left.includes(id));
    if (!next) return;
    open(next[0]);
    requestAnimationFrame(() => {
      const row = document.getElementById(`card-${next[0]}`);
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    });
  }
  return (
    <Page live={live} beside title={about.title} lead={about.prompt} aside={t("{n} van {most}", { n: list.length - left.length, most: list.length })} foot={<Foot live={live} left={left.filter((id) => id !== at).length} all={!left.length} onward={onward} />}>
      <ul class="mine placing">
        {list.map(([id, item]) => (
          <Row key={id} item={item} level={levels.find((it) => it.id === mine(id).level)} pending={mine(id).pending} id={`card-${id}`} open={id === at} toggle={() => open(id === at ? "" : id)}>
            <Levels levels={levels} labelledBy={`card-${id}`} value={mine(id).level} pending={mine(id).pending} choose={(level) => place(id, level)} enter={onward} />
            {wrong?.item === id && <State as="refused">{wrong.why}</State>}
          </Row>
        ))}
      </ul>
    </Page>
  );
}

interface RowProps {
  item: Item;
  level?: Level;
  pending?: boolean;
  id?: string;
  open?: boolean;
  toggle?(): void;
  children?: preact.ComponentChildren;
}

function Row({ item, level, pending, id, open, toggle, children }: RowProps) {
  const inside = (
    <>
      {level ? <LevelTag level={level} /> : <span class="tag" />}
      <span class="body">
        <span>{item.text}</span>
        <span class="where">{pending ? <State as="pending">{t("Onderweg")}</State> : level ? level.name : t("Nog geen laag")}</span>
      </span>
    </>
  );
  const look = `placed ${level ? `fac-level-${level.number}` : "loose"}`; // not around the blocks to choose from: they have looks of their own
  if (!toggle) return <li class={`card ${look}`}>{inside}</li>;
  return (
    <li class="card">
      <button type="button" id={id} class={look} aria-expanded={open} onClick={toggle}>
        {inside}
      </button>
      {open && <div class="choose">{children}</div>}
    </li>
  );
}

function Foot({ live, left, all, onward }: { live: Live; left: number; all: boolean; onward(): void }) {
  const { done } = live.own.value;
  if (all || done) return <p role="status">{all ? t("Al je kaarten liggen. Je kunt ze nog verplaatsen.") : t("Je bent klaar. Je kunt nog kaarten neerleggen.")}</p>;
  return (
    <>
      <Button press={() => live.send({ board: "stage", do: "done", step: live.board.value!.id })}>{t("Ik ben klaar")}</Button>
      <Button main icon="right" off={!left} press={onward}>
        {left ? t("Volgende") : t("Tik op een laag")}
      </Button>
    </>
  );
}

function Result({ live, levels, mine }: { live: Live; levels: Level[]; mine(item: string): Mine }) {
  const parts = live.parts.value;
  const placing = parts.placing as Outcome | undefined;
  if (!placing) return null;
  const name = (id?: string) => levels.find((level) => level.id === id)?.name;
  const { sure, talk } = placingSays(placing, parts);
  return (
    <>
      <Notice icon="eye" title={t("De uitslag is open.")}>
        {nt("{n} mens legde kaarten neer.", "{n} mensen legden kaarten neer.", placing.people)}
      </Notice>
      <p>
        <b>{sure}</b> {talk}
      </p>
      <ol class="mine apart">
        {placing.divided.map((id) => (
          <li key={id} class="card">
            <div class="body">
              <b>{parts[id].text}</b>
              <span>{inWords(parts[id], levels)}</span>
              {mine(id).level && <span class="where">{t("bij jou: {name}", { name: name(mine(id).level)! })}</span>}
              {parts[id].fixed && <span class="where">{t("afgesproken: {name}", { name: name(parts[id].level)! })}</span>}
            </div>
          </li>
        ))}
      </ol>
      {placing.placed > placing.divided.length && placing.divided.length > 0 && <p>{t("Over {cards} denken we hetzelfde.", { cards: cards(placing.placed - placing.divided.length) })}</p>}
    </>
  );
}
