// The script down the left side: what was, what is on, what comes; a step can be gone to from here.
import { Icon } from "../icons";
import { t } from "../words";
import type { Step } from "../wire";
import { go } from "./leading";
import { stage } from "./room";

export function Rail() {
  return (
    <nav class="rail" aria-label={t("Draaiboek")}>
      <p class="lab">
        <span>{t("Draaiboek")}</span>
        <span>{t("min.")}</span>
      </p>
      <ol>
        {stage.value.steps.map((step, i) => (
          <Row key={step.id} step={step} number={i + 1} />
        ))}
      </ol>
    </nav>
  );
}

function Row({ step, number }: { step: Step; number: number }) {
  const on = stage.value.now.step === step.id;
  const done = step.visited && !on;
  const told = step.skipped ? t("overgeslagen") : done ? t("geweest") : "";
  return (
    <li class={on ? "cur" : done || step.skipped ? "done" : ""}>
      <button type="button" aria-current={on ? "step" : undefined} onClick={() => !on && go(step)}>
        <span class="i">
          <span class="vh">{t("Stap")}</span> {done ? <Icon name="tick" /> : number}
        </span>
        <span class={step.skipped ? "off" : ""}>{step.title}</span>
        <span class="m">
          {step.skipped ? "" : step.minutes} <span class="vh">{told || t("minuten")}</span>
        </span>
      </button>
    </li>
  );
}
