// One field of a wall: its name, the cards that fit, and how many more there are.

import { useLayoutEffect } from "preact/hooks";
import { Careful, type CarefulWord } from "../parts/careful";
import { usePages } from "../screen/pages";
import type { Field, Item, Tag } from "../wire";
import { nt, t } from "../words";
import { type Card, inOrder, sheets } from "./piles";

interface Shown {
  class: string;
  field: Field;
  list: [string, Item][];
  asks: boolean; // every card needs a reason
  tags: Tag[];
  careful?: CarefulWord[];
  empty?: string; // what stands where nothing is yet
  page: number;
  focus?: string;
  fresh: Set<string>;
  tell: (pages: number) => void;
}

export function Column({ class: name, field, list, asks, tags, careful, empty, page, focus, fresh, tell }: Shown) {
  const draw = ({ id, it }: Card) => <WallCard key={id} item={it} asks={asks} careful={careful} tag={tags.find((tag) => tag.id === it.tag)?.name} look={`${id === focus ? "foc" : ""} ${fresh.has(id) ? "new" : ""}`} />;
  const things = (newest: boolean) => inOrder(list, newest).map(([id, it]) => ({ id, it, key: `${it.text}|${it.n}|${asks && !it.because}|${it.tag}` }));
  const byAge = usePages({ list: things(false), draw, more });
  const { ref, pages, says } = usePages({ list: things(byAge.pages.length > 1), draw, more, ref: byAge.ref });
  const withFocus = focus ? pages.findIndex((cards) => cards.some(({ id }) => id === focus)) : -1;
  const at = withFocus >= 0 ? withFocus : Math.min(page, pages.length - 1);
  const left = pages.slice(at + 1).flat().length;
  useLayoutEffect(() => tell(pages.length));
  return (
    <section class={`${name} ${list.length ? "" : "empty"}`} aria-label={field.name}>
      <h2>{field.name}</h2>
      <ul ref={ref}>
        {pages[at].map(draw)}
        {left > 0 && says[at] && <li class="m" key="more">{nt("en nog {n}", "en nog {n}", left)}</li>}
        {!list.length && <li class="none">{field.question || (empty ?? t("Hier komen kaarten."))}</li>}
      </ul>
    </section>
  );
}

const more = (n: number) => <li class="m">{t("en nog {n}", { n: 10 * n })}</li>;

function WallCard({ item, asks, careful, tag, look }: { item: Item; asks: boolean; careful?: CarefulWord[]; tag?: string; look: string }) {
  return (
    <li class={`wc ${sheets(item.n)} ${look}`}>
      <span>
        <Careful text={item.text} words={careful} />
      </span>
      {item.n > 1 && (
        <b class="k">
          {item.n}
          <span class="vh"> {t("kaarten")}</span>
        </b>
      )}
      {tag && <small class="tag-of">{tag}</small>}
      {asks && !item.because && <i>{t("want …?")}</i>}
    </li>
  );
}
