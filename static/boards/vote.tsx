import { placeOf } from "../console/places";
import { bestFirst, Chips, Shelves, type Desk } from "../console/shelf";
import type { Live } from "../live";

export function Phone(_: { live: Live }) {
  return null;
}

export function Screen(_: { live: Live }) {
  return null;
}

// Until the reveal by place, as on the phones; then best first, with the dots.
export function Console({ desk }: { desk: Desk }) {
  if (desk.ranked) return <Chips desk={desk} rows={bestFirst(desk)} told={(item) => Object.values(item.dots || {}).join(" · ")} />;
  return desk.places.length > 1 ? <Shelves desk={desk} places={[...desk.places].reverse()} of={placeOf} /> : <Chips desk={desk} rows={desk.rows} />;
}
