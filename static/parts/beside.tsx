// What an earlier step found, shown while we work on this one. The kind does not know about it.

import { items, type Beside as BesideParts } from "../wire";
import { day, t } from "../words";

const MOST = 5;

export function Beside({ beside }: { beside?: BesideParts }) {
  if (!beside) return null;
  const ids: string[] | undefined = beside.parts.ranking?.ids;
  const known = new Map(items(beside.parts));
  const list = ids ? ids.filter((id) => known.has(id)) : [...known.keys()].sort((a, b) => known.get(b)!.n - known.get(a)!.n || known.get(a)!.at - known.get(b)!.at);
  const head = headOf(beside);
  const left = Math.max(0, list.length - MOST) + (beside.more ?? 0);
  return (
    <section class="beside" aria-label={head}>
      <h2>{head}</h2>
      <ul>
        {list.slice(0, MOST).map((id) => (
          <li key={id}>{known.get(id)!.text}</li>
        ))}
      </ul>
      {!list.length && <p>{t("Hier staat nog niets.")}</p>}
      {left > 0 && <p>{t("en {n} andere", { n: left })}</p>}
    </section>
  );
}

// "Mogelijke doelen (Visie en doelen, 3 oktober 2025)" when it comes from an earlier session.
export const headOf = ({ title, session, date }: BesideParts): string => (date ? t("{title} ({session}, {date})", { title, session: session!, date: day(date) }) : title);
