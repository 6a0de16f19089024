// What holds for a step: for how many people I speak, what others can see or guess, and that too few answered.

import type { Live } from "../live";
import { nt, t } from "../words";
import { Notice } from "./button";
import { Page } from "./page";
import { tableName } from "./table-name";

// Under the question of the step.
export function Told({ live }: { live: Live }) {
  const { about, config } = live.parts.value;
  const { table, size = 1 } = live.own.value.you ?? {};
  if (about.reads === "nobody") return <p class="told small soft">{t("Alleen jij ziet wat je schrijft. Het staat alleen op deze telefoon.")}</p>;
  const writes = config?.max_cards !== undefined;
  const said = [
    about.table && table ? t("{table}, {people}.", { table: tableName(live.stage.value!, table), people: nt("{n} mens", "{n} mensen", size) }) : "",
    about.anonymous === "guess" ? t("In een kleine groep is te raden wie wat invult.") : "",
    about.anonymous === "yes" ? (writes ? t("Niemand ziet wie wat schreef. De begeleider leest alles.") : t("Niemand ziet wie wat invult.")) : "",
    about.few === undefined && about.anonymous === "yes" && !writes ? t("De uitslag komt er bij minstens 5 antwoorden.") : "",
    about.reads === "facilitator" ? t("Dit komt niet op het scherm.") : "",
    about.moderate ? t("De begeleider kijkt eerst wat er op het scherm komt.") : "",
    about.keep === false ? t("Dit bewaren we niet.") : "",
  ].filter(Boolean);
  return said.length ? <p class="told small soft">{said.join(" ")}</p> : null;
}

// A result that was shown while too few people answered to hide among.
export function Few({ live }: { live: Live }) {
  const { about } = live.parts.value;
  return (
    <Page live={live} title={about.title} lead={about.prompt}>
      <Notice icon="lock" title={t("De uitslag blijft dicht.")}>
        {t("Er zijn minder dan {n} antwoorden. Dan is te raden wie wat invulde.", { n: about.few })}
      </Notice>
    </Page>
  );
}
