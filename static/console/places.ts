// The places cards lie in: the four levels of the pyramid, or the fields of the wall that a step's cards come from.
import { t } from "../words";
import type { Field, Kind, Stage, Step } from "../wire";
import { parts } from "./room";
import { collects, sourceOf } from "./steps";

export interface Place {
  id: string;
  name: string;
  number: number | string;
  shade: string; // the class of its colour, levels only
}

// From the top of the pyramid down is how it is drawn; this is from 1 to 4, how it is counted.
export function placesOf(stage: Stage, step: Step): Place[] {
  const source = withPlaces(stage, step);
  if (!source) return [];
  if (source.kind === "pyramid") return levels();
  const fields = source.id === step.id ? parts.value.config?.fields : source.config?.fields; // a kind may make them from other words of the script
  return (fields || []).map((field: Field, i: number) => ({ id: field.id, name: field.name || source.prompt || "", number: i + 1, shade: "" }));
}

// The nearest step back that has places of its own.
function withPlaces(stage: Stage, step: Step): Step | undefined {
  if (step.kind === "pyramid" || collects(step)) return step;
  const source = stage.steps.find(({ id }) => id === sourceOf(step));
  return source && withPlaces(stage, source);
}

function levels(): Place[] {
  const names = { foundation: t("Fundament"), base: t("Sterke basis"), extra: t("Extra"), intensive: t("Intensief") };
  return Object.entries(names).map(([id, name], i) => ({ id, name, number: i + 1, shade: `fac-level-${i + 1}` }));
}

export const placeKey = (kind: Kind | undefined): "level" | "field" => (kind === "pyramid" ? "level" : "field");
