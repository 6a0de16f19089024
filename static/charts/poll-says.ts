// What a poll says, in plain Dutch, from counts and codes only. A count decides nothing and is no mark.

import type { Question } from "../parts/asked";
import type { Beside, Option, Parts, Tally } from "../wire";
import { nt, people as inPeople, t } from "../words";
import type { Sentence } from "./say";

const SHORT = 44; // characters of a name that still fit in a sentence
const AT_ONCE = 3; // names in one sentence

// One question: how the earlier time compares, else the key, else what was chosen most.
export function pollSays(parts: Parts, question: Question, compared?: NonNullable<Beside["compared"]>[string]): Sentence {
  const { options, people, key } = parts[question.id] as { options: Record<string, number>; people: number; key?: string };
  const all = parts.config.options as Option[];
  if (!people) return { sure: t("Er heeft nog niemand gekozen.") };
  if (compared) return changeSays(compared.change);
  if (key) return { sure: nt("{n} van de {people} mensen koos wat is afgesproken.", "{n} van de {people} mensen kozen wat is afgesproken.", options[key], { people }), talk: t("Klopt dat op onze school?") };
  const most = Math.max(...Object.values(options));
  const first = all.filter(({ id }) => options[id] === most);
  if (first.length > 2) return { sure: t("De keuzes liggen dicht bij elkaar."), talk: t("Wat valt op?") };
  if (first.length === 2) return { sure: t("{one} en {two} zijn het vaakst gekozen.", { one: quoted(first[0]), two: quoted(first[1]) }), talk: t("Wat valt op?") };
  if (most === people) return { sure: people === 1 ? t("De keuze is {what}.", { what: quoted(first[0]) }) : t("Iedereen koos {what}.", { what: quoted(first[0]) }), talk: t("Wat valt op?") };
  if (most > people / 2) return { sure: t("De meeste mensen kozen {what}.", { what: quoted(first[0]) }), talk: t("Wat zeggen de anderen?") };
  return { sure: t("{what} is het vaakst gekozen.", { what: quoted(first[0]) }), talk: t("Wat zeggen de anderen?") };
}

// The codes of sessions/choices.py.
function changeSays(change: string | null): Sentence {
  const talk = t("Wat is er veranderd?");
  if (change === "larger") return { sure: t("Het verschil met eerst is groter dan toeval."), talk };
  if (change === "same") return { sure: t("De keuzes zijn gelijk aan eerst.") };
  if (change === "chance") return { sure: t("Het verschil met eerst is klein: het kan toeval zijn.") };
  if (change === "few") return { sure: t("Met zo weinig antwoorden kan het verschil toeval zijn.") };
  return { sure: t("Zo was het eerst, en zo is het nu."), talk };
}

export function seatsSay(tally: Tally, options: Option[]): Sentence {
  const missing = options.filter(({ id }) => tally.missing.includes(id)).map(({ name }) => name);
  if (!tally.people) return { sure: t("Er heeft nog niemand gekozen.") };
  if (!missing.length) return { sure: t("Alle plekken die nodig zijn, zijn bezet."), talk: t("Wie missen we nog?") };
  return { sure: t("Nog niemand vanuit: {names}.", { names: missing.join(", ") }), talk: t("Wie vragen we?") };
}

// All questions together: what many do not know, else how many people chose.
export function overviewSays(parts: Parts, list: Question[]): Sentence {
  const { people, unsure, key } = parts.tally as Tally;
  if (!people) return { sure: t("Er heeft nog niemand gekozen.") };
  const named = list.filter(({ id }) => unsure.includes(id));
  if (named.length && named.length <= AT_ONCE && named.every(({ text }) => text.length <= SHORT)) {
    return { sure: t("Veel mensen weten het niet bij {what}.", { what: named.map(({ text }) => t("‘{text}’", { text })).join(", ") }), talk: t("Wie zoekt dit uit?") };
  }
  if (named.length) return { sure: t("Bij {n} weten veel mensen het niet.", { n: nt("{n} vraag", "{n} vragen", named.length) }), talk: t("Wie zoekt dit uit?") };
  if (key) return { sure: t("Het vinkje laat zien wat is afgesproken."), talk: t("Klopt dat op onze school?") };
  return { sure: t("{people} kozen bij {n}.", { people: inPeople(people), n: nt("{n} vraag", "{n} vragen", list.length) }), talk: t("Waar denken we verschillend?") };
}

const quoted = ({ name }: Option): string => t("‘{text}’", { text: name });
