// The carry sheet: what goes along to a step that works on earlier cards. The rule picks, the facilitator decides.
import { useState } from "preact/hooks";
import { figure } from "../parts/answers";
import { dots, nt, t } from "../words";
import type { Ballot, Step } from "../wire";
import { decline, going, goWith, offerFor, type Offer, type Offered, type Why } from "./carrying";
import { placesOf } from "./places";
import { Press } from "./press";
import { sheet, stage, tab } from "./room";
import { Sheet } from "./sheet";
import { collects, numberOf, sourceOf } from "./steps";
import { stroll } from "./stroll";
import { Trouble } from "./trouble";

export function Carry() {
  const { step } = going.value!;
  const offer = offerFor(step.id);
  const close = () => {
    if (sheet.value === "carry") going.value = sheet.value = null;
  };
  const title = t("Wat gaat mee naar stap {n}?", { n: numberOf(stage.value, step.id) });
  return (
    <Sheet title={title} onClose={close} wide>
      {offer?.ready ? <Choice key={step.id} offer={offer} close={close} /> : <NotYet close={close} bare={offer?.why === "empty" && offer.least === 0} />}
    </Sheet>
  );
}

function Choice({ offer, close }: { offer: Offer; close: () => void }) {
  const [changed, setChanged] = useState<Record<string, boolean>>({}); // only what I ticked or unticked: the offer itself may still grow
  const on = (item: Offered) => changed[item.id] ?? item.picked;
  const chosen = offer.items.filter(on).map((item) => item.id);
  const over = chosen.length - offer.most;
  const source = stage.value.steps.find((it) => it.id === offer.source)!;
  const why = over > 0 ? t("Dat zijn er {over} te veel. Er passen er {most}.", { over, most: offer.most }) : chosen.length || offer.least === 0 ? undefined : t("Kies er minstens een.");
  const onward = async (event: Event) => {
    event.preventDefault();
    if (why) return;
    const left = offer.items.filter((item) => !on(item)).map((item) => item.id);
    if (!(await goWith(chosen))) return;
    decline(offer.step, left);
    close();
  };
  return (
    <form onSubmit={onward}>
      <p class="small">{told(offer)}</p>
      <ul class="carry" onKeyDown={stroll}>
        {offer.items.map((item) => (
          <li key={item.id}>
            <label>
              <input type="checkbox" checked={on(item)} onChange={(event) => setChanged({ ...changed, [item.id]: event.currentTarget.checked })} />
              <Mark item={item} />
              <span>{item.text}</span>
              {item.n > 1 && <b class="k">{item.n}</b>}
              {item.wish && <span class="tag">{t("wens")}</span>}
              {item.tie && <span class="tag">{t("gelijk")}</span>}
              <span class="small why">{reason(item, source)}</span>
            </label>
          </li>
        ))}
      </ul>
      <Trouble place={tab.value} />
      <div class="foot">
        <p role="status">{why || nt("{n} kaart gaat mee.", "{n} kaarten gaan mee.", chosen.length)}</p>
        <Press word={t("Toch niet")} onPress={close} />
        <button type="submit" class="btn main" aria-disabled={why ? true : undefined}>
          {t("Verder")}
        </button>
      </div>
    </form>
  );
}

// The level a card comes from; fields of a wall have long names and go without.
function Mark({ item }: { item: Offered }) {
  const place = item.level ? placesOf(stage.value, going.value!.step).find((it) => it.id === item.level) : undefined;
  return place ? (
    <span class={`lvn ${place.shade}`}>
      <span class="vh">{t("laag")}</span> {place.number}
    </span>
  ) : null;
}

function told(offer: Offer): string {
  const ties = offer.items.some((item) => item.tie) ? t("Op de grens staan er een paar gelijk: die gaan allemaal mee. Haal weg wat niet mee hoeft.") : "";
  return [t("“{title}” werkt met wat stap {n} opleverde, hoogstens {most}.", { title: going.value!.step.title, n: numberOf(stage.value, offer.source), most: offer.most }), ties].join(" ");
}

function reason({ why, n }: Offered, source: Step): string {
  const found = [why.of, measured(why, source), why.kept && t("blijft op tafel")].filter(Boolean);
  return found.length || n < 2 ? found.join(", ") : t("uit {n} kaarten", { n });
}

function measured(why: Why, source: Step): string {
  if (why.dots !== undefined) {
    const ballot = source.config?.ballots?.find((it: Ballot) => it.id === why.ballot);
    return ballot ? t("{dots} bij “{ballot}”", { dots: dots(why.dots), ballot: ballot.name }) : dots(why.dots);
  }
  if (why.place !== undefined) return t("plek {place}", { place: why.place });
  if (why.chose !== undefined) return t("{chose} van {people} kozen “{place}”", { chose: why.chose, people: why.people!, place: why.in! });
  if (typeof why.median === "number") return nt("mediaan {median}, {n} antwoord", "mediaan {median}, {n} antwoorden", why.n ?? 0, { median: figure(why.median) });
  if (typeof why.spread === "number") return why.spread > 0 ? nt("verdeeld, {n} antwoord", "verdeeld, {n} antwoorden", why.n ?? 0) : t("iedereen gelijk");
  return why.median === null || why.spread === null ? t("nog geen antwoord") : "";
}

// `bare`: this step can begin with nothing.
function NotYet({ close, bare }: { close: () => void; bare: boolean }) {
  const { step } = going.value!;
  const source = stage.value.steps.find((it) => it.id === sourceOf(step))!;
  const n = numberOf(stage.value, source.id);
  const hidden = !collects(source) && source.visited && !source.revealed;
  return (
    <>
      <p>{hidden ? t("Toon eerst de uitslag van stap {n}.", { n }) : source.visited ? t("Stap {n} heeft nog geen kaarten om mee te nemen.", { n }) : t("Deze stap gaat verder met stap {n}. Die is nog niet geweest.", { n })}</p>
      <div class="foot">
        <Press look={bare ? undefined : "main"} word={t("Terug")} onPress={close} />
        {bare && <Press look="main" word={t("Ga verder zonder")} onPress={async () => (await goWith([])) && close()} />}
      </div>
    </>
  );
}
