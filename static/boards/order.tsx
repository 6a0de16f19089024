import { bestFirst, Chips, type Desk } from "../console/shelf";
import { t } from "../words";
import type { Live } from "../live";

export function Phone(_: { live: Live }) {
  return null;
}

export function Screen(_: { live: Live }) {
  return null;
}

export function Console({ desk }: { desk: Desk }) {
  return <Chips desk={desk} rows={bestFirst(desk)} told={(item) => (item.place ? t("plek {place}", { place: item.place }) : "")} />;
}
