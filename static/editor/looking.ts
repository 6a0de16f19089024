// After every change the server looks: what is wrong, and what a phone would show. What somebody tries on that phone is asked again with it.
import { effect, signal } from "@preact/signals";
import { ask } from "../home/owner";
import type { Shown } from "../preview";
import { t } from "../words";
import { picked, script } from "./draft";
import type { Looked, Wrong } from "./shapes";

const PAUSE_MS = 250; // after the last key

export const errors = signal<Wrong[]>([]);
export const phone = signal<(Shown & { of: number }) | null>(null); // the last that could be shown, and of which step
export const dark = signal(false); // as the step is now, there is no phone to show
export const looking = signal(""); // why the server could not look

let tried: object[] = [];
let turn = 0;
let timer = 0;

export function watch(): void {
  let first = true;
  effect(() => {
    void script.value;
    void picked.value;
    tried = [];
    clearTimeout(timer);
    timer = setTimeout(look, first ? 0 : PAUSE_MS);
    first = false;
  });
}

export function tryOut(op: object): void {
  tried = [...tried, op];
  look();
}

async function look(): Promise<void> {
  const mine = ++turn;
  const step = picked.value < 0 ? null : picked.value;
  try {
    const looked: Looked = await ask("POST", "/api/draft", { script: script.value, step, ops: tried });
    if (mine !== turn) return;
    errors.value = looked.errors;
    if (looked.phone && step !== null) phone.value = { ...looked.phone, of: step };
    dark.value = !looked.phone;
    looking.value = "";
  } catch (error) {
    if (mine === turn) looking.value = (error as Error).message || t("De server geeft geen antwoord. Draait hij nog?");
  }
}

export const wrongAt = (step: number | null, keys: string[]): string[] => errors.value.filter((one) => one.step === step && keys.includes(one.key ?? "")).map((one) => one.said);
