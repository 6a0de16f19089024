// The cards that the facilitator asked for on the screen: all, or those about one strand, with one tag, or of one table.

import { tagsOf } from "../parts/given";
import { atTable } from "../parts/table-name";
import { items, type Item, type Parts, type Stage, type Strand } from "../wire";
import { t } from "../words";

export function narrowed(parts: Parts, stage: Stage): [string, Item][] {
  const { strand, tag, table } = stage.screen ?? {};
  const about = (item: Item) => !strand || item.strand === strand || item.strand === "beide";
  return items(parts).filter(([, item]) => !item.given && about(item) && (!tag || item.tag === tag) && (!table || item.table === table));
}

// "Alleen: leren, tafel 3", or nothing.
export function narrowedTo(parts: Parts, stage: Stage): string {
  const { strand, tag, table } = stage.screen ?? {};
  const about = (parts.config?.letters as Strand[] | undefined)?.find(({ id }) => id === strand)?.name.toLowerCase();
  const said = [about, tag && tagsOf(parts).find(({ id }) => id === tag)?.name, table && atTable(stage, table)].filter(Boolean);
  return said.length ? t("Alleen: {what}", { what: said.join(", ") }) : "";
}
