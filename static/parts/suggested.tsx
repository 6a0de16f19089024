// Examples on request. A tap fills the field; it is sent by hand, and own words are never written over.

import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Icon } from "../icons";
import { t } from "../words";
import { Button } from "./button";
import type { Draft } from "./collect";

export interface Group {
  id: string;
  name: string;
  head?: VNode;
  texts: string[];
}

interface SuggestedProps {
  groups: Group[];
  only?: string; // the one group that fits what was chosen already
  draft: Draft;
  change(part: Partial<Draft>): void;
}

export function Suggested({ groups, only, draft, change }: SuggestedProps) {
  const [open, show] = useState(false);
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
          .filter(({ id }) => !only || only === id)
          .map(({ id, name, head, texts }) => (
            <section key={id} aria-label={name}>
              {head}
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
