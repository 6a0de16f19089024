// What somebody looks for in the catalogue, and which draaiboeken fit. It is there until the page goes.
import { signal } from "@preact/signals";
import { nt, t } from "../words";
import type { Method, Script, Setting } from "./owner";

export interface Looking {
  setting?: Setting;
  method?: Method;
  minutes?: number; // how long there is
  people?: number; // how many there are
}

export const looking = signal<Looking>({});

export type Wanted = keyof Looking;

export const WANTED: Wanted[] = ["setting", "method", "minutes", "people"];

export const settings = (): Record<Setting, string> => ({ kernteam: t("Kernteam"), studiedag: t("Studiedag"), gemeente: t("Gemeente") });

export const methods = (): Record<Method, string> => ({ welbevinden: t("Welbevinden"), borging: t("Borging"), veiligheid: t("Sociale veiligheid"), wegwijzer: t("Wegwijzer"), bouwsteen: t("Bouwsteen 3-A") });

export const fitting = (scripts: Script[], looking: Looking): Script[] => scripts.filter((script) => WANTED.every((wanted) => fits(script, wanted, looking[wanted])));

// A script that names no setting is for any.
function fits({ setting, methods, minutes, people: [least, most] }: Script, wanted: Wanted, value?: Looking[Wanted]): boolean {
  if (value === undefined) return true;
  if (wanted === "setting") return setting === null || setting === value;
  if (wanted === "method") return methods.includes(value as Method);
  if (wanted === "minutes") return minutes <= Number(value);
  return least <= Number(value) && Number(value) <= most;
}

// The wishes that something fits without, each with how many.
export function toDrop(scripts: Script[], looking: Looking): { wanted: Wanted; n: number }[] {
  const asked = WANTED.filter((wanted) => looking[wanted] !== undefined);
  return asked.map((wanted) => ({ wanted, n: fitting(scripts, { ...looking, [wanted]: undefined }).length })).filter(({ n }) => n > 0);
}

// "voor een kernteam", "in 60 minuten": the wish inside a sentence.
export function inWords(looking: Looking, wanted: Wanted): string {
  const { setting, method, minutes = 0, people = 0 } = looking;
  if (wanted === "setting") return { kernteam: t("voor een kernteam"), studiedag: t("voor een studiedag"), gemeente: t("voor een gemeente") }[setting!];
  if (wanted === "method") return t("over {method}", { method: methods()[method!] });
  if (wanted === "minutes") return t("in {minutes}", { minutes: lasting(minutes) });
  return nt("met {n} mens", "met {n} mensen", people);
}

// "90 minuten", "3 uur".
export const lasting = (n: number): string => (n % 60 === 0 && n > 60 ? t("{n} uur", { n: n / 60 }) : nt("{n} minuut", "{n} minuten", n));

export const groupOf = ([least, most]: [number, number]): string => t("{least} tot {most} mensen", { least, most });
