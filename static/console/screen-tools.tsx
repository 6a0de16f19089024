// What the projector shows, in one row: board, code, nothing; and the page or the place that fills it.
import { t } from "../words";
import { asked, nextQuestion, questions, show, showStrand, strands, turn, zoom, zooms } from "./leading";
import { placesOf } from "./places";
import { Press } from "./press";
import { stage } from "./room";
import { current } from "./steps";
import type { Step } from "../wire";

export function ScreenTools() {
  const screen = stage.value.screen!;
  const step = current(stage.value);
  const zoomed = step && placesOf(stage.value, step).find((it) => it.id === screen.place);
  return (
    <>
      <div class="tools" role="group" aria-label={t("Wat het scherm toont")}>
        <Press look="small" word={t("Bord")} letter="S" pressed={screen.show === "board"} onPress={() => show("board")} />
        <Press look="small" word={t("Leeg")} letter="B" pressed={screen.show === "blank"} onPress={() => show("blank")} />
        <span class="pages">
          <Press look="small" icon="left" word={<span class="vh">{t("Vorige bladzijde")}</span>} onPress={() => turn(-1)} />
          <Press look="small" icon="right" word={<span class="vh">{t("Volgende bladzijde")}</span>} onPress={() => turn(1)} />
        </span>
        {step && zooms(step) && <Places step={step} />}
        {zoomed && <span class="vh" role="status">{t("Het scherm toont alleen {name}", { name: zoomed.name })}</span>}
      </div>
      <LookBy />
    </>
  );
}

// Which strand, and which question to look by.
function LookBy() {
  const { strand } = stage.value.screen!;
  const all = strands();
  const of = questions().length;
  if (!all.length && !of) return null;
  return (
    <div class="tools look-by" role="group" aria-label={t("Waar het scherm naar kijkt")}>
      {all.length > 0 && (
        <span class="pages" role="group" aria-label={t("Waar het over gaat")}>
          <Press look="small" word={t("Alles")} pressed={!all.some(({ id }) => id === strand)} onPress={() => showStrand(undefined)} />
          {all.map(({ id, name }) => (
            <Press key={id} look="small" word={name} pressed={strand === id} onPress={() => showStrand(id)} />
          ))}
        </span>
      )}
      {of > 0 && <Press look="small" word={asked() ? t("Kijkvraag {n}", { n: asked() }) : t("Kijkvraag")} letter="V" pressed={asked() > 0} onPress={nextQuestion} />}
    </div>
  );
}

function Places({ step }: { step: Step }) {
  const { place } = stage.value.screen!;
  return (
    <span class="places" role="group" aria-label={t("Eén deel vult het scherm")}>
      {placesOf(stage.value, step).slice(0, 4).map((it, i) => (
        <Press key={it.id} look="small" word={i + 1} more={t("alleen {name}", { name: it.name })} pressed={place === it.id} onPress={() => zoom(i + 1)} />
      ))}
    </span>
  );
}
