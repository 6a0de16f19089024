// The result of a vote on the phone: a short list in words. The chart is on the screen.

import { useState } from "preact/hooks";
import type { Live } from "../live";
import type { Ballot, VoteRanking } from "../wire";
import { nt, t } from "../words";
import { Button, Notice } from "./button";
import type { Dots } from "./dots";
import { Sign } from "./sign";

const FIRST = 8;

export function VoteResult({ live, ballots, dots }: { live: Live; ballots: Ballot[]; dots: Dots }) {
  const parts = live.parts.value;
  const ranking = parts.ranking as VoteRanking | undefined;
  const [all, showAll] = useState(false);
  if (!ranking) return null;
  if (!ranking.people) return <Notice icon="eye" title={t("De uitslag is open.")}>{t("Er heeft niemand gestemd.")}</Notice>;
  const got = (id: string) => Object.values(parts[id].dots ?? {}).some((n) => n);
  const cut = Math.min(lastOfTie(ranking), ranking.ids.filter(got).length);
  return (
    <>
      <Notice icon="eye" title={t("De uitslag is open.")}>
        {nt("{n} mens heeft gestemd.", "{n} mensen hebben gestemd.", ranking.people)}
      </Notice>
      {ballots.length > 1 && (
        <p class="small legend">
          {ballots.map((ballot, index) => (
            <span class="count" key={ballot.id}>
              <Sign ballot={index} many />
              {ballot.name}
            </span>
          ))}
        </p>
      )}
      <ol class="result">
        {[...ranking.ids.filter(got), ...ranking.ids.filter((id) => !got(id))].slice(0, all ? undefined : cut).map((id) => (
          <li key={id}>
            <span class="place">{ranking.places[id]}</span>
            <span>
              {parts[id].text}
              {ballots.some((ballot) => dots.on(ballot.id, id)) && <small class="mine-mark"> {t("(ook van jou)")}</small>}
              {parts[id].kept && <small class="mine-mark"> {t("blijft op tafel")}</small>}
            </span>
            <span>
              {ballots.map((ballot, index) => (
                <span class="count" key={ballot.id}>
                  <Sign ballot={index} many />
                  {parts[id].dots?.[ballot.id] ?? 0}
                  <span class="vh">{ballots.length > 1 ? ballot.name : t("stippen")}</span>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      {!all && ranking.ids.length > cut && <Button press={() => showAll(true)}>{t("Toon ook de andere {n}", { n: ranking.ids.length - cut })}</Button>}
    </>
  );
}

// The first eight; who ties with the eighth comes along.
function lastOfTie({ ids, places }: VoteRanking): number {
  let cut = Math.min(FIRST, ids.length);
  while (cut < ids.length && cut > 0 && places[ids[cut]] === places[ids[cut - 1]]) cut += 1;
  return cut;
}
