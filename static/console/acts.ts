// What the facilitator did, in plain Dutch, and which act Z takes back and Shift+Z brings back.
import { cards, minutes, nt, t } from "../words";
import type { Act, Stage } from "../wire";
import { numberOf } from "./steps";

// The newest act that still stands.
export function toUndo(acts: Act[]): Act | undefined {
  return [...acts].reverse().find((act) => act.undoes === undefined && !act.undone);
}

// The newest undo, as long as nothing new was done after it.
export function toRedo(acts: Act[]): Act | undefined {
  for (const act of [...acts].reverse()) {
    if (act.undoes === undefined) return undefined;
    const target = acts.find((it) => it.seq === act.undoes);
    if (target?.undoes === undefined && !act.undone) return act;
  }
  return undefined;
}

// `named` gives the text of a card that the act itself does not tell.
export function sentence(stage: Stage, act: Act, named: (card: string) => string | undefined): string {
  const about = act.card || act.item;
  const text = act.text || (about && named(about)) || "";
  const what = text && `: “${text}”`;
  const number = numberOf(stage, act.step || act.board);
  const said: Record<string, string> = {
    go: number ? t("naar stap {number}", { number }) : t("terug naar het begin"),
    open: t("stap {number} geopend", { number }),
    close: t("stap {number} gesloten", { number }),
    reveal: t("uitslag van stap {number} getoond", { number }),
    look: t("gevraagd om op te kijken"),
    timer: t("tijd aangepast"),
    break: act.minutes ? t("pauze van {time}", { time: minutes(act.minutes) }) : t("pauze voorbij"),
    skip: t("stap {number} overgeslagen of teruggezet", { number }),
    adjust: t("stap {number} aangepast", { number }),
    screen: onScreen(String(act.show ?? "board")),
    note: act.text ? t("opgeschreven: “{text}”", { text }) : t("notitie weggehaald"),
    paper: t("aantal mensen zonder telefoon aangepast"),
    kick: t("een telefoon uit de sessie gezet"),
    pardon: t("die telefoon weer toegelaten"),
    lock: t("deur dichtgedaan"),
    unlock: t("deur opengedaan"),
    approve: t("verslag goedgekeurd"),
    disapprove: t("verslag weer concept"),
    end: t("sessie beëindigd"),
    resume: t("sessie hervat"),
    add: t("kaart toegevoegd{what}", { what }),
    bring: t("erbij gezet{what}", { what }),
    edit: t("kaart aangepast{what}", { what }),
    move: t("kaart verplaatst{what}", { what }),
    lower: t("een laag lager gezet{what}", { what }),
    remove: t("kaart verwijderd{what}", { what }),
    hide: t("kaart verborgen{what}", { what }),
    show: t("kaart getoond{what}", { what }),
    release: t("{cards} getoond", { cards: cards(act.n || 1) }),
    hold: t("{cards} weer laten wachten", { cards: cards(act.n || 1) }),
    aside: t("kaart apart gelegd{what}", { what }),
    merge: t("{cards} samengevoegd tot “{text}”", { cards: cards(act.n ?? 0), text }),
    unmerge: nt("{n} kaart losgemaakt", "{n} kaarten losgemaakt", act.n || 1),
    apart: t("{cards} blijven los", { cards: cards(act.n ?? 2) }),
    right: t("afspraak aangepast bij stap {number}", { number }),
    case: t("naar een andere situatie of ronde"),
    decide: text ? t("vlag van de groep opgeschreven{what}", { what }) : t("vlag van de groep aangepast"),
    quote: t("geschreven antwoord getoond of verborgen"),
    cell: t("vakje ingevuld{what}", { what }),
    basis: t("vastgelegd of het onderbouwd is"),
    reason: t("een reden getoond of verborgen"),
    keep: act.on ? t("blijft op tafel{what}", { what }) : t("blijft niet meer op tafel{what}", { what }),
    tally: t("mensen op papier geteld bij stap {number}{what}", { number, what }),
    key: act.show ? t("wat bedoeld is bij stap {number} getoond", { number }) : t("wat bedoeld is bij stap {number} weggehaald", { number }),
    items: t("lijst van stap {number} aangepast", { number }),
  };
  const sentence = said[act.do] || act.do;
  return sentence[0].toUpperCase() + sentence.slice(1);
}

function onScreen(show: string): string {
  const words: Record<string, string> = { board: t("het bord"), code: t("de code"), blank: t("niets"), card: t("één kaart"), notes: t("de besluiten") };
  return t("op het scherm: {what}", { what: words[show] });
}
