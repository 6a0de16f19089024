// Writing cards: shared by the pyramid and the wall. Each says for itself how a place is chosen and drawn (Place).

import type { ComponentChildren, VNode } from "preact";
import { useState } from "preact/hooks";
import type { Live } from "../live";
import type { OwnCard, Parts } from "../wire";
import { t } from "../words";
import { Button, Notice } from "./button";
import { Card } from "./card";
import { useKept } from "./kept";
import { type Mine, myCards } from "./mine";
import { Page } from "./page";
import { Writer } from "./writer";

export interface Draft {
  text: string;
  because: string;
  level?: string;
  strand?: string;
  field?: string;
  wish?: boolean;
  tag?: string;
}

export type Config = Parts;

export interface HelpProps {
  live: Live;
  config: Config;
  draft: Draft;
  change(part: Partial<Draft>): void;
}

export interface Place {
  first: boolean; // choose the place before writing
  Choose(props: HelpProps & { enter(): void; wrong: string | null }): VNode | null;
  missing(config: Config, draft: Draft): string | null;
  of(config: Config, draft: Draft): Record<string, string | boolean | null>;
  Help?(props: HelpProps): VNode | null; // under the text
  next: Partial<Draft>; // what is forgotten after a card
  tag(config: Config, card: OwnCard): { tag?: ComponentChildren; where?: string; class?: string };
}

// `config` is that of the step, with what the kind adds to it.
export function Collect({ live, place, config = live.parts.value.config }: { live: Live; place: Place; config?: Config }) {
  const step = live.board.value!.id;
  const [mine, showMine] = useKept(live.keep, `mine.${step}`, false);
  const [editing, edit] = useState<Mine | null>(null);
  if (live.stage.value!.now.state !== "open") return <Closed live={live} place={place} config={config} />;
  if (editing) return <Writer key={editing.id} live={live} place={place} config={config} card={editing} close={() => edit(null)} />;
  if (mine) return <List live={live} place={place} config={config} edit={edit} close={() => showMine(false)} />;
  return <Writer key="new" live={live} place={place} config={config} close={() => showMine(true)} />;
}

function List({ live, place, config, edit, close }: { live: Live; place: Place; config: Config; edit(card: Mine): void; close(): void }) {
  const step = live.board.value!.id;
  const list = myCards(live, step);
  const done = live.own.value.done;
  function remove(card: string) {
    live.send({ board: step, do: "remove", card });
    document.querySelector("h1")!.focus();
  }
  return (
    <Page
      live={live}
      title={t("Mijn kaarten")}
      aside={config.max_cards ? t("{n} van {most}", { n: list.length, most: config.max_cards }) : undefined}
      foot={
        <>
          <Button press={() => live.send({ board: "stage", do: done ? "undone" : "done", step })}>{done ? t("Toch niet klaar") : t("Ik ben klaar")}</Button>
          <Button main icon="plus" press={close}>
            {t("Nog een kaart")}
          </Button>
        </>
      }
    >
      {done && <Notice icon="tick" title={t("Je bent klaar.")}>{t("Bedenk je nog iets? Zet het er gerust bij.")}</Notice>}
      {list.length ? (
        <Cards live={live} place={place} config={config} list={list} edit={edit} remove={remove} />
      ) : (
        <p>{t("Je hebt nog geen kaart gemaakt.")}</p>
      )}
      <p class="small soft">{t("Laat deze pagina open staan. Sluit je hem toch, scan dan de code opnieuw: je kaarten staan er dan nog.")}</p>
    </Page>
  );
}

function Closed({ live, place, config }: { live: Live; place: Place; config: Config }) {
  const { about } = live.parts.value;
  const list = myCards(live, live.board.value!.id);
  return (
    <Page live={live} beside title={about.title} lead={about.prompt}>
      <Notice icon="lock" title={t("Deze stap is dicht.")}>
        {t("Kijk mee op het grote scherm.")}
      </Notice>
      {list.length > 0 && <h2>{t("Jouw kaarten")}</h2>}
      {list.length ? <Cards live={live} place={place} config={config} list={list} /> : <p>{t("Je hebt hier geen kaart gemaakt.")}</p>}
    </Page>
  );
}

interface CardsProps {
  live: Live;
  place: Place;
  config: Config;
  list: Mine[];
  edit?(card: Mine): void;
  remove?(id: string): void;
}

function Cards({ live, place, config, list, edit, remove }: CardsProps) {
  return (
    <ul class="mine">
      {list.map((card) => (
        <Card
          key={card.id}
          card={card}
          online={live.link.value === "online"}
          moderated={live.parts.value.about.moderate}
          {...place.tag(config, card)}
          edit={edit && (() => edit(card))}
          remove={remove && (() => remove(card.id))}
        />
      ))}
    </ul>
  );
}
