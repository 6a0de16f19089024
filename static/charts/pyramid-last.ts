// What an earlier pyramid had on a level, and how many cards that were. More is not better: no sentence compares the two.

import type { Parts, PyramidLast, Strand } from "../wire";
import { day, t } from "../words";

export type Before = PyramidLast["levels"][string][number];

// Of the strand that the screen shows; what is about both strands is in each.
export function lastOn({ last }: Parts, level: string, strand?: Strand): Before[] {
  const all = (last as PyramidLast | undefined)?.levels[level] ?? [];
  return strand ? all.filter((it) => it.strand === strand.id || it.strand === "beide") : all;
}

export const countOf = (was: Before[]): number => was.reduce((sum, { n }) => sum + n, 0);

export const lastTime = ({ last }: Parts): string => t("vorige keer, {date}", { date: day(last.date) });
