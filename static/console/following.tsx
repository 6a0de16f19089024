// The bar at the bottom: what comes after, and what it takes along.
import { cards, t } from "../words";
import type { Step } from "../wire";
import { offerFor } from "./carrying";
import { back } from "./leading";
import { Press } from "./press";
import { parts, stage } from "./room";
import { following, likely, numberOf, preceding, sourceOf, wordsOf } from "./steps";

export function Following({ onGo }: { onGo: (step: Step) => void }) {
  const after = following(stage.value);
  const before = preceding(stage.value);
  return (
    <div class="nxt">
      <span class="lab">{t("Hierna")}</span>
      <span>
        {after ? (
          <>
            <b>{`${numberOf(stage.value, after.id)} ${after.title}`}</b>
            {t(", {kind}, {minutes} minuten. ", { kind: wordsOf(after.kind).name(), minutes: after.minutes })}
            {along(after)}
          </>
        ) : (
          t("Dit is de laatste stap. Daarna: het verslag.")
        )}
      </span>
      <span class="row">
        {before && <Press look="quiet" word={t("Terug")} letter="P" onPress={back} />}
        {after && likely(stage.value, parts.value) !== "go" && <Press word={t("Naar stap {n}", { n: numberOf(stage.value, after.id) })} end="right" letter="N" onPress={() => onGo(after)} />}
      </span>
    </div>
  );
}

function along(step: Step): string {
  if (!step.from || step.visited) return "";
  const offer = offerFor(step.id);
  const n = numberOf(stage.value, sourceOf(step) ?? "");
  if (!offer) return t("Gaat verder met stap {n}.", { n });
  const picked = offer.items.filter((it) => it.picked).length;
  if (offer.ready) return picked ? t("Neemt {cards} mee.", { cards: cards(picked) }) : t("Jij kiest wat meegaat.");
  if (offer.why === "no_session") return t("Jij typt wat meegaat.");
  return offer.why === "reveal" ? t("Toon eerst de uitslag van stap {n}.", { n }) : t("Stap {n} heeft nog geen kaarten.", { n });
}
