// Items under the heading of the place they came from, in the order of the list; levels from the top of the gable down.

import { type Field, type Item, items, type Level, type Parts } from "../wire";
import { t } from "../words";

export interface Group {
  id: string;
  name: string; // "" when there is nothing to say
  number?: number; // of a level
  items: [string, Item][];
}

export function groups(parts: Parts): Group[] {
  const config = parts.config ?? {};
  const all = items(parts).sort(([, a], [, b]) => (a.i ?? a.at) - (b.i ?? b.at));
  const places: Omit<Group, "items">[] = all.some(([, item]) => item.level)
    ? levels(config.levels)
    : ((config.fields ?? []) as Field[]).map(({ id, name }) => ({ id, name }));
  const found = places.map((place) => ({ ...place, items: all.filter(([, item]) => (item.level ?? item.field) === place.id) }));
  const rest = all.filter(([, item]) => !places.some(({ id }) => id === (item.level ?? item.field)));
  return [...found, { id: "", name: found.some((group) => group.items.length) ? t("Overig") : "", items: rest }].filter((group) => group.items.length);
}

function levels(known: Level[] | undefined): Omit<Group, "items">[] {
  const list = known ?? [
    { id: "foundation", number: 1, name: t("Fundament") },
    { id: "base", number: 2, name: t("Sterke basis") },
    { id: "extra", number: 3, name: t("Extra") },
    { id: "intensive", number: 4, name: t("Intensief") },
  ];
  return [...list].sort((a, b) => b.number - a.number).map(({ id, name, number }) => ({ id, name, number }));
}
