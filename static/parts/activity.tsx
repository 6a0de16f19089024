// A card of the pyramid on the phone: its level, strand, whether it is a wish, for whom; and examples on request.

import { useState } from "preact/hooks";
import { Icon } from "../icons";
import type { Level, Strand, Tag } from "../wire";
import { t } from "../words";
import { Button, State } from "./button";
import { Choice, type Option } from "./choice";
import type { Config, Draft, Place } from "./collect";
import { LevelTag, Levels } from "./levels";

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
  Choose({ config, draft, change, enter, wrong }) {
    const strands = config.strands as Strand[];
    const tags = config.tags as Tag[];
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
            {draft.level === "foundation" && speaksOf(config.pupils, draft.text) && (
              <>
                <b>{t("Hoort dit bij het team of bij leerlingen?")}</b> {t("Het fundament gaat over ons eigen team. Jij kiest.")}
              </>
            )}
          </p>
        </div>
        {strands.length > 1 && <Segments id="q-strand" asks={t("Waar gaat het over?")} options={strands} value={draft.strand ?? strands[0].id} choose={(strand) => change({ strand })} enter={enter} />}
        {tags.length > 0 && <Segments id="q-tag" asks={t("Wie heeft er iets aan?")} options={[...tags, { id: "", name: t("Geen keuze") }]} value={draft.tag ?? ""} choose={(tag) => change({ tag })} enter={enter} />}
        {config.allow_wish && (
          <Segments id="q-wish" asks={t("Is dit er al?")} options={[{ id: "", name: t("Dit doen we al") }, { id: "wish", name: t("Dit is een wens") }]} value={draft.wish ? "wish" : ""} choose={(wish) => change({ wish: !!wish })} enter={enter} />
        )}
      </>
    );
  },
  Help({ config, draft, change }) {
    const [open, show] = useState(false);
    const groups = config.examples && (config.levels as Level[]).map((level) => ({ level, texts: examplesOf(config, level, draft) }));
    const free = !draft.text.trim() || groups?.some(({ texts }: { texts: string[] }) => texts.includes(draft.text)); // own words are never written over
    if (!groups || !free) return null;
    return (
      <div class="examples">
        <button type="button" class="btn" aria-expanded={open} onClick={() => show(!open)}>
          <Icon name={open ? "minus" : "plus"} />
          {t("Voorbeelden")}
        </button>
        {open && <p class="small soft">{t("Tik er een aan en maak hem van jullie.")}</p>}
        {open &&
          groups
            .filter(({ level }: { level: Level }) => !draft.level || draft.level === level.id)
            .map(({ level, texts }: { level: Level; texts: string[] }) => (
              <section key={level.id} aria-label={level.name}>
                <h2 class={`group fac-level-${level.number}`}>
                  <LevelTag level={level} />
                  {level.name}
                </h2>
                {texts.map((text) => (
                  <Button key={text} wide press={() => change({ text })}>
                    {text}
                  </Button>
                ))}
              </section>
            ))}
      </div>
    );
  },
};

function examplesOf(config: Config, level: Level, draft: Draft): string[] {
  const strand = draft.strand ?? config.strands[0].id;
  const { welbevinden, leren } = config.examples[level.id];
  return strand === "beide" ? [...welbevinden, ...leren] : strand === "leren" ? leren : welbevinden;
}

// Whole words only; the list is the server's.
function speaksOf(words: string[], text: string): boolean {
  const said = text.toLowerCase().split(/[^\p{L}]+/u);
  return words.some((word) => said.includes(word));
}

interface SegmentsProps {
  id: string;
  asks: string;
  options: { id: string; name: string }[];
  value: string;
  choose(id: string): void;
  enter(): void;
}

function Segments({ id, asks, options, value, choose, enter }: SegmentsProps) {
  return (
    <div>
      <p class="q" id={id}>
        {asks}
      </p>
      <Choice labelledBy={id} class="seg" options={options.map(segment)} value={value} choose={choose} enter={enter} />
    </div>
  );
}

function segment({ id, name }: { id: string; name: string }): Option {
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
