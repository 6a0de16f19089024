// What an earlier step found, in one strip above the work it is meant for.

import { type Beside, items } from "../wire";
import { headOf } from "../parts/beside";
import { t } from "../words";
import { inOrder } from "./piles";

const MOST = 2;

export function Strip({ beside }: { beside?: Beside }) {
  if (!beside) return null;
  const texts = textsOf(beside);
  if (!texts.length) return null;
  return (
    <section class="beside" aria-label={headOf(beside)}>
      <h2>{headOf(beside)}</h2>
      <p>
        {[...texts.slice(0, MOST), ...(texts.length > MOST ? [t("en nog {n}", { n: texts.length - MOST })] : [])].join(" · ")}
      </p>
    </section>
  );
}

export function textsOf(beside: Beside): string[] {
  const ids: string[] | undefined = beside.parts.ranking?.ids;
  return ids ? ids.map((id) => beside.parts[id].text) : inOrder(items(beside.parts), false).map(([, { text }]) => text);
}
