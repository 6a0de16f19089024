// The pyramid: four levels of support, drawn as a stepped gable. People write cards for it, or all put the same cards on a level.

import { Apart } from "../charts/apart";
import { cameFrom } from "../charts/block";
import { Gable } from "../charts/gable";
import { LevelZoom } from "../charts/level-zoom";
import { inWords, placingSays } from "../charts/places";
import { countOf, lastOn } from "../charts/pyramid-last";
import { Turnout } from "../charts/turnout";
import type { Live } from "../live";
import { activity } from "../parts/activity";
import { Collect } from "../parts/collect";
import { later } from "../parts/later";
import type { Item, Level, Parts, Strand, Tag } from "../wire";
import { cards, day, type KindWords, t } from "../words";
import { Shelves, type Desk } from "../console/shelf";
import { PyramidCard } from "../console/pyramid-card";

const Placing = /* @__PURE__ */ later(() => import("../parts/pyramid-more").then((it) => it.Placing));

export function Phone({ live }: { live: Live }) {
  return places(live.parts.value) ? <Placing live={live} /> : <Collect live={live} place={activity} />;
}

export function Screen({ live }: { live: Live }) {
  const parts = live.parts.value;
  if (places(parts) && !parts.placing) return <Turnout live={live} before={t("Zet straks elke kaart op een laag. Praat er nog niet over.")} during={{ sure: t("Hoe we het zien, tonen we straks."), talk: t("Tot dan kijkt niemand mee.") }} />;
  const level = (parts.config.levels as Level[]).find(({ id }) => id === live.stage.value!.screen?.place);
  if (level) return <LevelZoom key={level.id} live={live} level={level} />;
  return places(parts) ? <Apart live={live} /> : <Gable live={live} />;
}

const places = (parts: Parts): boolean => parts.config.mode === "place";

// On the desk from the top down, as it is drawn; what has no level yet comes first, for there is work to do.
export function Console({ desk }: { desk: Desk }) {
  const { parts } = desk;
  const loose = desk.rows.filter(([, item]) => !item.level);
  const lettered = new Set(desk.rows.map(([, { strand }]) => strand)).size > 1; // W and L say something only when both are there
  const none = { id: "", name: parts.placing ? t("Hier praten we over") : t("Nog geen laag"), number: "?", shade: "" };
  return (
    <>
      {!places(parts) && <Gaps parts={parts} />}
      {parts.last && <LastTime parts={parts} />}
      <Shelves desk={desk} places={[...(loose.length ? [none] : []), ...[...desk.places].reverse()]} of={(item) => item.level ?? ""} told={(item) => told(item, parts, lettered)} />
    </>
  );
}

// What lay where last time, to read out or to look up.
function LastTime({ parts }: { parts: Parts }) {
  const levels = (parts.config.levels as Level[]).map((level) => ({ ...level, was: lastOn(parts, level.id) }));
  return (
    <details class="last-time small">
      <summary>{t("Vorige keer ({date}): {cards}", { date: day(parts.last.date), cards: cards(countOf(levels.flatMap(({ was }) => was))) })}</summary>
      <dl>
        {levels.map(({ id, number, name, was }) => (
          <div key={id}>
            <dt>{`${number} ${name} (${countOf(was)})`}</dt>
            <dd>{was.map(({ text, n }) => (n > 1 ? `${text} (${n})` : text)).join(" · ") || t("niets")}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

// A level that has nothing for somebody, where the script says for whom cards are.
function Gaps({ parts }: { parts: Parts }) {
  const tags = parts.config.tags as Tag[];
  const found = (parts.config.levels as Level[]).flatMap(({ id, name }) => ((parts.gaps?.[id] ?? []) as string[]).map((tag) => t("Nog niets voor {tag} op {name}", { tag: tags.find((it) => it.id === tag)?.name ?? tag, name })));
  if (!found.length) return null;
  return (
    <ul class="gaps small" aria-label={t("Lege plekken")}>
      {found.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function told(item: Item, parts: Parts, lettered: boolean): string {
  if (item.levels) return inWords(item, parts.config.levels);
  const strand = lettered && (parts.config.letters as Strand[]).find(({ id }) => id === item.strand)?.letter;
  const tag = (parts.config.tags as Tag[]).find(({ id }) => id === item.tag)?.name;
  const from = cameFrom(item, parts, parts.config.levels);
  return [strand, tag, item.wish && t("wens"), from && `↓ ${from}`].filter(Boolean).join(" · ");
}

export const Picked = PyramidCard;

export const words: KindWords = {
  name: () => t("piramide"),
  sign: "M9 4h6v5H9zM5.5 9h13v5h-13zM2 14h20v6H2z",
  now: (mode) => (mode === "place" ? t("Nu: op een laag leggen") : t("Nu: schrijven")),
  opens: (mode) => (mode === "place" ? t("Open het leggen") : t("Open het schrijven")),
  closes: (mode) => (mode === "place" ? t("Sluit het leggen") : t("Sluit het schrijven")),
  collects: true,
  whole: true,
  standing: (parts) => (parts.placing ? placingSays(parts.placing, parts).sure : undefined),
};
