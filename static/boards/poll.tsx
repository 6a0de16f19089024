// The poll: one or more choices per question, closed until the facilitator shows what was chosen; the key comes after the talk.

import { Turnout } from "../charts/turnout";
import { Polled, Ways } from "../charts/polled";
import { PollDesk } from "../console/poll-desk";
import type { Desk } from "../console/shelf";
import type { Live } from "../live";
import { questions } from "../parts/asked";
import { Notice } from "../parts/button";
import { Page } from "../parts/page";
import { Asking, MyChoices, PollResult } from "../parts/polling";
import type { Option } from "../wire";
import { type KindWords, nt, people, t } from "../words";

export function Phone({ live }: { live: Live }) {
  const { state, revealed } = live.stage.value!.now;
  const { about } = live.parts.value;
  if (state === "open") return <Asking live={live} />;
  return (
    <Page live={live} title={about.title} lead={about.prompt}>
      {revealed ? (
        <PollResult live={live} />
      ) : (
        <>
          <Notice icon="lock" title={t("Deze stap is dicht.")}>
            {t("De uitslag is nog dicht. Kijk mee op het grote scherm.")}
          </Notice>
          <MyChoices live={live} />
        </>
      )}
    </Page>
  );
}

export function Screen({ live }: { live: Live }) {
  const { tally } = live.parts.value;
  if (tally) return <Polled live={live} />;
  const during = { sure: t("De uitslag is nog dicht."), talk: t("Zo kiest iedereen voor zichzelf.") };
  return <Turnout live={live} ready={<Ways parts={live.parts.value} />} before={t("Straks kiest iedereen voor zichzelf.")} during={during} />;
}

export function Console({ desk }: { desk: Desk }) {
  return <PollDesk desk={desk} />;
}

export const words: KindWords = {
  name: () => t("peiling"),
  sign: "M3.5 4.5h6v6h-6zM3.5 13.5h6v6h-6zM14 7.5h7M14 16.5h7",
  now: () => t("Nu: kiezen"),
  opens: () => t("Open de peiling"),
  closes: () => t("Sluit de peiling"),
  standing(parts) {
    const list = questions(parts);
    if (!parts.tally?.people) return undefined;
    if (list.length > 1) return t("Open. {people} kozen bij {n}.", { people: people(parts.tally.people), n: nt("{n} vraag", "{n} vragen", list.length) });
    const counts: Record<string, number> = parts[list[0].id].options;
    const first = (parts.config.options as Option[]).reduce((best, it) => (counts[it.id] > counts[best.id] ? it : best));
    return t("Open. Het vaakst gekozen: “{text}”, {people}.", { text: first.name, people: people(counts[first.id]) });
  },
};
