// What some scripts ask of a card of the pyramid as well: who has something from it, and whether it is there already.

import type { Tag } from "../wire";
import { t } from "../words";
import type { HelpProps } from "./collect";
import { Segments } from "./segments";

export interface ForWhomProps extends HelpProps {
  enter(): void;
}

export function ForWhom({ config, draft, change, enter }: ForWhomProps) {
  const tags = [...(config.tags as Tag[]), { id: "", name: t("Geen keuze") }];
  const there = [{ id: "", name: t("Dit doen we al") }, { id: "wish", name: t("Dit is een wens") }];
  return (
    <>
      {tags.length > 1 && <Segments id="q-tag" asks={t("Wie heeft er iets aan?")} options={tags} value={draft.tag ?? ""} choose={(tag) => change({ tag })} enter={enter} />}
      {config.allow_wish && <Segments id="q-wish" asks={t("Is dit er al?")} options={there} value={draft.wish ? "wish" : ""} choose={(wish) => change({ wish: !!wish })} enter={enter} />}
    </>
  );
}
