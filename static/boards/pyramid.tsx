// The pyramid: four levels of support, drawn as a stepped gable.

import { Gable } from "../charts/gable";
import { LevelZoom } from "../charts/level-zoom";
import { LevelGlyph, Icon } from "../icons";
import type { Live } from "../live";
import { State } from "../parts/button";
import { Choice, type Option } from "../parts/choice";
import { Collect, type Place } from "../parts/collect";
import type { Level, Strand } from "../wire";
import { type KindWords, t } from "../words";
import { Shelves, type Desk } from "../console/shelf";

export function Phone({ live }: { live: Live }) {
  return <Collect live={live} place={gable} />;
}

const gable: Place = {
  first: false,
  next: { level: undefined }, // the strand is remembered: people write a few about the same thing
  missing: (_, draft) => (draft.level ? null : t("Tik nog op een laag.")),
  of: (config, { level, strand }) => ({ level: level!, strand: strand ?? config.strands[0].id }),
  tag(config, card) {
    const level = (config.levels as Level[]).find(({ id }) => id === card.level);
    if (!level) return {};
    return {
      class: `fac-level-${level.number}`,
      tag: (
        <span class="tag">
          <span class="vh">{t("Laag {n}, {name}", { n: level.number, name: level.name })}</span>
          <span aria-hidden="true">{level.number}</span>
          <LevelGlyph level={level.number} />
        </span>
      ),
      where: config.strands.length > 1 ? (config.strands as Strand[]).find(({ id }) => id === card.strand)?.name : undefined,
    };
  },
  Choose({ config, draft, change, enter, wrong }) {
    const levels = [...(config.levels as Level[])].sort((a, b) => b.number - a.number);
    const strands = config.strands as Strand[];
    return (
      <>
        <div>
          <p class="q">
            <b id="q-level">{t("Voor wie is dit?")}</b>
            {!draft.level && <span aria-hidden="true">{t("Tik op een laag")}</span>}
          </p>
          <Choice labelledBy="q-level" class="gable" options={levels.map(block)} value={draft.level} choose={(level) => change({ level })} enter={enter} describedBy={wrong ? "level-wrong" : undefined} />
          {wrong && (
            <State as="refused" id="level-wrong">
              {wrong}
            </State>
          )}
        </div>
        {strands.length > 1 && (
          <div>
            <p class="q" id="q-strand">
              {t("Waar gaat het over?")}
            </p>
            <Choice labelledBy="q-strand" class="seg" options={strands.map(segment)} value={draft.strand ?? strands[0].id} choose={(strand) => change({ strand })} enter={enter} />
          </div>
        )}
      </>
    );
  },
};

function block({ id, number, name, whom }: Level): Option {
  return {
    id,
    class: `lv fac-level-${number}`,
    draw: (chosen) => (
      <>
        <span class="num">{number}</span>
        <span class="nm">
          <b>{name}</b>
          <span>{whom}</span>
        </span>
        {chosen ? (
          <span class="tick">
            <Icon name="tick" />
          </span>
        ) : (
          <i class="fac-pattern" aria-hidden="true" />
        )}
      </>
    ),
  };
}

function segment({ id, name }: Strand): Option {
  return {
    id,
    draw: (chosen) => (
      <>
        {chosen && <Icon name="tick" />}
        {name}
      </>
    ),
  };
}

export function Screen({ live }: { live: Live }) {
  const level = (live.parts.value.config.levels as Level[]).find(({ id }) => id === live.stage.value!.screen?.place);
  return level ? <LevelZoom key={level.id} live={live} level={level} /> : <Gable live={live} />;
}

// On the desk from the top down, as it is drawn.
export function Console({ desk }: { desk: Desk }) {
  return <Shelves desk={desk} places={[...desk.places].reverse()} of={(item) => item.level} />;
}

export const words: KindWords = {
  name: () => t("piramide"),
  now: () => t("Nu: schrijven"),
  opens: () => t("Open het schrijven"),
  closes: () => t("Sluit het schrijven"),
  collects: true,
};
