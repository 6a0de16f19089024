// What people made of placing the same cards, in words. Where they differ is what to talk about; nobody is right by number.

import type { Item, Level, Parts, Placing } from "../wire";
import { nt, t } from "../words";
import type { Sentence } from "./say";

// "5 Sterke basis · 3 Extra", the level with most first.
export function inWords(item: Item, levels: Level[]): string {
  const found = levels.filter(({ id }) => item.levels?.[id]).sort((a, b) => item.levels![b.id] - item.levels![a.id]);
  return found.map(({ id, name }) => `${item.levels![id]} ${name}`).join(" · ");
}

export function placingSays({ people, divided, placed }: Placing, parts: Parts): Sentence {
  if (!people || !placed) return { sure: t("Er heeft nog niemand een kaart neergelegd.") };
  if (people === 1) return { sure: t("Eén mens legde kaarten neer:"), talk: t("praat er samen over.") };
  if (!divided.length) return { sure: nt("Over deze kaart denken we hetzelfde.", "Over alle {n} kaarten denken we hetzelfde.", placed) };
  const sure = nt("Over {apart} van de {n} kaart denken we verschillend.", "Over {apart} van de {n} kaarten denken we verschillend.", placed, { apart: divided.length });
  return { sure, talk: divided.every((id) => parts[id].fixed) ? t("Nu ligt alles op een laag.") : t("Wie vertelt waarom?") };
}
