// What stands before an open step: the role that is asked once, the table that shares one phone, who only reads along, and leaving a step out.

import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Live } from "../live";
import { t } from "../words";
import { Button } from "./button";
import { later } from "./later";
import { Page } from "./page";

const AskRole = later(() => import("./seat").then((it) => it.AskRole));
const ReadAlong = later(() => import("./seat").then((it) => it.ReadAlong));
const Table = later(() => import("./seat").then((it) => it.Table));

type Away = "" | "skip" | "look"; // taking part, leaving it out, looking along with who writes for the table

const away = signal<Record<string, Away>>({});

const awayOf = (live: Live, step: string): Away => away.value[step] ?? live.keep.get<Away>(`away.${step}`) ?? "";

export function stayAway(live: Live, step: string, how: Away): void {
  live.keep.set(`away.${step}`, how);
  away.value = { ...away.value, [step]: how };
}

export function Gate({ live, children }: { live: Live; children: ComponentChildren }) {
  const step = live.board.value!.id;
  const { about } = live.parts.value;
  const you = live.own.value.you ?? {};
  const away = awayOf(live, step);
  const stay = (how: Away) => stayAway(live, step, how);
  if (live.stage.value!.now.state !== "open") return <>{children}</>;
  if (away === "skip") return <Elsewhere live={live} title={t("Je slaat deze stap over.")} says={t("Niemand ziet dat. Je kunt altijd nog meedoen.")} back={() => stay("")} />;
  if (about.roles && you.group === undefined) return <AskRole live={live} />;
  if (about.only && !about.only.includes(you.group)) return <ReadAlong live={live} />;
  if (about.table && !you.table) {
    if (away === "look") return <Elsewhere live={live} title={t("Jullie doen dit samen.")} says={t("Eén telefoon aan je tafel schrijft. Kijk daar mee.")} back={() => stay("")} word={t("Toch de telefoon van onze tafel")} />;
    return <Table live={live} />;
  }
  return <>{children}</>;
}

// Leaving a step out is known to this phone alone.
export function Skip({ live }: { live: Live }) {
  if (!live.parts.value.about?.skip) return null;
  return (
    <p class="skip">
      <button type="button" onClick={() => stayAway(live, live.board.value!.id, "skip")}>
        {t("Liever niet? Sla deze stap over.")}
      </button>
    </p>
  );
}

function Elsewhere({ live, title, says, back, word }: { live: Live; title: string; says: string; back(): void; word?: string }) {
  return (
    <Page live={live} calm title={title} lead={says} foot={<Button wide press={back}>{word ?? t("Toch meedoen")}</Button>}>
      <p>{t("Op het grote scherm zie je wat de groep doet.")}</p>
    </Page>
  );
}
