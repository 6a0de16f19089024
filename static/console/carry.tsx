// The carry sheet: what goes along to a step that works on earlier cards. The rule picks, the facilitator decides.
import { useState } from "preact/hooks";
import { figure } from "../parts/answers";
import { day, dots, nt, t } from "../words";
import type { Ballot, Step } from "../wire";
import { bring, decline, going, goWith, offerFor, type Offer, type Offered, type Why } from "./carrying";
import { placesOf } from "./places";
import { Press } from "./press";
import { waitingFor } from "./queue";
import { sheet, stage, tab } from "./room";
import { Sheet } from "./sheet";
import { numberOf, sourceOf } from "./steps";
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
      {offer?.ready ? <Choice key={step.id} offer={offer} close={close} /> : <NotYet offer={offer} close={close} />}
    </Sheet>
  );
}

function Choice({ offer, close }: { offer: Offer; close: () => void }) {
  const [changed, setChanged] = useState<Record<string, boolean>>({}); // only what I ticked or unticked: the offer itself may still grow
  const on = (item: Offered) => changed[item.id] ?? item.picked;
  const chosen = offer.items.filter(on).map((item) => item.id);
  const over = chosen.length - offer.most;
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
              <span class="small why">{reason(item, offer)}</span>
            </label>
          </li>
        ))}
      </ul>
      <StillWaiting close={close} />
      <Typing extra />
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

// What nobody let into the room does not go along.
function StillWaiting({ close }: { close: () => void }) {
  const source = sourceOf(going.value!.step);
  const n = (stage.value.held || []).filter((it) => !it.late && it.step === source).length;
  if (!n) return null;
  const read = () => {
    close();
    waitingFor("waiting");
  };
  return (
    <p class="row waits">
      <span>{nt("Er wacht nog {n} tekst op jou. Die gaat pas mee als jij hem toont.", "Er wachten nog {n} teksten op jou. Die gaan pas mee als jij ze toont.", n)}</span>
      <Press look="small" word={t("Lees ze")} onPress={read} />
    </p>
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

// What is not on the list, in the facilitator's own words.
function Typing({ extra }: { extra?: boolean }) {
  const [text, setText] = useState("");
  const add = async () => {
    if (text.trim() && (await bring(text.trim()))) setText("");
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault(); // not "Verder"
    add();
  };
  return (
    <div class="row typing">
      <label class="field">
        <span>{extra ? t("Nog iets erbij") : t("Typ zelf wat meegaat")}</span>
        <input type="text" maxLength={280} data-extra={extra ? "" : undefined} value={text} autocomplete="off" onInput={(event) => setText(event.currentTarget.value)} onKeyDown={keyed} />
      </label>
      <Press word={t("Zet erbij")} onPress={add} />
    </div>
  );
}

function told(offer: Offer): string {
  const ties = offer.items.some((item) => item.tie) ? t("Op de grens staan er een paar gelijk: die gaan allemaal mee. Haal weg wat niet mee hoeft.") : "";
  const { title } = going.value!.step;
  const from = offer.session
    ? t("“{title}” werkt met “{step}” uit {session}, hoogstens {most}.", { title, step: offer.session.step, session: when(offer.session), most: offer.most })
    : offer.source
      ? t("“{title}” werkt met wat stap {n} opleverde, hoogstens {most}.", { title, n: numberOf(stage.value, offer.source), most: offer.most })
      : t("“{title}” neemt er hoogstens {most} mee.", { title, most: offer.most });
  return [from, offer.why && lacking(offer.why, offer.source), ties].filter(Boolean).join(" ");
}

function reason({ why, n }: Offered, { source, session }: Offer): string {
  if (why.typed) return t("zelf getypt");
  const found = [why.of, measured(why, stage.value.steps.find(({ id }) => id === source)), why.kept && t("blijft op tafel")].filter(Boolean);
  const said = found.length || !(n > 1) ? found.join(", ") : t("uit {n} kaarten", { n });
  return session ? [t("uit {session}", { session: when(session) }), said].filter(Boolean).join(": ") : said;
}

const when = ({ title, date }: NonNullable<Offer["session"]>): string => `${title}, ${day(date)}`;

// Why there is nothing to choose from.
function lacking(why: NonNullable<Offer["why"]> | "later", source: string | null): string {
  const n = source ? numberOf(stage.value, source) : 0;
  const said = {
    reveal: t("Toon eerst de uitslag van stap {n}.", { n }),
    later: t("Deze stap gaat verder met stap {n}. Die is nog niet geweest.", { n }),
    no_session: t("Deze stap gaat verder op een eerdere sessie. Die is bij het begin niet gekozen."),
    empty: source ? t("Stap {n} heeft nog geen kaarten om mee te nemen.", { n }) : t("De eerdere sessie heeft hier geen kaarten voor."),
  };
  return said[why];
}

function measured(why: Why, source?: Step): string {
  if (why.dots !== undefined) {
    const ballot = source?.config?.ballots?.find((it: Ballot) => it.id === why.ballot);
    return ballot ? t("{dots} bij “{ballot}”", { dots: dots(why.dots), ballot: ballot.name }) : dots(why.dots);
  }
  if (why.place !== undefined) return t("plek {place}", { place: why.place });
  if (why.chose !== undefined) return t("{chose} van {people} kozen “{place}”", { chose: why.chose, people: why.people!, place: why.in! });
  if (typeof why.median === "number") return nt("mediaan {median}, {n} antwoord", "mediaan {median}, {n} antwoorden", why.n ?? 0, { median: figure(why.median) });
  if (typeof why.spread === "number") return why.spread > 0 ? nt("verdeeld, {n} antwoord", "verdeeld, {n} antwoorden", why.n ?? 0) : t("iedereen gelijk");
  return why.median === null || why.spread === null ? t("nog geen antwoord") : "";
}

function NotYet({ offer, close }: { offer?: Offer; close: () => void }) {
  const bare = offer?.least === 0 && offer.why !== "reveal";
  return (
    <>
      <p>{lacking(offer?.why ?? "later", sourceOf(going.value!.step))}</p>
      <StillWaiting close={close} />
      <Typing />
      <Trouble place={tab.value} />
      <div class="foot">
        <Press look={bare ? undefined : "main"} word={t("Terug")} onPress={close} />
        {bare && <Press look="main" word={t("Ga verder zonder")} onPress={async () => (await goWith([])) && close()} />}
      </div>
    </>
  );
}
