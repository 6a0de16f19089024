// Where a card came from, in words: "uit 14 kaarten, 31 stippen".
import { figure } from "../parts/answers";
import type { Descent, Station } from "../wire";
import { cards, dots, nt, t } from "../words";
import { inRow } from "./sentences";

export function cameFrom({ cards: n, steps }: Descent): string {
  return [n && nt("uit {n} kaart", "uit {n} kaarten", n), ...steps.map(verdict)].filter(Boolean).join(", ");
}

// What one step said of it, with the cards that were written there.
export const stationSays = (station: Station): string => [station.notes && cards(station.notes.length), verdict(station), station.row && t("regel in het plan")].filter(Boolean).join(", ");

function verdict(station: Station): string {
  const { place, of, median, medians, most, n, people, links } = station;
  if (station.session) return t("uit ‘{session}’", { session: station.session });
  if (station.dots) return inDots(Object.entries(station.dots));
  if (place) return t("plek {place} van {of}", { place, of: of! });
  if (median != null) return t("mediaan {n}", { n: figure(median) });
  if (medians) return listed(Object.entries(medians).map(([check, middle]) => t("mediaan {n} voor ‘{check}’", { n: figure(middle), check })));
  if (most) return t("{names} ({n} van {people})", { names: listed(most), n: n!, people: people! });
  return links ? nt("{n} verband", "{n} verbanden", links) : "";
}

function inDots(ballots: [string, number][]): string {
  return ballots.length === 1 ? dots(ballots[0][1]) : listed(ballots.map(([ballot, n]) => t("{n} keer {ballot}", { n, ballot: ballot.toLowerCase() })));
}

const listed = (words: string[]): string => inRow(words, ", ", t(" en "));
