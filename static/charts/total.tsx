// How many cards, in how many bundles, of how many people: the facts of a board where people write.

import type { Item } from "../wire";
import { cards, people as inPeople, t, wishes } from "../words";
import { cardsIn, inBundles, wishesIn } from "./piles";

export function Total({ list, people, about }: { list: [string, Item][]; people?: number; about?: string }) {
  const wished = wishesIn(list);
  return (
    <>
      <b>{cards(cardsIn(list))}</b>
      <b data-spare="3">{inBundles(list)}</b>
      {about && <b> {t("over {about}", { about })}</b>}
      {wished > 0 && <span> {t("en {wishes}", { wishes: wishes(wished) })}</span>}
      {people !== undefined && <span data-spare="2"> {t("van {people}", { people: inPeople(people) })}</span>}
    </>
  );
}
