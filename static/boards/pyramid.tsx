import { Shelves, type Desk } from "../console/shelf";
import type { Live } from "../live";

export function Phone(_: { live: Live }) {
  return null;
}

export function Screen(_: { live: Live }) {
  return null;
}

// On the desk from the top down, as it is drawn.
export function Console({ desk }: { desk: Desk }) {
  return <Shelves desk={desk} places={[...desk.places].reverse()} of={(item) => item.level} />;
}
