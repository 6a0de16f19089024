// A card of the pyramid on the phone: its level, strand, whether it is a wish, for whom; and examples on request.

import type { Level, Strand, Tag } from "../wire";
import { t } from "../words";
import { State } from "./button";
import type { HelpProps, Place } from "./collect";
import { later } from "./later";
import type { ForWhomProps } from "./for-whom";
import { LevelTag, Levels } from "./levels";
import { Segments } from "./segments";

const ForWhom = later<ForWhomProps>(() => import("./pyramid-more").then((it) => it.ForWhom));
const Examples = later<HelpProps>(() => import("./pyramid-more").then((it) => it.Examples));

export const activity: Place = {
  first: false,
  next: { level: undefined, wish: false, tag: undefined }, // the strand is remembered: people write a few about the same thing
  missing: (_, draft) => (draft.level ? null : t("Tik nog op een laag.")),
  of: (config, { level, strand, wish, tag }) => ({
    level: level!,
    strand: strand ?? config.strands[0].id,
    ...(config.allow_wish && { wish: !!wish }),
    ...(config.tags.length && { tag: tag || null }),
  }),
  tag(config, card) {
    const level = (config.levels as Level[]).find(({ id }) => id === card.level);
    if (!level) return {};
    const strand = config.strands.length > 1 && (config.strands as Strand[]).find(({ id }) => id === card.strand);
    const tag = (config.tags as Tag[]).find(({ id }) => id === card.tag);
    const said = [strand && strand.name, tag && tag.name, card.wish && t("wens")].filter(Boolean);
    return { class: `fac-level-${level.number} ${card.wish ? "wish" : ""}`, tag: <LevelTag level={level} />, where: said.join(" · ") };
  },
  Choose({ live, config, draft, change, enter, wrong }) {
    const strands = config.strands as Strand[];
    return (
      <>
        <div>
          <p class="q">
            <b id="q-level">{t("Voor wie is dit?")}</b>
            {!draft.level && <span aria-hidden="true">{t("Tik op een laag")}</span>}
          </p>
          <Levels levels={config.levels} labelledBy="q-level" value={draft.level} choose={(level) => change({ level })} enter={enter} describedBy={wrong ? "level-wrong" : undefined} />
          {wrong && (
            <State as="refused" id="level-wrong">
              {wrong}
            </State>
          )}
          <p role="status" class="asks">
            {draft.level === "foundation" && speaksOf(config.about_pupils, draft.text) && (
              <>
                <b>{t("Hoort dit bij het team of bij {pupils}?", { pupils: config.pupils })}</b> {t("Het fundament gaat over ons eigen team. Jij kiest.")}
              </>
            )}
          </p>
        </div>
        {strands.length > 1 && <Segments id="q-strand" asks={t("Waar gaat het over?")} options={strands} value={draft.strand ?? strands[0].id} choose={(strand) => change({ strand })} enter={enter} />}
        {(config.tags.length > 0 || config.allow_wish) && <ForWhom live={live} config={config} draft={draft} change={change} enter={enter} />}
      </>
    );
  },
  Help: (props) => (props.config.examples ? <Examples {...props} /> : null),
};

// Whole words only; the list is the server's.
function speaksOf(words: string[], text: string): boolean {
  const said = text.toLowerCase().split(/[^\p{L}]+/u);
  return words.some((word) => said.includes(word));
}
