// The order of the group on the phone: a short list in words. The chart is on the screen.

import type { Live } from "../live";
import type { OrderRanking } from "../wire";
import { nt, t } from "../words";
import { Notice } from "./button";

export function OrderResult({ live }: { live: Live }) {
  const parts = live.parts.value;
  const ranking = parts.ranking as OrderRanking | undefined;
  if (!ranking) return null;
  if (!ranking.people) return <Notice icon="eye" title={t("De uitslag is open.")}>{t("Er is geen volgorde ingestuurd.")}</Notice>;
  const mine = live.own.value.rank ?? [];
  return (
    <>
      <Notice icon="eye" title={t("De uitslag is open.")}>
        {nt("{n} mens stuurde een volgorde in.", "{n} mensen stuurden een volgorde in.", ranking.people)}
      </Notice>
      <ol class="result">
        {ranking.ids.map((id) => (
          <li key={id}>
            <span class="place">{parts[id].place}</span>
            <span>
              {parts[id].text}
              {parts[id].meant && <small class="mine-mark"> {t("bedoeld: plek {n}", { n: parts[id].meant })}</small>}
            </span>
            <span class="mine-mark">{mine.includes(id) && t("bij jou {n}", { n: mine.indexOf(id) + 1 })}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
