// The bottom line of every page: facts on the left, what we do now and the time on the right. What does not fit gives way: data-spare 1 first.

import { KINDS } from "kinds:screen";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon, type IconName } from "../icons";
import type { Live } from "../live";
import { useTick } from "../parts/time";
import type { Kind, Stage } from "../wire";
import { crowdWords, nt, t } from "../words";
import { useAgain } from "./fit";
import { inWords, timeLeft } from "./time";

interface Facts {
  live: Live;
  children?: ComponentChildren; // what always stays
  spare?: ComponentChildren[]; // what may go, the last first
  page?: { n: number; of: number };
  still?: boolean; // the page itself shows the time
}

export function Footer({ live, children, spare = [], page, still }: Facts) {
  const stage = live.stage.value!;
  const ref = useDropping();
  return (
    <footer class="foot" ref={ref}>
      {stage.rehearsal && <Rehearsal />}
      {children && <span>{children}</span>}
      {[...spare, ...alsoTrue(live)].map((it, i) => (
        <span data-spare="1" key={i}>
          {it}
        </span>
      ))}
      <span class="end">
        {!still && <NowSaid live={live} />}
        {page && page.of > 1 && <b>{t("Blad {n} van {of}", page)}</b>}
      </span>
    </footer>
  );
}

// What holds for every page of a step: how people take part, and what a small group can guess.
function alsoTrue(live: Live): string[] {
  const crowd = live.stage.value!.crowd;
  const guess = live.parts.value.about?.anonymous === "guess" ? t("In een kleine groep is te raden wie wat invult") : "";
  const waiting: number = live.parts.value.turnout?.waiting ?? 0;
  return [waiting ? nt("{n} wacht", "{n} wachten", waiting) : "", crowd ? crowdWords(crowd) : "", guess].filter(Boolean);
}

export function Rehearsal() {
  return <span class="rehearsal">{t("Proefsessie")}</span>;
}

function useDropping() {
  const ref = useRef<HTMLElement>(null);
  useAgain(ref);
  useLayoutEffect(() => {
    const line = ref.current!;
    const spare = [...line.querySelectorAll<HTMLElement>("[data-spare]")].sort((a, b) => Number(b.dataset.spare) - Number(a.dataset.spare));
    for (const it of spare) it.hidden = false;
    while (line.scrollWidth > line.clientWidth + 1 && spare.length) spare.pop()!.hidden = true;
  });
  return ref;
}

function NowSaid({ live }: { live: Live }) {
  const stage = live.stage.value!;
  const { timer, now } = stage;
  const counts = !!timer && now.state !== "closed";
  useTick(counts);
  return (
    <>
      {now.step && <Doing stage={stage} kind={live.board.value?.kind} mode={live.parts.value.config?.mode} few={!!live.parts.value.about?.few} />}
      {counts && <span class="time" data-spare="4">{inWords(timeLeft(live, timer!.left))}</span>}
    </>
  );
}

function Doing({ stage, kind, mode, few }: { stage: Stage; kind?: Kind; mode?: string; few: boolean }) {
  const { state, revealed } = stage.now;
  if (state === "open") return <span class="now">{kind ? KINDS[kind].words.now(mode) : ""}</span>;
  if (state === "look") return <Sign icon="pause" says={t("Telefoons liggen stil")} />;
  if (revealed && few) return <Sign icon="closed" says={t("Uitslag dicht")} />;
  if (revealed) return <Sign icon="eye" says={t("Uitslag open")} />;
  if (state === "closed") return <Sign icon="lock" says={t("Deze stap is dicht")} />;
  return <Sign icon="clock" says={t("We beginnen zo")} />;
}

function Sign({ icon, says }: { icon: IconName; says: string }) {
  return (
    <span class="sign-word">
      <Icon name={icon} />
      {says}
    </span>
  );
}
