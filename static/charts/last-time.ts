// Last time on a scale: what an earlier session found behind the present, and what to say of the difference. Never a verdict.

import { figure } from "../parts/answers";
import type { Parts, ScaleLast, ScaleRanking, Was } from "../wire";
import { day, nt, t } from "../words";

const SHORT = 34; // characters of a name that still fit in a sentence

export const wasOf = (parts: Parts, item: string, check = ""): Was | undefined => (parts.last as ScaleLast | undefined)?.items[item]?.[check];

export const lastKey = ({ last }: Parts): string[] => (last && Object.keys(last.items).length ? [t("Grijs: vorige keer, {date}", { date: day(last.date) })] : []);

export const wasFigure = ({ median }: Was): string => t("vorige keer {median}", { median: median === null ? "–" : figure(median) });

// Of one thing that was scored.
export function changeSays(was: Was, scored: number): string {
  if (was.way === "same") return t("Gelijk aan vorige keer.");
  const way = was.way === "up" ? t("Hoger dan vorige keer.") : t("Lager dan vorige keer.");
  const n = Math.min(scored, was.scored);
  const sure = was.change === "larger" ? t("Dat is meer dan toeval.") : was.change ? nt("Met {n} antwoord kan dit toeval zijn.", "Met {n} antwoorden kan dit toeval zijn.", n) : "";
  return [way, sure].filter(Boolean).join(" ");
}

// Of all together; "" when there was no last time.
export function lastSays(parts: Parts): string {
  const cells = Object.entries((parts.last as ScaleLast | undefined)?.items ?? {}).flatMap(([id, checks]) => Object.entries(checks).map(([check, was]) => ({ id, check, was, scored: (check ? parts[id].checks[check] : parts[id]).scored as number })));
  if (!cells.length) return "";
  if (cells.length === 1) return changeSays(cells[0].was, cells[0].scored);
  const other = cells.filter(({ was }) => was.way !== "same");
  if (!other.length) return t("Alles is gelijk aan vorige keer.");
  const named = (way: Was["way"]) => names(parts, other.filter(({ was }) => was.change === "larger" && was.way === way));
  const [up, down] = [named("up"), named("down")];
  const rest = other.filter(({ was }) => was.change === "chance" || was.change === "few");
  const n = Math.min((parts.last as ScaleLast).people, (parts.ranking as ScaleRanking).people);
  const said = [
    up && t("Hoger dan vorige keer, en meer dan toeval: {what}.", { what: up }),
    down && t("Lager dan vorige keer, en meer dan toeval: {what}.", { what: down }),
    rest.length && (up || down ? t("De andere verschillen kunnen toeval zijn.") : nt("Met {n} mens kunnen de verschillen met vorige keer toeval zijn.", "Met {n} mensen kunnen de verschillen met vorige keer toeval zijn.", n)),
  ].filter(Boolean);
  return said.join(" ") || t("Er zijn verschillen met vorige keer.");
}

function names(parts: Parts, cells: { id: string; check: string }[]): string {
  const all = cells.map(({ id, check }) => [parts[id].text, check && parts.config.checks.find((it: { id: string }) => it.id === check)?.name].filter(Boolean).join(", "));
  if (!all.length) return "";
  if (all.length > 2 || all.some((text) => text.length > SHORT)) return nt("{n} ding", "{n} dingen", all.length);
  return all.map((text) => t("‘{text}’", { text })).join(t(" en "));
}
