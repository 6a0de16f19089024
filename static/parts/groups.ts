// Items under the heading of the place they came from, in the order of the list; levels from the top of the gable down.

import { type Item, items, type Parts, placeOf } from "../wire";
import { t } from "../words";

export interface Group {
  id: string;
  name: string; // "" when there is nothing to say
  number?: number; // of a level
  items: [string, Item][];
}

export function groups(parts: Parts): Group[] {
  const all = items(parts).sort(([, a], [, b]) => (a.i ?? a.at) - (b.i ?? b.at));
  const places: Omit<Group, "items">[] = parts.about?.places ?? [];
  const topDown = [...places].sort((a, b) => (b.number ?? 0) - (a.number ?? 0));
  const found = topDown.map((place) => ({ ...place, items: all.filter(([, item]) => placeOf(item) === place.id) })).filter((group) => group.items.length);
  const rest = all.filter(([, item]) => !places.some(({ id }) => id === placeOf(item)));
  if (found.length + Number(rest.length > 0) < 2) return [{ id: "", name: "", items: all }];
  return rest.length ? [...found, { id: "", name: t("Overig"), items: rest }] : found;
}
