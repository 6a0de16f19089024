// What a result says, in plain Dutch, from ids, codes and numbers only. Dots show where people want to talk; they decide nothing.

import type { Ballot, OrderRanking, Parts, VoteRanking } from "../wire";
import { nt, t } from "../words";
import type { Sentence } from "./say";

const SHORT = 60; // characters of a card that still fit in a sentence

export function voteSays(ranking: VoteRanking, ballots: Ballot[], parts: Parts): Sentence {
  const { divided, ids, places, people } = ranking;
  if (!people || !ids.length) return { sure: t("Er zijn nog geen stippen gegeven.") };
  const name = (id: string) => t("‘{text}’", { text: parts[id].text });
  const why = t("Wie vertelt waarom?");
  if (divided.length) {
    const fits = divided.length <= 2 && divided.every((id) => parts[id].text.length <= SHORT / divided.length);
    const what = fits ? divided.map(name).join(t(" en ")) : nt("{n} kaart", "{n} kaarten", divided.length);
    return { sure: t("Over {what} denken we verschillend.", { what }), talk: why };
  }
  const first = ids.filter((id) => places[id] === 1);
  const words = { what: several(first, name), ballot: ballots[0].name.toLowerCase() };
  if (ballots.length > 1) return { sure: first.length === 1 ? t("Bij {ballot} kreeg {what} de meeste stippen.", words) : t("Bij {ballot} staan {what} samen bovenaan.", words), talk: why };
  return { sure: first.length === 1 ? t("{what} kreeg de meeste stippen.", words) : t("{what} staan samen bovenaan.", words), talk: why };
}

function several(ids: string[], name: (id: string) => string): string {
  return ids.length <= 2 ? ids.map(name).join(t(" en ")) : nt("{n} kaart", "{n} kaarten", ids.length);
}

export function orderSays({ people, lists, enough, firm, close, tied, divided, ids }: OrderRanking): Sentence {
  if (!people) return { sure: t("Er is nog geen lijstje ingestuurd.") };
  if (ids.length < 2) return { sure: t("Er is maar één ding om te ordenen.") };
  if (!enough) return { sure: nt("Met {n} lijstje zegt dit nog weinig:", "Met {n} lijstjes zegt dit nog weinig:", lists), talk: t("praat erover.") };
  if (divided) return { sure: t("Over deze volgorde zijn we verdeeld."), talk: t("Vertel elkaar waarom.") };
  if (firm.length === ids.length) return { sure: t("Deze volgorde staat vast.") };
  const sure = firm.length ? nt("Plek {places} staat vast.", "Plek {places} staan vast.", firm.length, { places: listed(firm) }) : "";
  const alone = tied.filter(([first, last]) => !close.some((run) => run[0] <= first && last <= run[1]));
  const loose = [
    close.length ? t("plek {runs} liggen dicht bij elkaar", { runs: inRow(close.map(run), t(", plek "), t(" en plek ")) }) : "",
    alone.length ? nt("plek {places} ligt gelijk", "plek {places} liggen gelijk", alone.length, { places: listed(alone.map(([first]) => first)) }) : "",
  ].filter(Boolean);
  if (!loose.length) return { sure };
  const talk = capital(t("{what}: praat erover.", { what: loose.join(t(", ")) }));
  return sure ? { sure, talk } : { sure: talk };
}

const run = ([first, last]: [number, number]): string => (last - first > 1 ? t("{first} tot {last}", { first, last }) : listed([first, last]));

// 1, 2 en 5
const listed = (numbers: number[]): string => inRow(numbers.map(String), ", ", t(" en "));

const inRow = (words: string[], comma: string, and: string): string => [words.slice(0, -1).join(comma), words[words.length - 1]].filter(Boolean).join(and);

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);
