// The interim result in one line. Before the reveal it is closed here too: half of all laptops are mirrored to the projector.
import { cardsIn } from "../charts/piles";
import { cards, nt, t } from "../words";
import { parts, stage, tab, tops } from "./room";
import { Press } from "./press";
import { collects, current, isCardless, wordsOf } from "./steps";
import type { Kind } from "../wire";

export function Standing() {
  const step = current(stage.value)!;
  return (
    <>
      <b>{collects(step) ? t("Kaarten") : t("Tussenstand")}</b>
      <span>{collects(step) ? (wordsOf(step.kind).standing?.(parts.value) ?? collected()) : result(step.kind)}</span>
      <span class="row">
        <Press look="quiet" word={isCardless(step.kind) ? t("Bekijk het bord") : t("Bekijk kaarten")} onPress={() => (tab.value = "cards")} />
      </span>
    </>
  );
}

function collected(): string {
  const shown = tops.value.filter(([, it]) => it.state === "shown");
  const clusters = shown.filter(([, it]) => it.cards).length;
  const n = cardsIn(shown);
  if (parts.value.about.reads) return parts.value.about.reads === "nobody" ? t("Ze staan alleen op de telefoons.") : t("{cards}. De zaal ziet ze niet.", { cards: cards(n) });
  return clusters ? t("{cards}, waarvan {clusters}. De zaal ziet ze.", { cards: cards(n), clusters: nt("{n} bundel", "{n} bundels", clusters) }) : t("{cards}. De zaal ziet ze.", { cards: cards(n) });
}

function result(kind: Kind): string {
  if (!stage.value.now.revealed) return t("Dicht, ook hier: misschien ziet de zaal jouw laptop.");
  if (parts.value.about.few) return t("Minder dan {n} antwoorden: de uitslag blijft dicht, voor iedereen.", { n: parts.value.about.few });
  return wordsOf(kind).standing?.(parts.value) ?? t("Open. Er is nog niets gekozen.");
}
