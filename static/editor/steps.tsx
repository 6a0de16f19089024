// The steps in their order: pick one, move it with buttons, Alt and the arrows, or by its grip; add, copy and take away, with the way back.
import { signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Grip, Icon, type IconName } from "../icons";
import { drag } from "../parts/drag";
import { nt, t } from "../words";
import { add, duplicate, forms, move, picked, remove, script, steps, undo, undoable, WHOLE } from "./draft";
import { inShort, pause } from "./form";
import { behind, leaning, mustTake } from "./links";
import { errors } from "./looking";
import { Choose } from "./choose";
import type { Raw } from "./shapes";

const MOST = 30;
const asking = signal<{ says: string; word: string; go(): void } | null>(null);
const choosing = signal(false);
const held = signal<number | null>(null);

const numbers = (which: number[]) => which.map((n) => t("stap {n}", { n: n + 1 })).join(t(" en "));

// What others take from a step stays with it, unless the facilitator says otherwise.
function wantToMove(from: number, to: number): void {
  if (to < 0 || to >= steps.value.length) return;
  const already = behind(steps.value, 0, 0);
  const broken = behind(steps.value, from, to).filter((n) => !already.includes(n));
  if (!broken.length) return move(from, to);
  asking.value = { says: t("Dan staat {steps} vóór de stap waar hij kaarten uit meeneemt.", { steps: numbers(broken) }), word: t("Toch verplaatsen"), go: () => move(from, to) };
}

function wantToRemove(n: number): void {
  const lean = leaning(steps.value, steps.value[n].id);
  if (!lean.length) return remove(n);
  asking.value = { says: nt("{steps} neemt iets mee uit deze stap, en pakt dan de stap die er het dichtst voor staat.", "{steps} nemen iets mee uit deze stap, en pakken dan de stap die er het dichtst voor staat.", lean.length, { steps: capital(numbers(lean)) }), word: t("Haal weg"), go: () => remove(n) };
}

const capital = (text: string) => text[0].toUpperCase() + text.slice(1);

export function Steps() {
  const list = useRef<HTMLOListElement>(null);
  const pick = (n: number) => {
    picked.value = n;
    asking.value = null;
  };
  const keys = (event: KeyboardEvent, n: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    if (event.altKey) wantToMove(n, n + by);
    else if (n + by >= WHOLE && n + by < steps.value.length) pick(n + by);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(".steps .cur .pick")?.focus());
  };
  return (
    <nav class="steps" aria-label={t("Stappen")}>
      <div class="scroll">
        <div class={picked.value === WHOLE ? "cur" : undefined}>
          <button type="button" class="pick" aria-current={picked.value === WHOLE ? "true" : undefined} onClick={() => pick(WHOLE)} onKeyDown={(event) => keys(event, WHOLE)}>
            <span class="i"><Icon name="note" /></span>
            <span>
              <b>{t("Het hele draaiboek")}</b>
              <small>{script.value.title}</small>
            </span>
            <Wrongs step={null} />
          </button>
        </div>
        <ol ref={list}>
          {steps.value.map((it, n) => (
            <Row key={it.id} it={it} n={n} pick={() => pick(n)} keys={(event) => keys(event, n)} grip={(event) => drag(event, list.current!, n, { held: (at) => (held.value = at), moved: wantToMove })} />
          ))}
        </ol>
      </div>
      <Asks />
      <Tools />
      {undoable.value && (
        <div class="undo">
          <p role="status">{undoable.value.said}</p>
          <button type="button" class="btn small" onClick={undo}>
            <Icon name="undo" /> {t("Maak ongedaan")}
          </button>
        </div>
      )}
      {choosing.value && <Choose onClose={() => (choosing.value = false)} onPick={(kind) => ((choosing.value = false), add(kind), toTitle())} />}
    </nav>
  );
}

const toTitle = () => requestAnimationFrame(() => document.querySelector<HTMLInputElement>("#step-title")?.select());

function Row({ it, n, pick, keys, grip }: { it: Raw; n: number; pick(): void; keys(event: KeyboardEvent): void; grip(event: PointerEvent): void }) {
  const current = picked.value === n;
  const needs = mustTake(forms.value, it) && !it.from;
  return (
    <li class={[current && "cur", held.value === n && "held"].filter(Boolean).join(" ") || undefined}>
      <button type="button" class="pick" aria-current={current ? "true" : undefined} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown" onClick={pick} onKeyDown={keys}>
        <span class="i">{n + 1}</span>
        <span>
          <b>{it.title || t("Zonder titel")}</b>
          <small>{[inShort(it), pause(it), needs && t("neemt nog niets mee")].filter(Boolean).join(", ")}</small>
        </span>
        <Wrongs step={n} />
      </button>
      <span class="grip" aria-hidden="true" onPointerDown={grip}>
        <Grip />
      </span>
    </li>
  );
}

function Wrongs({ step }: { step: number | null }) {
  const n = errors.value.filter((one) => one.step === step).length;
  if (!n) return null;
  return (
    <span class="state refused">
      <Icon name="warn" />
      {nt("{n} fout", "{n} fouten", n)}
    </span>
  );
}

function Asks() {
  const it = asking.value;
  if (!it) return null;
  return (
    <div class="asks" role="alert">
      <p>{it.says}</p>
      <div class="row">
        <button type="button" class="btn small main" onClick={() => ((asking.value = null), it.go())}>{it.word}</button>
        <button type="button" class="btn small" onClick={() => (asking.value = null)}>{t("Laat staan")}</button>
      </div>
    </div>
  );
}

function Tools() {
  const n = picked.value;
  const full = steps.value.length >= MOST;
  return (
    <div class="do">
      {n !== WHOLE && (
        <div class="four" role="group" aria-label={t("Stap {n}", { n: n + 1 })}>
          <Tool icon="up" word={t("Omhoog")} off={n === 0} press={() => wantToMove(n, n - 1)} />
          <Tool icon="down" word={t("Omlaag")} off={n === steps.value.length - 1} press={() => wantToMove(n, n + 1)} />
          <Tool icon="note" word={t("Kopie")} off={full} press={() => duplicate(n)} />
          <Tool icon="cross" word={t("Haal weg")} off={steps.value.length === 1} press={() => wantToRemove(n)} />
        </div>
      )}
      <button type="button" class="btn wide" aria-disabled={full ? "true" : undefined} onClick={() => !full && (choosing.value = true)}>
        <Icon name="plus" /> {full ? t("Meer dan {n} stappen kan niet", { n: MOST }) : t("Stap erbij")}
      </button>
    </div>
  );
}

function Tool({ icon, word, off, press }: { icon: IconName; word: string; off: boolean; press(): void }) {
  return (
    <button type="button" class="btn small" aria-disabled={off ? "true" : undefined} onClick={() => !off && press()}>
      <Icon name={icon} /> {word}
    </button>
  );
}
