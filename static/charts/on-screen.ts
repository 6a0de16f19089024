// What of the pyramid the screen shows now: of which strand, and which question to look by. The facilitator chooses both.

import type { Live } from "../live";
import type { Item, Strand } from "../wire";
import { t } from "../words";
import { narrowed, narrowedTo } from "./narrowed";

export interface OnScreen {
  list: [string, Item][]; // of the chosen strand, tag or table; what is about both strands is in each
  strand?: Strand;
  only?: string; // "Alleen: welbevinden"
  question?: string;
  which?: string; // "Kijkvraag 2 van 6"
  talking: boolean; // the writing is over for now: eyes on the screen, or closed
}

export function onScreen(live: Live): OnScreen {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const { now, screen } = stage;
  const strand = (parts.config.letters as Strand[]).find(({ id }) => id === screen?.strand);
  const looks = parts.config.look as string[];
  const n = looks.length ? ((screen?.ask ?? (now.state === "look" ? 1 : 0)) - 1) % looks.length : -1;
  return {
    list: narrowed(parts, stage),
    strand,
    only: narrowedTo(parts, stage) || undefined,
    question: looks[n],
    which: n >= 0 ? t("Kijkvraag {n} van {of}", { n: n + 1, of: looks.length }) : undefined,
    talking: now.state === "look" || now.state === "closed",
  };
}
