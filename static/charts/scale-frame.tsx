// What every page of a scale has: title, what stands beside it, the key of points and signs, the facts at the bottom.

import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { apartOf, type Named } from "../parts/answers";
import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at } from "../screen/pages";
import type { Live } from "../live";
import type { Parts, ScaleRanking } from "../wire";
import { t } from "../words";
import { Strip } from "./beside";
import { lastKey } from "./last-time";
import { BallotSign } from "./marks";
import { useRevealing } from "./revealing";

interface FrameProps {
  live: Live;
  title?: string;
  children: (page: number, tell: (pages: number) => void) => ComponentChildren;
}

export function Frame({ live, title, children }: FrameProps) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const of = useSignal(1);
  const page = at(stage.screen?.page ?? 1, of.value);
  const { people } = parts.ranking as ScaleRanking;
  return (
    <>
      <Header title={title ?? parts.about.title} stage={stage} />
      <main class={`board scale ${useRevealing()}`}>
        <Strip beside={parts.beside} />
        {children(page, (pages) => of.value !== pages && (of.value = pages))}
      </main>
      <Footer live={live} page={{ n: page + 1, of: of.value }} spare={[...lastKey(parts), t("Driehoek: mediaan. Dikke streep: de middelste helft")]}>
        {t("{n} van {people} mensen", { n: people, people: Math.max(people, parts.turnout.people) })}
      </Footer>
    </>
  );
}

export const APART = { dont_know: "?", later: "…" }; // the heads of the columns for who stands apart

// The dots of all have the first sign, so roles have the next ones. What the heads stand for, in words: there is no room for labels over the columns.
export function Key({ parts, groups, says = [] }: { parts: Parts; groups: string[]; says?: string[] }) {
  const points: Named[] = parts.config.points;
  return (
    <p class="key">
      {points.map(({ name }, i) => (
        <span key={name}>
          <b>{i + 1}</b> {name}
        </span>
      ))}
      {apartOf(parts).map(({ value, name }) => (
        <span key={value}>
          <b>{APART[value]}</b> {name.toLowerCase()}
        </span>
      ))}
      {groups.map((name, i) => (
        <span key={name}>
          <BallotSign ballot={i + 1} /> {roleName(name)}
        </span>
      ))}
      {says.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </p>
  );
}

export const roleName = (name: string): string => (name === "others" ? t("anderen") : name);
