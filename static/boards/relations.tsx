// Relations: what two elements have to do with each other, laid by hand or pair by pair; the map shows when the facilitator reveals it.

import { RelationMap } from "../charts/relation-map";
import { RelationZoom } from "../charts/relation-zoom";
import { Turnout } from "../charts/turnout";
import type { Live } from "../live";
import { Notice } from "../parts/button";
import { ByHand } from "../parts/by-hand";
import { MyLinks } from "../parts/mylinks";
import { Page } from "../parts/page";
import { PairByPair } from "../parts/pair-by-pair";
import { Found } from "../parts/relations-found";
import type { Item, RelationsRanking } from "../wire";
import { type KindWords, nt, t } from "../words";
import { LinksDesk } from "../console/links-desk";
import { bestFirst, Chips, type Desk } from "../console/shelf";

export function Phone({ live }: { live: Live }) {
  const { state, revealed } = live.stage.value!.now;
  const { about, config } = live.parts.value;
  if (state === "open") return config.mode === "spread" ? <PairByPair live={live} /> : <ByHand live={live} />;
  return (
    <Page live={live} beside title={about.title} lead={about.prompt}>
      {revealed ? (
        <Found live={live} />
      ) : (
        <>
          <Notice icon="lock" title={t("Deze stap is dicht.")}>
            {t("De kaart is nog dicht. Kijk mee op het grote scherm.")}
          </Notice>
          <MyLinks live={live} />
        </>
      )}
    </Page>
  );
}

export function Screen({ live }: { live: Live }) {
  const { ranking, looked } = live.parts.value;
  const { show, card } = live.stage.value!.screen ?? { show: "board" };
  if (ranking) return show === "card" && card && ranking.ids.includes(card) ? <RelationZoom live={live} card={card} /> : <RelationMap live={live} />;
  return <Turnout live={live} before={t("Straks kijken we wat bij elkaar hoort.")} during={{ sure: t("De kaart is nog dicht."), talk: progress(looked) }} />;
}

function progress({ n, of }: { n: number; of?: number }): string {
  if (of) return t("{n} van de {of} paren zijn bekeken.", { n, of });
  return nt("Er is {n} verband gelegd.", "Er zijn {n} verbanden gelegd.", n);
}

export function Console({ desk }: { desk: Desk }) {
  return (
    <>
      <Chips desk={{ ...desk, ranked: null }} rows={bestFirst(desk)} />
      <LinksDesk desk={desk} />
    </>
  );
}

export const words: KindWords = {
  name: () => t("samenhang"),
  sign: "M3 7a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M15 17a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M8.5 9l7 6",
  now: () => t("Nu: verbinden"),
  opens: () => t("Open het verbinden"),
  closes: () => t("Sluit het verbinden"),
  shows: (parts) => !!parts.ranking,
  standing(parts) {
    const { ids, linked, agenda } = parts.ranking as RelationsRanking;
    const first: Item | undefined = linked ? parts[ids[0]] : undefined;
    if (!first) return undefined;
    const talk = agenda.length ? nt("{n} paar om over te praten.", "{n} paren om over te praten.", agenda.length) : t("Niets spreekt elkaar tegen.");
    return `${nt("Open. {n} verband.", "Open. {n} verbanden.", linked)} ${talk}`;
  },
};
