// The scale: everybody scores items by themselves; the middle and the spread show when the facilitator reveals them. Never a total.

import { CloseUp } from "../charts/close-up";
import { GridResult } from "../charts/grid";
import { lastSays, wasFigure, wasOf } from "../charts/last-time";
import { scaleSays } from "../charts/scale-says";
import { StripsResult } from "../charts/strips";
import { Turnout } from "../charts/turnout";
import { NotesOn, OnPaper } from "../console/on-paper";
import { bestFirst, Chips, type Desk } from "../console/shelf";
import type { Live } from "../live";
import { checksOf, figure, listed, myAnswers } from "../parts/answers";
import { Notice } from "../parts/button";
import { useKept } from "../parts/kept";
import { Page } from "../parts/page";
import { MyAnswers, Overview, ScaleResult } from "../parts/scored";
import { Scoring } from "../parts/scoring";
import type { Item } from "../wire";
import { day, type KindWords, nt, t } from "../words";

const ALL = "all"; // shorter than any item's id

export function Phone({ live }: { live: Live }) {
  const { state, revealed } = live.stage.value!.now;
  const { about } = live.parts.value;
  const answers = myAnswers(live, live.board.value!.id);
  if (state === "open") return <Working live={live} />;
  return (
    <Page live={live} beside title={about.title} lead={about.prompt}>
      {revealed ? (
        <ScaleResult live={live} answers={answers} />
      ) : (
        <>
          <Notice icon="lock" title={t("Deze stap is dicht.")}>
            {t("De uitslag is nog dicht. Kijk mee op het grote scherm.")}
          </Notice>
          <MyAnswers live={live} answers={answers} />
        </>
      )}
    </Page>
  );
}

// One item, or the overview; where I am stays when the list changes or the page loads anew.
function Working({ live }: { live: Live }) {
  const step = live.board.value!.id;
  const list = listed(live.parts.value);
  const [kept, keep] = useKept(live.keep, `item.${step}`, "");
  const at = kept === ALL ? list.length : Math.max(0, list.findIndex(([id]) => id === kept));
  const answers = myAnswers(live, step);
  const go = (to: number) => keep(list[to]?.[0] ?? ALL);
  return at < list.length ? <Scoring live={live} list={list} at={at} answers={answers} go={go} /> : <Overview live={live} answers={answers} go={go} />;
}

export function Screen({ live }: { live: Live }) {
  const { ranking, config, ...parts } = live.parts.value;
  const { screen } = live.stage.value!;
  if (!ranking) return <Turnout live={live} before={t("Straks geeft iedereen een eigen cijfer.")} during={{ sure: t("De uitslag is nog dicht."), talk: t("Zo kiest iedereen voor zichzelf.") }} />;
  if (screen?.show === "card" && parts[screen.card!]) return <CloseUp live={live} id={screen.card!} />;
  return config.checks.length ? <GridResult live={live} /> : <StripsResult live={live} />;
}

// The items with their medians, what people wrote with them, and the sheets of who has no phone.
export function Console({ desk }: { desk: Desk }) {
  const scored = bestFirst(desk);
  return (
    <>
      {lastSays(desk.parts) && (
        <p class="small far">
          <b>{t("Vorige keer ({date})", { date: day(desk.parts.last.date) })}</b> {lastSays(desk.parts)}
        </p>
      )}
      <Chips desk={desk} rows={scored} told={(item, id) => inShort(desk, item, id)} />
      <NotesOn desk={desk} rows={scored} few={desk.parts.ranking?.answers} />
      <OnPaper desk={desk} rows={scored} />
    </>
  );
}

function inShort({ parts }: Desk, item: Item, id: string): string {
  if (!parts.ranking) return "";
  const short = (median: number | null) => (median === null ? "–" : figure(median));
  if (item.checks) return checksOf(parts).map(({ id, name }) => `${name} ${short(item.checks![id].median)}`).join(" · ");
  const was = wasOf(parts, id);
  const said = t("mediaan {median} · {n}", { median: short(item.median ?? null), n: nt("{n} antwoord", "{n} antwoorden", item.scored ?? 0) });
  return was ? `${said} · ${wasFigure(was)}` : said;
}

export const words: KindWords = {
  name: () => t("schaal"),
  sign: "M3 12h18M3 7.5v9M12 9v6M21 7.5v9",
  now: () => t("Nu: cijfers geven"),
  opens: () => t("Open de schaal"),
  closes: () => t("Sluit de schaal"),
  shows: (parts, card) => !!parts.ranking && parts[card].i !== undefined,
  standing: (parts) => (parts.ranking.people ? t("Open. {says}", { says: scaleSays(parts).sure }) : undefined),
};
