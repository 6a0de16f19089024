// What was carried in to look at or to write about, figures of the script to write about, and what a card may be tagged with.

import { type Beside, type Item, items, type Parts, type Tag } from "../wire";
import { t } from "../words";

export const givenIn = (parts: Parts): [string, Item][] =>
  items(parts)
    .filter(([, item]) => item.given && !item.into && (item.state ?? "shown") === "shown")
    .sort(([, a], [, b]) => (a.i ?? 0) - (b.i ?? 0));

// The script's own tags, or what was carried in.
export function tagsOf(parts: Parts): Tag[] {
  if (isAbout(parts)) return givenIn(parts).map(([id, { text }]) => ({ id, name: text }));
  return parts.config?.tags ?? [];
}

// Every card is about one of the carried items.
export const isAbout = ({ config }: Parts): boolean => config?.use === "tags" || config?.use === "rows";

// What stands beside the work: the result of an earlier step, the script's own figures, or the cards that were carried in.
export function besideOf(parts: Parts): Beside | undefined {
  if (parts.beside) return parts.beside;
  if (parts.config?.data) return figures(parts.config.data);
  const given = parts.config?.use === "cards" ? givenIn(parts) : [];
  return given.length ? { step: "", kind: "", title: t("Meegenomen"), parts: Object.fromEntries(given) } : undefined;
}

function figures({ title, lines, fictional }: { title: string; lines: string[]; fictional: boolean }): Beside {
  const parts = Object.fromEntries(lines.map((text, at) => [`line-${at}`, { text, n: 1, at }]));
  return { step: "", kind: "", title: fictional ? t("{title} (fictief)", { title }) : title, parts };
}
