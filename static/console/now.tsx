// The middle of the cockpit: the step that is on, what to do with it, who is done, what the hall sees, what comes after.
import { t } from "../words";
import { sentence, toRedo, toUndo } from "./acts";
import { Actions } from "./actions";
import { BigClock } from "./clock";
import { go, redo, undo } from "./leading";
import { Following } from "./following";
import { Preview } from "./preview";
import { Press } from "./press";
import { stage, textOf } from "./room";
import { ScreenTools } from "./screen-tools";
import { Standing } from "./standing";
import { at, current } from "./steps";
import { Trouble } from "./trouble";
import { Turnout } from "./turnout";
import { WayIn } from "./way-in";

export function Now() {
  const step = current(stage.value);
  return (
    <main class="mid">
      {step ? <Heading /> : <Welcome />}
      <div>
        <Actions />
        <Trouble place="now" />
      </div>
      {step ? (
        <div class="two">
          <Turnout />
          <div>
            <Preview />
            <ScreenTools />
          </div>
          <div class="log">
            <Standing />
            <LastAct />
          </div>
        </div>
      ) : (
        <div class="two one">
          <WayIn />
        </div>
      )}
      <Following onGo={go} />
    </main>
  );
}

function Heading() {
  const step = current(stage.value)!;
  const { state } = stage.value.now;
  const pause = stage.value.now.break;
  const told = { waiting: t("staat klaar"), look: t("kijken"), open: t("open"), closed: t("dicht") }[state];
  return (
    <div class="title">
      <div>
        <span class="tag now">{pause ? t("Pauze") : t("Nu, stap {n}", { n: at(stage.value) + 1 })}</span> <span class="tag">{stage.value.ended ? t("afgelopen") : told}</span>
        <h1>{step.title}</h1>
        <p>{step.prompt}</p>
      </div>
      <BigClock minutes={step.timer || step.minutes} />
    </div>
  );
}

function Welcome() {
  const minutes = stage.value.steps.reduce((sum, step) => sum + (step.skipped ? 0 : step.minutes), 0);
  return (
    <div class="title">
      <div>
        <span class="tag now">{t("Nu: binnenkomen")}</span>
        <h1>{stage.value.title}</h1>
        <p>{t("{n} stappen, {minutes} minuten. Laat mensen eerst binnenkomen.", { n: stage.value.steps.length, minutes })}</p>
      </div>
    </div>
  );
}

function LastAct() {
  const acts = stage.value.acts || [];
  const last = toUndo(acts);
  return (
    <>
      <b>{t("Net gedaan")}</b>
      <span aria-live="polite">{last ? sentence(stage.value, last, textOf) : t("Nog niets.")}</span>
      <span class="row">
        {toRedo(acts) && <Press look="quiet" word={t("Toch wel")} letter="⇧Z" onPress={redo} />}
        {last && <Press look="quiet" word={t("Maak ongedaan")} letter="Z" onPress={undo} />}
      </span>
    </>
  );
}
