// What an earlier step found, shown while we work on this one. The kind does not know about it.

import { items, type Beside as BesideParts } from "../wire";
import { t } from "../words";

const MOST = 5;

export function Beside({ beside }: { beside?: BesideParts }) {
  if (!beside) return null;
  const ids: string[] | undefined = beside.parts.ranking?.ids;
  const known = new Map(items(beside.parts));
  const list = ids ? ids.filter((id) => known.has(id)) : [...known.keys()].sort((a, b) => known.get(b)!.n - known.get(a)!.n || known.get(a)!.at - known.get(b)!.at);
  return (
    <section class="beside" aria-label={beside.title}>
      <h2>{beside.title}</h2>
      <ul>
        {list.slice(0, MOST).map((id) => (
          <li key={id}>{known.get(id)!.text}</li>
        ))}
      </ul>
      {!list.length && <p>{t("Hier staat nog niets.")}</p>}
      {list.length > MOST && <p>{t("en {n} andere", { n: list.length - MOST })}</p>}
    </section>
  );
}
