// To and from the server: open a script, save it, give it out as a file, take one in. What was typed stays until it is saved.
import { signal } from "@preact/signals";
import { ask } from "../home/owner";
import { t } from "../words";
import { begin, change, dirty, file, forget, forms, picked, savedAs, script, steps, WHOLE } from "./draft";
import { errors } from "./looking";
import type { Forms, Opened, Raw } from "./shapes";

export interface Told {
  says: string;
  wrong?: boolean;
  lines?: string[]; // what is wrong with a file
  copy?: boolean; // it can be saved beside the other
  start?: boolean; // it stands on the start page
  drop?(): void; // the draft of before
}

export const told = signal<Told | null>(null);
export const busy = signal(false);

const complain = (error: unknown, more: Partial<Told> = {}) => (told.value = { says: (error as Error).message || t("De server geeft geen antwoord. Draait hij nog?"), wrong: true, ...more });

// ?script=ID is one of our own to go on with, ?copy=ID any script to begin from. Raises Error.
export async function open(): Promise<boolean> {
  const asked = new URLSearchParams(location.search);
  const copy = asked.get("copy");
  const id = asked.get("script") ?? copy ?? "kennismaken";
  const [made, opened]: [Forms, Opened] = await Promise.all([ask("GET", "/api/forms"), ask("GET", `/api/scripts/${encodeURIComponent(id)}`)]);
  forms.value = made;
  if (!opened.script) {
    told.value = { says: t("{file} is geen geldige TOML. Verbeter het bestand zelf en haal het hier op.", { file: `${id}.toml` }), wrong: true, lines: opened.wrong };
    return false;
  }
  const own = copy === null && opened.stamp !== null;
  const { id: _, ...rest } = opened.script;
  const raw = own ? opened.script : { ...rest, title: t("{title} (kopie)", { title: rest.title }) };
  const left = begin({ id: own ? id : null, stamp: own ? opened.stamp : null, script: raw }, own ? id : `copy.${id}`);
  if (left) told.value = { says: t("Dit typte je eerder en is nog niet bewaard."), drop: () => (forget(), told.value = null, begin({ id: own ? id : null, stamp: opened.stamp, script: raw }, own ? id : `copy.${id}`)) };
  addEventListener("beforeunload", (event) => dirty.value && event.preventDefault());
  return true;
}

export async function save(): Promise<void> {
  if (busy.value) return;
  if (errors.value.length) return void (told.value = { says: t("Er staat nog een fout in. Bij het veld staat wat er mis is. Wat je typte, blijft hier staan."), wrong: true });
  const { id, stamp } = file.value;
  await write(id ? () => ask("PUT", `/api/scripts/${id}`, { script: script.value, was: stamp }) : () => ask("POST", "/api/scripts", { script: bare() }), { copy: !!id });
}

export const saveCopy = (): Promise<void> => write(() => ask("POST", "/api/scripts", { script: bare() }), {});

async function write(send: () => Promise<{ id: string; stamp: string }>, refused: Partial<Told>): Promise<void> {
  busy.value = true;
  try {
    const { id, stamp } = await send();
    savedAs(id, stamp);
    history.replaceState(null, "", `/edit?script=${id}`);
    told.value = { says: t("Bewaard. Het draaiboek staat op de startpagina."), start: true };
  } catch (error) {
    complain(error, refused);
  }
  busy.value = false;
}

function bare(): Raw {
  const { id: _, ...rest } = script.value; // the server makes one from the title
  return rest;
}

export async function give(): Promise<void> {
  try {
    const { name, text } = await ask("POST", "/api/draft/toml", { script: script.value });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/toml" }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  } catch (error) {
    complain(error);
  }
}

export async function take(input: HTMLInputElement): Promise<void> {
  const [chosen] = input.files ?? [];
  if (!chosen) return;
  try {
    const said: { script?: Raw; wrong?: string[] } = await ask("POST", "/api/draft/read", { text: await chosen.text() });
    input.value = "";
    if (!said.script) return void (told.value = { says: t("{file} is geen geldige TOML.", { file: chosen.name }), wrong: true, lines: said.wrong });
    const before = script.value;
    change({ ...said.script, ...(file.value.id && { id: file.value.id }) });
    picked.value = steps.value.length ? 0 : WHOLE;
    told.value = { says: t("{file} staat op deze pagina. Bewaar om het te houden.", { file: chosen.name }), drop: () => ((told.value = null), change(before)) };
  } catch (error) {
    complain(error);
  }
}
