// The script as a plan: a strip with times, and a table in which a step can be skipped, adjusted or gone to.
import { signal } from "@preact/signals";
import { Icon } from "../icons";
import { minutes, t } from "../words";
import type { Step } from "../wire";
import { Adjust } from "./adjust";
import { go } from "./leading";
import { planOf, type Planned } from "./plan";
import { Press } from "./press";
import { lead, sheet, stage, tab } from "./room";
import { hour } from "./clock";
import { takes, wordsOf } from "./steps";
import { ticket } from "./server";
import { Strip } from "./strip";
import { Trouble } from "./trouble";
import { UndoBar } from "./undo-bar";

const adjusting = signal<Step | null>(null);

export function Script() {
  const plan = planOf(stage.value, new Date());
  const ends = plan[plan.length - 1].ends;
  const total = stage.value.steps.reduce((sum, step) => sum + (step.skipped ? 0 : step.minutes + (step.break_after || 0)), 0);
  return (
    <main class="script scroll">
      <div class="split">
        <div>
          <h1>{stage.value.title}</h1>
          <p>{t("{n} stappen, {total}. Als het zo doorgaat klaar om {end} uur.", { n: plan.length, total: minutes(total), end: hour(ends) })}</p>
        </div>
        <span class="row">
          <Press icon="note" word={t("Druk af")} onPress={() => print(plan[0].starts)} />
          <Press icon="pause" word={stage.value.now.break ? t("Einde pauze") : t("Pauze")} letter="U" onPress={() => (stage.value.now.break ? lead("break", { minutes: 0 }) : (sheet.value = "break"))} />
        </span>
      </div>
      <Strip plan={plan} />
      <Trouble place="script" />
      <table>
        <thead>
          <tr>
            <th class="n">{t("Stap")}</th>
            <th>{t("Tijd")}</th>
            <th>{t("Wat")}</th>
            <th>{t("Soort")}</th>
            <th>{t("Neemt mee")}</th>
            <th class="n">{t("Min.")}</th>
            <th>{t("Doen")}</th>
          </tr>
        </thead>
        <tbody>
          {plan.map((it, i) => (
            <Row key={it.step.id} planned={it} number={i + 1} />
          ))}
        </tbody>
      </table>
      {adjusting.value && <Adjust step={adjusting.value} onClose={() => (adjusting.value = null)} />}
      <UndoBar />
    </main>
  );
}

// The run sheet in the words of this session. The window is opened at once, or the browser calls it a pop-up.
async function print(begins: Date): Promise<void> {
  const beside = window.open("about:blank", "_blank")!;
  try {
    beside.location.href = `/run-sheet/${(await ticket()).ticket}?from=${hour(begins)}`;
  } catch {
    beside.close();
  }
}

function Row({ planned: { step, starts }, number }: { planned: Planned; number: number }) {
  const on = stage.value.now.step === step.id;
  const start = () => {
    tab.value = "now";
    go(step);
  };
  return (
    <tr class={on ? "cur" : step.visited || step.skipped ? "done" : ""} aria-current={on ? "step" : undefined}>
      <td class="n">{step.visited && !on ? <Icon name="tick" /> : number}</td>
      <td class="tm">{step.skipped ? "" : hour(starts)}</td>
      <th scope="row">
        {step.title}
        {step.skipped && <span class="tag">{t("overgeslagen")}</span>}
        {step.break_after && !step.skipped && <small class="soft">{t("daarna {minutes} pauze", { minutes: minutes(step.break_after) })}</small>}
      </th>
      <td>{wordsOf(step.kind).name()}</td>
      <td>{takes(stage.value, step)}</td>
      <td class="n">{step.minutes}</td>
      <td>
        <span class="row">
          <Press look="quiet" icon="pen" word={t("Pas aan")} more={t("stap {number}", { number })} onPress={() => (adjusting.value = step)} />
          {!on && <Press look="quiet" word={step.skipped ? t("Doe wel") : t("Sla over")} more={t("stap {number}", { number })} onPress={() => lead("skip", { step: step.id, on: !step.skipped })} />}
          {!on && <Press look="quiet" end="right" word={t("Ga")} more={t("naar stap {number}", { number })} onPress={start} />}
        </span>
      </td>
    </tr>
  );
}
