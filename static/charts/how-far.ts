// How far a plan is, in one sentence.

import type { Column, Filled } from "../wire";
import { nt, t } from "../words";
import type { Sentence } from "./say";

const NAMED = 4; // columns in one sentence

export function howFar({ rows, full, owned, no_reason, empty }: Filled, columns: Column[]): Sentence {
  if (!rows) return { sure: t("Er zijn nog geen regels.") };
  const sure = owned === null ? inRows(full, rows, t("Alles is ingevuld."), "full") : inRows(owned, rows, nt("De regel heeft een trekker.", "Alle {n} regels hebben een trekker.", rows), "owned");
  const left = columns.filter(({ id, type }) => empty[id] && type !== "reason").sort((a, b) => empty[b.id] - empty[a.id]);
  const names = left.slice(0, left.length > NAMED ? NAMED - 1 : NAMED).map(({ id, name }) => `${name}\u00a0(${empty[id]})`);
  if (left.length > NAMED) names.push(t("en nog {n} kolommen", { n: left.length - names.length }));
  const said = [
    names.length ? t("Nog leeg: {columns}.", { columns: names.join(", ") }) : "",
    no_reason ? nt("Bij {n} regel staat nog geen want.", "Bij {n} regels staat nog geen want.", no_reason) : "",
  ];
  return { sure, talk: said.filter(Boolean).join(" ") || (owned === null ? undefined : t("Alles is ingevuld.")) };
}

function inRows(n: number, of: number, all: string, what: "full" | "owned"): string {
  if (n === of) return all;
  if (what === "full") return n ? nt("{n} van de {of} regels is helemaal ingevuld.", "{n} van de {of} regels zijn helemaal ingevuld.", n, { of }) : t("Nog geen regel is helemaal ingevuld.");
  return n ? nt("{n} van de {of} regels heeft een trekker.", "{n} van de {of} regels hebben een trekker.", n, { of }) : t("Nog geen regel heeft een trekker.");
}
