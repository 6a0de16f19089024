// The plan: rows that are filled in cell by cell; the screen shows the table with what is still empty.

import { PlanRow } from "../charts/plan-row";
import { PlanTable } from "../charts/plan-table";
import type { Desk } from "../console/shelf";
import type { Live } from "../live";
import { DeskRows } from "../console/desk-rows";
import { Sheet } from "../parts/sheet";
import { type KindWords, t } from "../words";
import { howFar } from "../charts/how-far";

export function Phone({ live }: { live: Live }) {
  return <Sheet live={live} />;
}

export function Screen({ live }: { live: Live }) {
  const { show, card } = live.stage.value!.screen ?? {};
  if (show === "card" && card && live.parts.value[card]) return <PlanRow live={live} id={card} />;
  return <PlanTable live={live} />;
}

export function Console({ desk }: { desk: Desk }) {
  return <DeskRows desk={desk} />;
}

export const words: KindWords = {
  name: () => t("plan"),
  sign: "M3 4h18v16H3zM3 10h18M10 4v16",
  now: () => t("Nu: invullen"),
  opens: () => t("Open het invullen"),
  closes: () => t("Sluit het invullen"),
  collects: true,
  shows: () => true,
  standing: (parts) => howFar(parts.filled, parts.config.columns).sure,
};
