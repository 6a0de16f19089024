// What the script and the stage say together: where we are, what comes next, and what the facilitator most likely wants to do now.
import { KINDS } from "kinds:all";
import { type KindWords, t } from "../words";
import type { Kind, Parts, Stage, Step } from "../wire";

export type Move = "go" | "turn" | "open" | "close" | "reveal" | "look" | "report" | "resume";

export const wordsOf = (kind: Kind): KindWords => KINDS[kind].words;

export const collects = ({ kind, secret }: Step): boolean => !!wordsOf(kind).collects && !secret;

export const isCardless = (kind: Kind): boolean => !!wordsOf(kind).cardless;

export const at = (stage: Stage): number => stage.steps.findIndex((step) => step.id === stage.now.step);

export const current = (stage: Stage): Step | undefined => stage.steps[at(stage)];

export const following = (stage: Stage): Step | undefined => stage.steps.slice(at(stage) + 1).find((step) => !step.skipped);

export const preceding = (stage: Stage): Step | undefined =>
  stage.steps
    .slice(0, Math.max(0, at(stage)))
    .reverse()
    .find((step) => !step.skipped);

export const numberOf = (stage: Stage, id: string): number => stage.steps.findIndex((step) => step.id === id) + 1;

// What comes next inside the step, for a kind that works in turns.
export function nextTurn(stage: Stage, parts: Parts) {
  const step = current(stage);
  return step && wordsOf(step.kind).next?.(parts);
}

// go -> open -> close -> reveal -> next turn or step: the one big button.
export function likely(stage: Stage, parts: Parts): Move {
  const { state, revealed } = stage.now;
  const step = current(stage);
  if (stage.ended) return "report";
  if (!step) return "go";
  if (state === "waiting" || state === "look") return "open";
  if (state === "open") return "close";
  if (!collects(step) && !revealed) return "reveal";
  if (nextTurn(stage, parts)) return "turn";
  return following(stage) ? "go" : "report";
}

// "bundels van stap 1", from the rule in the script: all, clustered, top(5,votes), field(x), chosen.
export function takes(stage: Stage, step: Step): string {
  if (!step.from) return "";
  if (step.from.session) return t("uit een eerdere sessie");
  const { step: source, rule } = step.from;
  const n = numberOf(stage, source);
  const top = rule.match(/^(top|lowest)\((\d+)/);
  if (top) return t("top {most} van stap {n}", { most: top[2], n });
  if (rule === "clustered") return t("bundels van stap {n}", { n });
  if (rule === "chosen") return t("gekozen uit stap {n}", { n });
  return t("kaarten van stap {n}", { n });
}

// The step of this session that `step` works on; null for a step of an earlier session.
export const sourceOf = (step: Step): string | null => (step.from && !step.from.session ? step.from.step : null);

// The collecting step whose cards `step` works on, however many steps ago; a collecting step is its own. None where the script itself lists them.
export function origin(stage: Stage, step: Step): Step | undefined {
  if (collects(step)) return step;
  const source = stage.steps.find((it) => it.id === sourceOf(step));
  return source && origin(stage, source);
}
