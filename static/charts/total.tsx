// How many cards, in how many bundles, of how many people: the facts of a board where people write.

import type { Item } from "../wire";
import { cards, people as inPeople, t } from "../words";
import { cardsIn, inBundles } from "./piles";

export function Total({ list, people }: { list: [string, Item][]; people?: number }) {
  return (
    <>
      <b>{cards(cardsIn(list))}</b>
      <b data-spare="3">{inBundles(list)}</b>
      {people !== undefined && <span data-spare="2"> {t("van {people}", { people: inPeople(people) })}</span>}
    </>
  );
}
