// What a scale says in one sentence: where we differ most, and where we are of one mind. Never a total, never a verdict.

import { middle } from "../parts/answers";
import type { Parts, ScaleCell, ScaleRanking, Scores } from "../wire";
import { nt, t } from "../words";
import type { Sentence } from "./say";

const SHORT = 44; // characters of an item that still fit in a sentence
const FEW = 4; // answers under which nothing is called divided

export function scaleSays(parts: Parts): Sentence {
  const { people, answers, widest, closest } = parts.ranking as ScaleRanking;
  if (!people) return { sure: t("Er zijn nog geen antwoorden.") };
  if (answers < FEW) return { sure: nt("Met {n} antwoord zegt dit nog weinig:", "Met {n} antwoorden zegt dit nog weinig:", answers), talk: t("praat erover.") };
  const agreed = closest.length === 1 ? t("Het meest eens zijn we over {what}: {label}.", { what: named(parts, closest[0]), label: middle(parts, scoresOf(parts, closest[0]).median!) }) : "";
  if (!widest.length) return { sure: agreed || t("De meningen liggen overal dicht bij elkaar.") };
  const { low, high } = scoresOf(parts, widest[0]);
  const words = { what: named(parts, widest[0]), low: middle(parts, Math.floor(low!)), high: middle(parts, Math.ceil(high!)) };
  const sure =
    widest.length === 1
      ? t("Over {what} lopen de meningen het meest uiteen: van ‘{low}’ tot ‘{high}’.", words)
      : widest.length === 2
        ? t("Over {one} en {two} lopen de meningen het meest uiteen.", { one: named(parts, widest[0]), two: named(parts, widest[1]) })
        : t("Over {n} dingen lopen de meningen even ver uiteen.", { n: widest.length });
  return { sure, talk: [t("Wie vertelt waarom?"), agreed].filter(Boolean).join(" ") };
}

export const scoresOf = (parts: Parts, [item, check]: ScaleCell): Scores => (check ? parts[item].checks[check] : parts[item]);

export const among = (cells: ScaleCell[], item: string, check = ""): boolean => cells.some(([id, of]) => id === item && of === check);

function named(parts: Parts, [item, check]: ScaleCell): string {
  const of = parts.config.checks.find(({ id }: { id: string }) => id === check)?.name;
  return of ? t("‘{text}’ ({check})", { text: short(parts[item].text, SHORT / 2), check: short(of, SHORT / 2) }) : t("‘{text}’", { text: short(parts[item].text, SHORT) });
}

function short(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, cut.lastIndexOf(" ") + 1 || undefined).trim()} …`;
}
