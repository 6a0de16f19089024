// A setting that refers to one of the lists that come with us: shown by its name, and on request its lines to change.
import { nt, t } from "../words";
import { forms } from "./draft";
import type { Setting } from "./field";
import { Said } from "./field";

interface Ref {
  list: string;
  group?: string;
  names?: boolean;
}

export const isRef = (value: unknown): value is Ref => typeof value === "object" && value !== null && typeof (value as Ref).list === "string" && !("step" in value);

function linesOf(ref: Ref): string[] | undefined {
  const listed = forms.value.lists[ref.list];
  return ref.names ? Object.keys(listed?.groups ?? {}) : ref.group ? listed?.groups[ref.group] : listed?.items;
}

// Lines of one's own, or one of our lists.
export function TakeList({ field, set, id }: Setting) {
  const fit = Object.entries(forms.value.lists).filter(([, one]) => one.items.length <= (field.most ?? Infinity));
  return (
    <select class="take" id={`${id}-list`} aria-label={t("Of neem een lijst")} value="" onChange={(event) => set({ list: event.currentTarget.value })}>
      <option value="">{t("Of neem een lijst …")}</option>
      {fit.map(([name, one]) => (
        <option key={name} value={name}>{one.title} ({one.items.length})</option>
      ))}
    </select>
  );
}

export function FromList({ field, value, set, id, wrong }: Setting) {
  const lines = linesOf(value);
  const title = [forms.value.lists[value.list]?.title ?? value.list, value.group].filter(Boolean).join(", ");
  return (
    <fieldset class="field" id={id}>
      <legend>{field.label}</legend>
      <p>
        {t("Lijst: {title}", { title })} {lines && <span class="soft">{nt("({n} regel)", "({n} regels)", lines.length)}</span>}
      </p>
      {lines && (
        <button type="button" class="btn small" onClick={() => set(lines)}>
          {t("Maak er eigen regels van")}
        </button>
      )}
      <Said id={id} wrong={wrong} />
    </fieldset>
  );
}
