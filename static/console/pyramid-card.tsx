// What the facilitator can do with one card of the pyramid: what it is about, for whom, wish or not; a level lower; or its level after the talk.

import { newId } from "../live";
import type { Level, Strand, Tag } from "../wire";
import { t } from "../words";
import type { PickedProps } from "./shelf";

export function PyramidCard(props: PickedProps) {
  return props.parts.config.mode === "place" ? <Fix {...props} /> : <About {...props} />;
}

function About({ id, item, parts, act }: PickedProps) {
  const { config } = parts;
  const levels = config.levels as Level[];
  const here = levels.find((level) => level.id === item.level);
  const under = here && levels.find((level) => level.number === here.number - 1 && level.number > 1); // the lowest is the team
  const lowered = Object.values(parts).some((part) => part?.lowers === id);
  const from = item.lowers && parts[item.lowers]?.text;
  return (
    <>
      {from && <p class="small">{t("Komt van: “{text}”.", { text: from })}</p>}
      <div class="row fields">
        <Pick word={t("Gaat over")} value={item.strand ?? ""} options={config.letters as Strand[]} pick={(strand) => act("move", { card: id, strand })} />
        {config.tags.length > 0 && <Pick word={t("Voor wie")} value={item.tag ?? ""} options={[{ id: "", name: t("niet gekozen") }, ...(config.tags as Tag[])]} pick={(tag) => act("move", { card: id, tag: tag || null })} />}
      </div>
      {(config.allow_wish || item.wish) && (
        <label class="switch">
          <input type="checkbox" checked={!!item.wish} onChange={(event) => act("move", { card: id, wish: event.currentTarget.checked })} />
          <span>{t("Dit is een wens: het is er nog niet")}</span>
        </label>
      )}
      {under && (
        <>
          <p class="small">{lowered ? t("Hiervan staat al een kaart een laag lager.") : t("Kan dit een laag lager, voor meer {pupils}? Deze kaart blijft staan.", { pupils: config.pupils })}</p>
          {!lowered && (
            <button type="button" class="btn small" onClick={() => act("lower", { card: id, to: under.id, as: newId() })}>
              {t("Ook als wens op {n} {name}", { n: under.number, name: under.name })}
            </button>
          )}
        </>
      )}
    </>
  );
}

function Fix({ id, item, parts, act }: PickedProps) {
  if (!parts.placing) return null;
  const levels = (parts.config.levels as Level[]).map(({ id, number, name }) => ({ id, name: `${number} ${name}` }));
  return <Pick word={t("Laag die jullie afspreken")} value={item.fixed ? item.level! : ""} options={[{ id: "", name: t("nog niet afgesproken") }, ...levels]} pick={(level) => act("move", level ? { card: id, level } : { card: id, level: item.level ?? null, fixed: false })} />;
}

function Pick({ word, value, options, pick }: { word: string; value: string; options: { id: string; name: string }[]; pick(id: string): void }) {
  return (
    <label class="field">
      <span>{word}</span>
      <select value={value} onChange={(event) => pick(event.currentTarget.value)}>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
