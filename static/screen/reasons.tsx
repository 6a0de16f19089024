// Why people chose what is in the spotlight, a page at a time. Nobody's name; the facilitator can put one away.

import { at, type Thing, usePages } from "./pages";
import type { Item, Stage } from "../wire";
import { want } from "../words";

export function useReasons(card: Item, stage: Stage) {
  const list = ((card.reasons ?? []) as string[]).map((text, i) => ({ id: String(i), key: text, it: text }));
  const draw = ({ id, it }: Thing<string>) => <li key={id}>{want(it)}</li>;
  const { ref, pages } = usePages({ list, draw, forms: 4 });
  const n = at(stage.screen?.page ?? 1, pages.length);
  return {
    page: { n: n + 1, of: pages.length },
    drawn: (
      <ul class="reasons" ref={ref}>
        {pages[n].map(draw)}
      </ul>
    ),
  };
}
