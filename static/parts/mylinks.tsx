// My links in words: each with its reason and how it is doing; and while the step is open, what I can do with it.

import { useState } from "preact/hooks";
import type { Live } from "../live";
import type { RelationType } from "../wire";
import { t } from "../words";
import { State } from "./button";
import { typeName } from "./judge";
import { type Laid, myLinks } from "./links";

interface Acts {
  edit(link: Laid): void;
  remove(link: Laid): void;
}

export function MyLinks({ live, acts }: { live: Live; acts?: Acts }) {
  const parts = live.parts.value;
  const list = [...myLinks(live, live.board.value!.id)].reverse().filter(([, { a, b }]) => parts[a] && parts[b]);
  if (!list.length) return acts ? null : <p>{t("Je hebt hier niets ingevuld.")}</p>;
  return (
    <section>
      <h2>{t("Dit zei je")}</h2>
      <ul class="mine">
        {list.map(([key, link]) => (
          <One key={key} live={live} link={link} acts={acts} />
        ))}
      </ul>
    </section>
  );
}

function One({ live, link, acts }: { live: Live; link: Laid; acts?: Acts }) {
  const parts = live.parts.value;
  const [asking, ask] = useState(false);
  const name = typeName(parts.config.types as RelationType[], link.type);
  const both = t("{a} en {b}", { a: parts[link.a].text, b: parts[link.b].text });
  return (
    <li class="card" data-pending={link.pending ? "" : undefined}>
      <div class="body">
        <span>{both}</span>
        <b class={`rel ${link.type}`}>{name}</b>
        {link.because && <span class="where">{t("want {why}", { why: link.because })}</span>}
        {link.basis && <span class="where">{link.basis}</span>}
        {link.pending && <State as="pending">{link.leaving ? t("Wordt weggehaald") : live.link.value === "online" ? t("Onderweg") : t("Wacht op verbinding")}</State>}
      </div>
      {acts && !link.leaving && (
        <div class="acts">
          <button type="button" onClick={() => acts.edit(link)} aria-label={t("Pas aan: {text}", { text: both })}>
            {t("Pas aan")}
          </button>
          <button type="button" onClick={() => (asking ? acts.remove(link) : ask(true))} onBlur={() => ask(false)} aria-label={asking ? t("Ja, haal weg: {text}", { text: both }) : t("Haal weg: {text}", { text: both })}>
            {asking ? t("Ja, haal weg") : t("Haal weg")}
          </button>
        </div>
      )}
    </li>
  );
}
