// The steps of a draaiboek at a glance: a block per step, as long as its minutes, with the sign of its kind; a gap is a break.
import { KINDS } from "kinds:words";
import { Fragment } from "preact";
import { Line } from "../icons";
import { minutes, t } from "../words";
import type { Step } from "./owner";

export function Strip({ steps }: { steps: Step[] }) {
  const said = steps.map((step) => `${KINDS[step.kind].name()} ${minutes(step.minutes)}`).join(", ");
  return (
    <div class="steps-strip" role="img" aria-label={t("Stappen: {said}", { said })}>
      {steps.map((step) => (
        <Fragment key={step.id}>
          <span class="block" style={{ flexGrow: step.minutes }}>
            <Line path={KINDS[step.kind].sign} /> <span>{KINDS[step.kind].name()}</span>
          </span>
          {step.break_after && <span class="gap" style={{ flexGrow: step.break_after }} />}
        </Fragment>
      ))}
    </div>
  );
}
