// "Niet verstuurd": what the server refused, with the text kept, until its writer decides.

import type { Live, Refusal } from "../live";
import type { Op } from "../wire";
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
        <span>{((it.op.text ?? it.op.because) as string) || t("Je keuze")}</span>
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

// What is refused while I can still mend it is said at the thing itself; else it stands in "niet verstuurd".
export function sendHere(live: Live, op: Op, refused: (why: string) => void): void {
  live.send(op).then((answer) => {
    const { step, state } = live.stage.value!.now;
    if (!("refused" in answer) || step !== op.board || state !== "open") return;
    refused(refusal(answer.refused));
    for (const it of live.unsent.value) if (it.op.do === op.do && it.op.item === op.item) live.forget(it.id);
  });
}
