// "Niet verstuurd": what the server refused, with the text kept, until its writer decides.

import type { Live, Refusal } from "../live";
import { refusal, t } from "../words";
import { State } from "./button";

export function Unsent({ live }: { live: Live }) {
  const list = live.unsent.value;
  if (!list.length) return null;
  return (
    <section class="not-sent-list" aria-label={t("Niet verstuurd")}>
      <h2>{t("Niet verstuurd")}</h2>
      <ul class="mine">
        {list.map((it) => (
          <Row key={it.id} live={live} it={it} />
        ))}
      </ul>
    </section>
  );
}

function Row({ live, it }: { live: Live; it: Refusal }) {
  function again() {
    live.forget(it.id);
    live.send(it.op);
  }
  return (
    <li class="card not-sent">
      <div class="body">
        <span>{(it.op.text as string) || what(it.op.do)}</span>
        <State as="refused">{refusal(it.reason)}</State>
      </div>
      <div class="acts">
        <button type="button" onClick={again}>
          {t("Probeer opnieuw")}
        </button>
        <button type="button" onClick={() => live.forget(it.id)}>
          {t("Weg ermee")}
        </button>
      </div>
    </li>
  );
}

function what(word: string): string {
  if (word === "put" || word === "take") return t("Je stip");
  if (word === "rank") return t("Je volgorde");
  if (word === "link" || word === "unlink") return t("Je verband");
  if (word === "place") return t("Je plek voor een kaart");
  return t("Je wijziging");
}
