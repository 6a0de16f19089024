// One setting of a script or a step, drawn by its type. A value that cannot be is kept as it was typed: the server says what is wrong with it.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { State } from "../parts/button";
import { t } from "../words";
import { put } from "./draft";
import { Arranged } from "./arranged";
import { FromList, isRef, TakeList } from "./listed";
import { Rows } from "./rows";
import type { Field, Raw } from "./shapes";

export interface Setting {
  field: Field;
  value: any;
  set(value: unknown): void;
  id: string; // of its input
  around: Raw; // the settings beside it: what it may point to
  roles: string[];
  wrong?: string[];
}

export function Fields({ fields, values, set, id, roles, wrongOf }: { fields: Field[]; values: Raw; set(values: Raw): void; id: string; roles: string[]; wrongOf?(key: string): string[] }) {
  return (
    <>
      {fields.map((field) => (
        <One key={field.key} field={field} value={values[field.key]} set={(value) => set(put(values, field.key, value, field.default))} id={`${id}-${field.key}`} around={values} roles={roles} wrong={wrongOf?.(field.key)} />
      ))}
    </>
  );
}

export function One(setting: Setting) {
  const { field, value } = setting;
  if (isRef(value)) return <FromList {...setting} />;
  switch (field.type) {
    case "check":
      return field.text ? <CheckOrText {...setting} /> : <Check {...setting} />;
    case "several":
      return <Several {...setting} />;
    case "rows":
      return <Rows {...setting} />;
    case "group":
      return <Group {...setting} />;
    case "span":
      return <Span {...setting} />;
    case "arranged":
      return <Arranged {...setting} />;
    case "map":
      return <Mapped {...setting} />;
    case "texts":
      return <Texts {...setting} />;
    default:
      return <Plain {...setting} />;
  }
}

export function Around({ id, label, help, wrong, children, note, narrow }: { id: string; label: string; help?: string; wrong?: string[]; children: ComponentChildren; note?: string; narrow?: boolean }) {
  return (
    <div class={narrow ? "field narrow" : "field"}>
      <label for={id}>
        {label} {note && <span class="soft">{note}</span>}
      </label>
      {children}
      <Said id={id} help={help} wrong={wrong} />
    </div>
  );
}

export function Said({ id, help, wrong }: { id: string; help?: string; wrong?: string[] }) {
  return (
    <>
      {help && <p class="small soft" id={`${id}-help`}>{help}</p>}
      {!!wrong?.length && (
        <p class="wrongs" id={`${id}-wrong`}>
          {wrong.map((said) => (
            <State key={said} as="refused">{said}</State>
          ))}
        </p>
      )}
    </>
  );
}

export const described = (id: string, help?: string, wrong?: string[]) => ({
  "aria-describedby": [help && `${id}-help`, wrong?.length && `${id}-wrong`].filter(Boolean).join(" ") || undefined,
  "aria-invalid": wrong?.length ? ("true" as const) : undefined,
});

function Plain({ field, value, set, id, around, wrong }: Setting) {
  const { label, help } = field;
  const says = described(id, help, wrong);
  if (field.type === "number") {
    const typed = (text: string) => set(text.trim() === "" ? undefined : Number.isInteger(Number(text)) ? Number(text) : text);
    return (
      <Around id={id} label={label} help={help} wrong={wrong} narrow>
        <input id={id} type="number" min={field.least ?? undefined} max={field.most ?? undefined} value={value ?? (field.empty && field.default === undefined ? "" : (field.default ?? ""))} onInput={(event) => typed(event.currentTarget.value)} {...says} />
      </Around>
    );
  }
  if (field.type === "choice" || field.type === "pick") {
    const options = field.options ?? (around[field.among!] ?? []).map((name: string) => ({ value: name, label: name }));
    const at = options.findIndex((one: { value: unknown }) => one.value === (value ?? field.default));
    const none = field.empty || field.type === "pick";
    return (
      <Around id={id} label={label} help={help} wrong={wrong}>
        <select id={id} value={String(at)} onChange={(event) => set(options[Number(event.currentTarget.value)]?.value)} {...says}>
          {(none || at < 0) && <option value="-1">{at < 0 && value !== undefined ? JSON.stringify(value) : (field.none ?? t("Geen"))}</option>}
          {options.map((one: { label: string }, n: number) => (
            <option key={one.label} value={String(n)}>{one.label}</option>
          ))}
        </select>
      </Around>
    );
  }
  const text = typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
  const left = field.most ? field.most - text.length : Infinity;
  const note = left < 20 ? (left < 0 ? t("{n} te veel", { n: -left }) : t("nog {n}", { n: left })) : undefined;
  const typed = (event: { currentTarget: { value: string } }) => set(event.currentTarget.value || undefined);
  return (
    <Around id={id} label={label} help={help} wrong={wrong} note={note}>
      {field.long ? <textarea id={id} rows={Math.min(6, 2 + Math.floor(text.length / 90))} value={text} onInput={typed} {...says} /> : <input id={id} type="text" value={text} onInput={typed} autocomplete="off" {...says} />}
    </Around>
  );
}

function Check({ field, value, set, id, wrong }: Setting) {
  return (
    <div class="field">
      <label class="check">
        <input id={id} type="checkbox" checked={value ?? field.default} onChange={(event) => set(event.currentTarget.checked)} {...described(id, field.help, wrong)} />
        <span>{field.label}</span>
      </label>
      <Said id={id} help={field.help} wrong={wrong} />
    </div>
  );
}

function CheckOrText({ field, value, set, id, wrong }: Setting) {
  const on = !!value;
  return (
    <div class="field">
      <label class="check">
        <input id={id} type="checkbox" checked={on} onChange={(event) => set(event.currentTarget.checked)} />
        <span>{field.label}</span>
      </label>
      {on && (
        <input type="text" aria-label={t("In eigen woorden")} placeholder={t("In eigen woorden (mag leeg)")} value={typeof value === "string" ? value : ""} onInput={(event) => set(event.currentTarget.value || true)} {...described(id, field.help, wrong)} />
      )}
      <Said id={id} help={field.help} wrong={wrong} />
    </div>
  );
}

function Several({ field, value, set, id, around, roles, wrong }: Setting) {
  const known = field.options ?? (field.among === "roles" ? roles : (around[field.among!] ?? [])).map((name: string) => ({ value: name, label: name }));
  const chosen: unknown[] = Array.isArray(value) ? value : (field.default ?? []);
  const options = [...known, ...chosen.filter((one) => !known.some((it: { value: unknown }) => it.value === one)).map((one) => ({ value: one, label: String(one) }))];
  const flip = (one: unknown) => set(options.map((it) => it.value).filter((it) => (it === one ? !chosen.includes(it) : chosen.includes(it))));
  if (!options.length) return null;
  return (
    <fieldset class="field" id={id}>
      <legend>{field.label}</legend>
      <div class="checks">
        {options.map((one) => (
          <label class="check" key={one.label}>
            <input type="checkbox" checked={chosen.includes(one.value)} onChange={() => flip(one.value)} />
            <span>{one.label}</span>
          </label>
        ))}
      </div>
      <Said id={id} help={field.help} wrong={wrong} />
    </fieldset>
  );
}

function Texts(setting: Setting) {
  const { field, value, set, id, wrong } = setting;
  const lines: string[] = Array.isArray(value) ? value : (field.default ?? []);
  const [typed, type] = useState<string | null>(null); // with the empty line that somebody is about to fill
  const parsed = (text: string) => text.split("\n").map((line) => line.trim()).filter(Boolean);
  const text = typed !== null && JSON.stringify(parsed(typed)) === JSON.stringify(lines) ? typed : lines.join("\n");
  const input = (now: string) => {
    type(now);
    set(parsed(now).length || field.required ? parsed(now) : undefined);
  };
  const long = lines.findIndex((line) => typeof field.long === "number" && line.length > field.long);
  const most = field.most && lines.length >= field.most - 1 ? t("{n} van hoogstens {most}", { n: lines.length, most: field.most }) : lines.length > 1 ? String(lines.length) : undefined;
  const said = [...(wrong ?? []), ...(long >= 0 ? [t("Regel {n} is te lang: hoogstens {most} tekens.", { n: long + 1, most: field.long as number })] : [])];
  return (
    <Around id={id} label={field.label} help={field.help} wrong={said} note={most}>
      <textarea id={id} rows={Math.max(2, Math.min(12, lines.length + 1))} value={text} onInput={(event) => input(event.currentTarget.value)} {...described(id, field.help, said)} />
      {field.key === "items" && !lines.length && <TakeList {...setting} />}
    </Around>
  );
}

// One that may be left out shows its settings once it is asked for.
function Group({ field, value, set, id, around, roles, wrong }: Setting) {
  const ask = field.empty && (
    <label class="check">
      <input type="checkbox" checked={value !== undefined} onChange={(event) => set(event.currentTarget.checked ? {} : undefined)} />
      <span>{t("Ja, dit wil ik")}</span>
    </label>
  );
  return (
    <fieldset class="field group" id={id}>
      <legend>{field.label}</legend>
      {ask}
      {(!field.empty || value !== undefined) && <Fields fields={field.fields!} values={value ?? {}} set={(next) => set(field.empty ? next : emptied(next))} id={id} roles={around.roles ?? roles} />}
      <Said id={id} help={field.help} wrong={wrong} />
    </fieldset>
  );
}

// A smallest and a largest number.
function Span({ field, value, set, id, wrong }: Setting) {
  const pair: unknown[] = Array.isArray(value) ? value : field.default;
  const typed = (at: number, text: string) => set(pair.map((one, n) => (n === at ? Number(text) || 0 : one)));
  return (
    <fieldset class="field" id={id}>
      <legend>{field.label}</legend>
      <div class="row">
        <input type="number" min={1} aria-label={t("Kleinste")} value={pair[0] as number} onInput={(event) => typed(0, event.currentTarget.value)} {...described(id, field.help, wrong)} />
        <span>{t("tot")}</span>
        <input type="number" min={1} aria-label={t("Grootste")} value={pair[1] as number} onInput={(event) => typed(1, event.currentTarget.value)} {...described(id, field.help, wrong)} />
      </div>
      <Said id={id} help={field.help} wrong={wrong} />
    </fieldset>
  );
}

// Something said of each of the words of another setting: by the word itself, or by its number where that setting lists questions.
function Mapped({ field, value, set, id, around, roles, wrong }: Setting) {
  const words: string[] = Array.isArray(around[field.keys!]) ? around[field.keys!] : [];
  const numbered = field.keys === "items";
  const rows = numbered ? (words.length ? words.map((word, n) => [String(n + 1), word]) : [["", t("De vraag van deze stap")]]) : words.map((word) => [word, word]);
  return (
    <fieldset class="field group" id={id}>
      <legend>{field.label}</legend>
      {rows.map(([key, word]) => (
        <One key={key} field={{ ...field.of!, key, label: word }} value={value?.[key]} set={(next) => set(emptied(put(value ?? {}, key, next)))} id={`${id}-${key || "0"}`} around={around} roles={roles} />
      ))}
      <Said id={id} help={field.help} wrong={wrong} />
    </fieldset>
  );
}

const emptied = (map: Raw): Raw | undefined => (Object.keys(map).length ? map : undefined);
