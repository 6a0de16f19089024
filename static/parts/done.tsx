// "Bekijk wat ik deed": my cards per step, as this phone sent them. Kept on the phone only.

import type { Live } from "../live";
import { t } from "../words";
import { Button } from "./button";
import { Page } from "./page";

export function Done({ live, close }: { live: Live; close(): void }) {
  const texts = sentCards(live);
  const steps = live.stage.value!.steps.filter(({ id }) => texts.has(id));
  return (
    <Page
      live={live}
      title={t("Wat ik deed")}
      lead={t("Dit staat alleen op deze telefoon.")}
      foot={
        <Button wide press={close}>
          {t("Terug")}
        </Button>
      }
    >
      {steps.map(({ id, title }) => (
        <section key={id}>
          <h2>{title}</h2>
          <ul class="mine">
            {[...texts.get(id)!.values()].map((text, n) => (
              <li key={n} class="card">
                <div class="body">{text}</div>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {!steps.length && <p>{t("Je hebt geen kaarten geschreven.")}</p>}
    </Page>
  );
}

// step -> card -> text: what was written, mended and not taken back.
function sentCards(live: Live): Map<string, Map<string, string>> {
  const steps = new Map<string, Map<string, string>>();
  for (const { op } of live.arrived()) {
    const cards = steps.get(op.board) ?? new Map();
    if ((op.do === "add" || op.do === "edit") && op.text) steps.set(op.board, cards.set(op.card, op.text));
    if (op.do === "remove") cards.delete(op.card);
  }
  for (const [step, cards] of steps) if (!cards.size) steps.delete(step);
  return steps;
}
