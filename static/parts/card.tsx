// One of my cards: its place, its text, how it is doing; and while the step is open, what I can do with it.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../words";
import { State } from "./button";
import type { Mine } from "./mine";

interface CardProps {
  card: Mine;
  online: boolean;
  moderated?: boolean; // every card waits for the facilitator
  tag?: ComponentChildren;
  where?: string;
  class?: string;
  edit?(): void;
  remove?(): void;
}

export function Card({ card, online, moderated, tag, where, class: look = "", edit, remove }: CardProps) {
  const [asking, ask] = useState<boolean | null>(null); // null: never asked
  const acts = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (asking !== null) acts.current?.querySelector("button")?.focus();
  }, [asking]);
  return (
    <li class={`card ${tag ? "placed" : ""} ${look}`} data-pending={card.pending ? "" : undefined}>
      {tag}
      <div class="body">
        <span>{card.text}</span>
        {card.because && <span class="where">{t("want {why}", { why: card.because })}</span>}
        {where && <span class="where">{where}</span>}
        <How card={card} online={online} moderated={moderated} />
      </div>
      {edit && remove && !card.leaving && (
        <div class="acts" ref={acts}>
          {asking ? (
            <>
              <p>{t("Wil je deze kaart weghalen?")}</p>
              <button type="button" onClick={remove} aria-label={t("Ja, haal weg: {text}", { text: card.text })}>
                {t("Ja, haal weg")}
              </button>
              <button type="button" onClick={() => ask(false)}>
                {t("Nee")}
              </button>
            </>
          ) : (
            <>
              <button type="button" onClick={edit} aria-label={t("Pas aan: {text}", { text: card.text })}>
                {t("Pas aan")}
              </button>
              <button type="button" onClick={() => ask(true)} aria-label={t("Haal weg: {text}", { text: card.text })}>
                {t("Haal weg")}
              </button>
            </>
          )}
        </div>
      )}
    </li>
  );
}

export function How({ card, online, moderated }: { card: Mine; online: boolean; moderated?: boolean }) {
  if (card.leaving) return <State as="pending">{t("Wordt weggehaald")}</State>;
  if (card.pending) return <State as="pending">{online ? t("Onderweg") : t("Wacht op verbinding")}</State>;
  const said = {
    shown: t("Aangekomen"),
    merged: t("Aangekomen en samengevoegd met kaarten die erop lijken"),
    hidden: t("Aangekomen. De begeleider laat deze kaart nu niet zien."),
    aside: t("Aangekomen. De begeleider legde deze kaart apart."),
    held: moderated ? t("Aangekomen. De begeleider kijkt ernaar.") : t("Kwam na het sluiten. De begeleider kijkt ernaar."),
  }[card.state];
  return <State as={card.state === "held" && !moderated ? "pending" : "saved"}>{said}</State>;
}
