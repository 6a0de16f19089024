// The safety text between a board and the bottom line. It comes before the board, which gives way by its height.

import type { Live } from "../live";
import { Safety } from "../parts/safety";
import { useFit } from "./fit";

const FORMS = 7; // lines: see screen.css

export function Floor({ live }: { live: Live }) {
  const ref = useFit<HTMLDivElement>(FORMS);
  return (
    <div class="floor" ref={ref}>
      <Safety live={live} />
    </div>
  );
}
