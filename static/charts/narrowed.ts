// The cards that the facilitator asked for on the screen: all, or those with one tag, or of one table.

import { tagsOf } from "../parts/given";
import { items, type Item, type Parts, type Stage } from "../wire";
import { t } from "../words";

export function narrowed(parts: Parts, stage: Stage): [string, Item][] {
  const { tag, table } = stage.screen ?? {};
  return items(parts).filter(([, item]) => !item.given && (!tag || item.tag === tag) && (!table || item.table === table));
}

// "Alleen: leren, tafel 3", or nothing.
export function narrowedTo(parts: Parts, stage: Stage): string {
  const { tag, table } = stage.screen ?? {};
  const said = [tag && tagsOf(parts).find(({ id }) => id === tag)?.name, table && t("tafel {table}", { table })].filter(Boolean);
  return said.length ? t("Alleen: {what}", { what: said.join(", ") }) : "";
}
