// What was carried in to look at or to write about, and what a card may be tagged with.

import { type Beside, type Item, items, type Parts, type Tag } from "../wire";
import { t } from "../words";

export const givenIn = (parts: Parts): [string, Item][] =>
  items(parts)
    .filter(([, item]) => item.given && !item.into && (item.state ?? "shown") === "shown")
    .sort(([, a], [, b]) => (a.i ?? 0) - (b.i ?? 0));

// The script's own tags, or what was carried in.
export function tagsOf(parts: Parts): Tag[] {
  if (parts.config?.use && parts.config.use !== "cards") return givenIn(parts).map(([id, { text }]) => ({ id, name: text }));
  return parts.config?.tags ?? [];
}

// What stands beside the work: the result of an earlier step, or the cards that were carried in.
export function besideOf(parts: Parts): Beside | undefined {
  const given = parts.config?.use === "cards" ? givenIn(parts) : [];
  if (parts.beside || !given.length) return parts.beside;
  return { step: "", kind: "", title: t("Meegenomen"), parts: Object.fromEntries(given) };
}
