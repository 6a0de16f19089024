// What a result says, in plain Dutch, from ids, codes and numbers only. Dots show where people want to talk; they decide nothing.

import type { Ballot, BucketRanking, Item, OrderRanking, Parts, VoteRanking } from "../wire";
import { nt, t } from "../words";
import type { Sentence } from "./say";

const SHORT = 60; // characters of a card that still fit in a sentence

export function voteSays(ranking: VoteRanking, ballots: Ballot[], parts: Parts): Sentence {
  const { divided, ids, people } = ranking;
  if (!people || !ids.length) return { sure: t("Er zijn nog geen stippen gegeven.") };
  const name = nameIn(parts);
  const why = t("Wie vertelt waarom?");
  if (divided.length) return { sure: t("Over {what} denken we verschillend.", { what: few(divided, parts) ?? nt("{n} kaart", "{n} kaarten", divided.length) }), talk: why };
  const ballot = ballots.find(({ id }) => ranking.dots[id]) ?? ballots[0]; // the first may have got none
  const got = (id: string): number => parts[id].dots?.[ballot.id] ?? 0;
  const most = Math.max(...ids.map(got));
  const first = ids.filter((id) => got(id) === most);
  const words = { what: several(first, name), ballot: ballot.name.toLowerCase() };
  if (ballots.length > 1) return { sure: first.length === 1 ? t("Bij {ballot} kreeg {what} de meeste stippen.", words) : t("Bij {ballot} staan {what} samen bovenaan.", words), talk: why };
  return { sure: first.length === 1 ? t("{what} kreeg de meeste stippen.", words) : t("{what} staan samen bovenaan.", words), talk: why };
}

const nameIn = (parts: Parts) => (id: string) => t("‘{text}’", { text: parts[id].text });

// The names of one or two, when they fit in a sentence.
function few(ids: string[], parts: Parts): string | null {
  const fits = ids.length <= 2 && ids.every((id) => parts[id].text.length <= SHORT / ids.length);
  return fits ? ids.map(nameIn(parts)).join(t(" en ")) : null;
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

export function bucketSays({ people, answers, enough, divided, agreed, ids }: BucketRanking, parts: Parts): Sentence {
  const all = ids.length;
  if (!people) return { sure: t("Er is nog niets geplaatst.") };
  if (!enough) return { sure: nt("Met {n} antwoord zegt dit nog weinig:", "Met {n} antwoorden zegt dit nog weinig:", answers), talk: t("praat erover.") };
  if (agreed.length === all) return { sure: all > 1 ? t("Over alle {n} zijn we het eens.", { n: all }) : t("We zijn het eens.") };
  const split = divided.length ? t("Over {what} zijn we verdeeld.", { what: few(divided, parts) ?? t("{n} van de {all}", { n: divided.length, all }) }) : "";
  if (!agreed.length) return split ? { sure: split, talk: t("Wie vertelt waarom?") } : { sure: t("Bij alles is er een kleine meerderheid."), talk: t("Praat erover.") };
  return { sure: t("Over {n} van de {all} zijn we het eens.", { n: agreed.length, all }), talk: split || t("Praat over de rest.") };
}

const MOST = 1 / 2; // from here on most people put it so

export function keySays(meant: Item[], { people }: OrderRanking): Sentence {
  if (!people) return { sure: t("Er is nog geen lijstje ingestuurd.") };
  const so = meant.filter(({ share }) => (share ?? 0) > MOST).map(({ meant }) => meant!);
  const other = meant.filter(({ meant }) => !so.includes(meant!)).map(({ meant }) => meant!);
  if (!other.length) return { sure: t("De meesten zetten alles zoals het bedoeld is.") };
  if (!so.length) return { sure: t("We keken er anders naar."), talk: t("Wat maakt de bedoelde volgorde handig?") };
  return { sure: t("Plek {places}: de meesten zetten het zo.", { places: listed(so) }), talk: t("Praat over plek {places}.", { places: listed(other) }) };
}

const run = ([first, last]: [number, number]): string => (last - first > 1 ? t("{first} tot {last}", { first, last }) : listed([first, last]));

// 1, 2 en 5
const listed = (numbers: number[]): string => inRow(numbers.map(String), ", ", t(" en "));

export const inRow = (words: string[], comma: string, and: string): string => [words.slice(0, -1).join(comma), words[words.length - 1]].filter(Boolean).join(and);

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);
