// What ties steps together: which step takes cards along from which, and what becomes of that when a step goes, moves or changes.
import type { Forms, KindForm, Option, Raw } from "./shapes";

const kindOf = (forms: Forms, step: Raw): KindForm | undefined => forms.kinds[step?.kind];

export const gives = (forms: Forms, step: Raw): boolean => !!kindOf(forms, step)?.gives && step.keep !== false;
export const carries = (forms: Forms, step: Raw): boolean => !!kindOf(forms, step)?.carries;
export const mustTake = (forms: Forms, step: Raw): boolean => carries(forms, step) && kindOf(forms, step)!.least > 0 && most(forms, step) !== null && !step.config?.items;

export function most(forms: Forms, step: Raw): number | null {
  const takes = kindOf(forms, step)?.takes ?? { "": null };
  return takes[step.config?.mode ?? Object.keys(takes)[0]] ?? null;
}

// The rules that a step has something for; the server judges (sessions/reading.py).
export function rulesOf(origin: Raw | undefined): string[] {
  if (!origin) return [];
  const buckets = !!origin.config?.buckets?.length;
  const fits: Record<string, boolean> = {
    "top(n,votes)": origin.kind === "vote",
    "top(n,rank)": origin.kind === "order" && !buckets,
    "top(n,median)": origin.kind === "scale",
    "lowest(n,median)": origin.kind === "scale",
    "widest(n,spread)": ["scale", "poll"].includes(origin.kind) || buckets,
    "field(name)": ["wall", "pyramid"].includes(origin.kind) || buckets,
  };
  return ["top(n,votes)", "top(n,rank)", "top(n,median)", "lowest(n,median)", "widest(n,spread)", "all", "clustered", "field(name)", "chosen"].filter((rule) => fits[rule] ?? true);
}

export function placesOf(forms: Forms, origin: Raw): Option[] {
  if (origin.kind === "pyramid") return forms.levels;
  if (origin.kind === "wall") return (origin.config?.fields ?? []).map((one: Raw) => ({ value: one.id, label: one.name }));
  return (origin.config?.buckets ?? []).map((name: string) => ({ value: name, label: name }));
}

// The rule one would expect, with a number that the step can carry.
export function expected(forms: Forms, origin: Raw, step: Raw): Raw {
  const [first] = rulesOf(origin);
  const rule = first.startsWith("top") || first.startsWith("widest") ? first : "clustered";
  const ballots: Raw[] = origin.config?.ballots ?? [];
  const n = Math.min(5, most(forms, step) ?? 5);
  return { step: origin.id, rule: rule.replace("(n", `(${n}`), ...(rule.includes("votes") && ballots.length && { ballot: ballots[ballots.length - 1].id }) };
}

// A step at this place, with cards to work on where it needs them.
export function ready(forms: Forms, script: Raw, at: number, step: Raw): Raw {
  const { from, ...rest } = step;
  if (!carries(forms, step)) return rest;
  if (from || step.config?.items || !(mustTake(forms, step) || step.kind === "plan")) return step;
  const origin = nearest(forms, script.steps, at);
  return origin ? { ...step, from: expected(forms, origin, step) } : step;
}

const nearest = (forms: Forms, steps: Raw[], before: number): Raw | undefined => steps.slice(0, before).reverse().find((one) => gives(forms, one));

// Numbers of the steps that take cards from this one or show it beside them.
export const leaning = (steps: Raw[], id: string): number[] => steps.flatMap((one, n) => (refers(one, id) ? [n] : []));
const refers = (step: Raw, id: string): boolean => (step.from && !step.from.session && step.from.step === id) || step.beside === id;

// Which steps would stand before what they take from, if `from` moved to `to`.
export function behind(steps: Raw[], from: number, to: number): number[] {
  const next = [...steps];
  next.splice(to, 0, ...next.splice(from, 1));
  const at = new Map(next.map((one, n) => [one.id, n]));
  return next.flatMap((one, n) => ([one.from?.session ? null : one.from?.step, one.beside].some((id) => typeof id === "string" && (at.get(id) ?? -1) >= n) ? [steps.indexOf(one)] : []));
}

// The steps without number n; what leaned on it leans on the nearest step that can give cards.
export function joined(forms: Forms, script: Raw, n: number): Raw[] {
  const { id } = script.steps[n];
  const left: Raw[] = script.steps.filter((_: Raw, m: number) => m !== n);
  return left.map((one, m) => {
    if (!refers(one, id)) return one;
    const { from, beside, ...rest } = one;
    const origin = nearest(forms, left, m);
    const again = from && from.step === id ? origin && expected(forms, origin, one) : from;
    return { ...rest, ...(again && { from: again }), ...(beside && beside !== id && { beside }) };
  });
}

// The script with step n changed; who points to a ballot, a field or a role that has another id now points to the new one.
export function follow(script: Raw, n: number, next: Raw): Raw {
  const renamed = renames(script.steps[n].config ?? {}, next.config ?? {});
  const steps = script.steps.map((one: Raw, m: number) => (m === n ? next : one.from?.step === next.id && !one.from.session ? { ...one, from: { ...one.from, ...again(one.from, renamed) } } : one));
  return { ...script, steps };
}

// The script with another step in the place of number n: who leaned on the old one leans on the new one.
export function renamed(script: Raw, n: number, next: Raw): Raw {
  const { id } = script.steps[n];
  const steps = script.steps.map((one: Raw, m: number) => {
    if (m === n) return next;
    const { from, beside } = one;
    return { ...one, ...(from && !from.session && from.step === id && { from: { ...from, step: next.id } }), ...(beside === id && { beside: next.id }) };
  });
  return { ...script, steps };
}

function again(from: Raw, renamed: Map<string, string>): Raw {
  const place = /^field\((.*)\)$/.exec(from.rule)?.[1];
  return { ...(renamed.has(from.ballot) && { ballot: renamed.get(from.ballot) }), ...(place && renamed.has(place) && { rule: `field(${renamed.get(place)})` }) };
}

// One id that went where one came: it was renamed.
function renames(before: Raw, after: Raw): Map<string, string> {
  const found = new Map<string, string>();
  for (const key of ["ballots", "fields", "buckets"]) {
    const [old, now] = [before, after].map((config) => (config[key] ?? []).map((one: any) => one.id ?? one));
    const gone = old.filter((id: string) => !now.includes(id));
    const came = now.filter((id: string) => !old.includes(id));
    if (gone.length === 1 && came.length === 1) found.set(gone[0], came[0]);
  }
  return found;
}
