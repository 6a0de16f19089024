// The vote: dots over items, on one or more ballots, closed until the facilitator shows the result.

import { DotsResult } from "../charts/dots";
import { Turnout } from "../charts/turnout";
import { useState } from "preact/hooks";
import { Icon } from "../icons";
import type { Live } from "../live";
import { Notice } from "../parts/button";
import { type Dots, myDots } from "../parts/dots";
import { groups } from "../parts/groups";
import { later } from "../parts/later";
import { Page } from "../parts/page";
import { VoteResult } from "../parts/vote-result";
import { Sign } from "../parts/sign";
import { Voting, type Wrong } from "../parts/voting";
import { type Ballot, type Item, placeOf, type Reason as Told } from "../wire";
import { dots as inDotsOf, type KindWords, nt, t, want } from "../words";
import { bestFirst, Chips, inDots, Paper, type PickedProps, Shelves, type Desk } from "../console/shelf";

const Reasoned = /* @__PURE__ */ later(() => import("../parts/reasoned").then((it) => it.Reasoned)); // only where the script asks why

export function Phone({ live }: { live: Live }) {
  const { state, revealed } = live.stage.value!.now;
  const { config } = live.parts.value;
  const ballots = config.ballots as Ballot[];
  const dots = myDots(live, live.board.value!.id, ballots[0].id);
  const [wrong, complain] = useState<Wrong>(null);
  const Open = config.because === "none" ? Voting : Reasoned;
  if (state === "open") return <Open live={live} ballots={ballots} dots={dots} wrong={wrong} complain={complain} />;
  return (
    <Page live={live} beside title={live.parts.value.about.title} lead={live.parts.value.about.prompt}>
      {revealed ? (
        <VoteResult live={live} ballots={ballots} dots={dots} />
      ) : (
        <>
          <Notice icon="lock" title={t("Het stemmen is dicht.")}>
            {t("De uitslag is nog dicht. Kijk mee op het grote scherm.")}
          </Notice>
          <MyDots live={live} ballots={ballots} dots={dots} />
        </>
      )}
    </Page>
  );
}

// What I gave, in plain text, once the vote is closed.
function MyDots({ live, ballots, dots }: { live: Live; ballots: Ballot[]; dots: Dots }) {
  const all = groups(live.parts.value).flatMap((group) => group.items);
  const whys = live.own.value.reasons || {};
  return (
    <>
      {ballots.map((ballot, index) => {
        const given = all.filter(([id]) => dots.on(ballot.id, id));
        return (
          <section key={ballot.id}>
            <h2>{ballots.length > 1 ? t("Jouw stippen bij “{ballot}”", { ballot: ballot.name }) : t("Jouw stippen")}</h2>
            {given.length ? (
              <ul class="result">
                {given.map(([id, { text }]) => (
                  <li key={id}>
                    <Sign ballot={index} />
                    <span>
                      {text}
                      {whys[id] && <small class="want">{want(whys[id].text)}</small>}
                    </span>
                    <span class="count">{dots.on(ballot.id, id) > 1 && `${dots.on(ballot.id, id)}×`}</span>
                  </li>
                ))}
              </ul>
            ) : (
              <p>{t("Je gaf hier geen stippen.")}</p>
            )}
          </section>
        );
      })}
    </>
  );
}

export function Screen({ live }: { live: Live }) {
  if (live.parts.value.ranking) return <DotsResult live={live} />;
  return <Turnout live={live} before={t("Straks kiest iedereen voor zichzelf.")} during={{ sure: t("De uitslag is nog dicht."), talk: t("Zo kiest iedereen voor zichzelf.") }} />;
}

// Until the reveal by place, as on the phones; then best first, with the dots.
export function Console({ desk }: { desk: Desk }) {
  const [counting, count] = useState(false);
  const stays = (item: Item) => (item.kept ? t("blijft op tafel") : "");
  const told = (item: Item) => [inDots(desk, item), stays(item)].filter(Boolean).join(" · ");
  return (
    <>
      <button type="button" class="btn small" aria-pressed={counting ? "true" : "false"} onClick={() => count(!counting)}>
        {t("Stippen op papier")}
      </button>
      {counting ? (
        <Paper desk={desk} columns={desk.ballots} fields={(item, ballot) => ({ item, ballot })} />
      ) : desk.ranked ? (
        <Chips desk={desk} rows={bestFirst(desk)} told={told} />
      ) : desk.places.length > 1 ? (
        <Shelves desk={desk} places={[...desk.places].reverse()} of={placeOf} told={stays} />
      ) : (
        <Chips desk={desk} rows={desk.rows} told={stays} />
      )}
    </>
  );
}

// One card: it stays on the table whatever its dots, and why people chose it.
export function Picked({ id, item, act }: PickedProps) {
  const reasons = (item.reasons ?? []) as Told[];
  return (
    <>
      <button type="button" class="btn small" aria-pressed={item.kept ? "true" : "false"} onClick={() => act("keep", { item: id, on: !item.kept })}>
        <Icon name="tick" />
        {t("Niet wegstemmen")}
      </button>
      {item.kept && <p class="small">{t("Deze kaart gaat mee, hoeveel stippen hij ook heeft.")}</p>}
      {reasons.length > 0 && (
        <section class="whys">
          <h2>{nt("{n} reden", "{n} redenen", reasons.length)}</h2>
          <p class="small soft">{t("Er staat niet bij van wie ze zijn. De zaal leest ze als je de kaart op het scherm zet.")}</p>
          <ul class="members">
            {reasons.map(({ card, text, state }) => (
              <li key={card}>
                <span class={state === "shown" ? "" : "away"}>{want(text)}</span>
                <button type="button" class="btn quiet" aria-label={state === "shown" ? t("Verberg reden: {text}", { text }) : t("Toon reden: {text}", { text })} onClick={() => act(state === "shown" ? "hide" : "show", { card })}>
                  <span>{state === "shown" ? t("Verberg") : t("Toon")}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

export const words: KindWords = {
  name: () => t("stemmen"),
  sign: "M3 8a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M15 8a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M9 17a3 3 0 1 0 6 0a3 3 0 1 0 -6 0",
  now: () => t("Nu: stemmen"),
  opens: () => t("Open het stemmen"),
  closes: () => t("Sluit het stemmen"),
  standing(parts) {
    const first: Item | undefined = parts[parts.ranking.ids[0]];
    if (!first) return undefined;
    if (!Object.values(parts.ranking.dots).some(Boolean)) return t("Open. Er is geen stip gegeven.");
    return t("Open. Bovenaan: “{text}”, {dots}.", { text: first.text, dots: inDotsOf(Object.values(first.dots || {})[0] || 0) });
  },
};
