// Examples on request, per level and for what the card is about. A tap fills the field; it is sent by hand, and own words are never written over.

import { useState } from "preact/hooks";
import { Icon } from "../icons";
import type { Level } from "../wire";
import { t } from "../words";
import { Button } from "./button";
import type { Config, Draft, HelpProps } from "./collect";
import { LevelTag } from "./levels";

export function Examples({ config, draft, change }: HelpProps) {
  const [open, show] = useState(false);
  const groups = (config.levels as Level[]).map((level) => ({ level, texts: textsFor(config, level, draft) }));
  if (draft.text.trim() && !groups.some(({ texts }) => texts.includes(draft.text))) return null;
  return (
    <div class="examples">
      <button type="button" class="btn" aria-expanded={open} onClick={() => show(!open)}>
        <Icon name={open ? "minus" : "plus"} />
        {t("Voorbeelden")}
      </button>
      {open && <p class="small soft">{t("Tik er een aan en maak hem van jullie.")}</p>}
      {open &&
        groups
          .filter(({ level }) => !draft.level || draft.level === level.id)
          .map(({ level, texts }) => (
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
}

function textsFor(config: Config, level: Level, draft: Draft): string[] {
  const strand = draft.strand ?? config.strands[0].id;
  const { welbevinden, leren } = config.examples[level.id];
  return strand === "beide" ? [...welbevinden, ...leren] : strand === "leren" ? leren : welbevinden;
}
