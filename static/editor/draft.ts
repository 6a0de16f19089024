// The draft: the script as it is now, which part of it is on the table, and what may be done with its steps. Every change is kept on this computer until it is saved.
import { computed, signal } from "@preact/signals";
import { t } from "../words";
import { follow, joined, ready, renamed } from "./links";
import type { Forms, Raw } from "./shapes";

export const WHOLE = -1; // the script itself, not one of its steps

export const forms = signal<Forms>(null!);
export const script = signal<Raw>({});
export const picked = signal(WHOLE);
export const file = signal<{ id: string | null; stamp: string | null; was: Raw }>({ id: null, stamp: null, was: {} }); // id null: not saved yet; was: what it began from
export const undoable = signal<{ said: string; script: Raw; picked: number } | null>(null); // the last act on the steps
const saved = signal("");

export const steps = computed<Raw[]>(() => script.value.steps ?? []);
export const step = computed<Raw | undefined>(() => steps.value[picked.value]);
export const dirty = computed(() => JSON.stringify(script.value) !== saved.value);
export const total = computed(() => lasts(script.value));

let shelf = "";

export const lasts = (it: Raw): number => (it.steps ?? []).reduce((sum: number, one: Raw) => sum + whole(one.minutes) + whole(one.break_after), 0);
const whole = (n: unknown): number => (Number.isInteger(n) ? (n as number) : 0);

// -> whether something typed earlier, and not saved, lies on the table.
export function begin(opened: { id: string | null; stamp: string | null; script: Raw }, kept: string): boolean {
  shelf = `werksessie.editor.${kept}`;
  const summed = { ...opened.script, minutes: lasts(opened.script) };
  const left = recalled();
  file.value = { id: opened.id, stamp: left?.stamp ?? opened.stamp, was: opened.script };
  script.value = left?.script ?? summed;
  saved.value = JSON.stringify(summed);
  picked.value = steps.value.length ? 0 : WHOLE;
  return !!left && dirty.value;
}

export function savedAs(id: string, stamp: string): void {
  forget();
  shelf = `werksessie.editor.${id}`;
  script.value = { ...script.value, id };
  file.value = { id, stamp, was: script.value };
  saved.value = JSON.stringify(script.value);
}

export function forget(): void {
  try {
    localStorage.removeItem(shelf);
  } catch {
    return; // nothing was kept
  }
}

function recalled(): { script: Raw; stamp: string | null } | null {
  try {
    return JSON.parse(localStorage.getItem(shelf) ?? "null");
  } catch {
    return null;
  }
}

export function change(next: Raw): void {
  script.value = { ...next, minutes: lasts(next) };
  undoable.value = null;
  try {
    localStorage.setItem(shelf, JSON.stringify({ script: script.value, stamp: file.value.stamp }));
  } catch {
    return; // no room: it lives as long as the page
  }
}

// A value that says what goes without saying is left out of the file.
export function put(into: Raw, key: string, value: unknown, normal?: unknown): Raw {
  const { [key]: _, ...rest } = into;
  const says = value !== undefined && JSON.stringify(value) !== JSON.stringify(normal);
  return says ? { ...into, [key]: value } : rest;
}

export function changeStep(next: Raw, n = picked.value): void {
  change(follow(script.value, n, next));
}

function act(said: string, next: Raw[], at: number): void {
  const before = { said, script: script.value, picked: picked.value };
  change({ ...script.value, steps: next });
  picked.value = at;
  undoable.value = before;
}

export function undo(): void {
  const back = undoable.value!;
  change(back.script);
  picked.value = back.picked;
}

export function move(from: number, to: number): void {
  if (to < 0 || to >= steps.value.length || to === from) return;
  const next = [...steps.value];
  next.splice(to, 0, ...next.splice(from, 1));
  act(t("“{title}” is nu stap {n}.", { title: steps.value[from].title, n: to + 1 }), next, to);
}

export function add(kind: string): void {
  const at = picked.value === WHOLE ? steps.value.length : picked.value + 1;
  const made = ready(forms.value, script.value, at, { id: fresh(forms.value.kinds[kind].name), kind, ...forms.value.kinds[kind].start });
  act(t("Stap {n} is erbij.", { n: at + 1 }), [...steps.value.slice(0, at), made, ...steps.value.slice(at)], at);
}

export function duplicate(n: number): void {
  const copy = { ...steps.value[n], id: fresh(steps.value[n].id) };
  act(t("Stap {n} is een kopie.", { n: n + 2 }), [...steps.value.slice(0, n + 1), copy, ...steps.value.slice(n + 1)], n + 1);
}

// Who took cards from it takes them from another step, or from none.
export function remove(n: number): void {
  const gone = steps.value[n];
  act(t("“{title}” is weg.", { title: gone.title }), joined(forms.value, script.value, n), Math.min(n, steps.value.length - 2));
}

// What the step is turns into another kind; its title, question and minutes stay. Its cue spoke of the old kind.
export function turn(kind: string): void {
  const { config: _, cue: __, ...rest } = step.value!;
  const { name, start } = forms.value.kinds[kind];
  const next = { ...rest, id: fresh(name), kind, ...(start.config && { config: start.config }) };
  const turned = renamed(script.value, picked.value, ready(forms.value, script.value, picked.value, next));
  act(t("Stap {n} is nu {kind}.", { n: picked.value + 1, kind: name.toLowerCase() }), turned.steps, picked.value);
}

function fresh(word: string): string {
  const plain = slug(word).replace(/-\d+$/, "").slice(0, 28) || "stap";
  const taken = new Set(steps.value.map((one) => one.id));
  for (let n = 1; ; n++) if (!taken.has(n === 1 ? plain : `${plain}-${n}`)) return n === 1 ? plain : `${plain}-${n}`;
}

// As in facilitator/library.py: small letters, digits and dashes, beginning with a letter.
export const slug = (text: string): string =>
  text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+|-+$/g, "").slice(0, 32);
