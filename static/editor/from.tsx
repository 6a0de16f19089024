// What a step works on: cards of an earlier step, by a rule in words; and which step's result stands beside it. What comes from an earlier session stays as it is.
import { nt, t } from "../words";
import { forms, picked, put, steps } from "./draft";
import { Around, described, Said, type Setting } from "./field";
import { expected, gives, most, placesOf, rulesOf } from "./links";
import type { Raw } from "./shapes";

const PARTS = /^(\w+)\(([^,)]*)(?:,\s*(\w+))?\)$/;

// "top(5,votes)" -> { rule: "top(n,votes)", n: "5" }; "field(goed)" -> { rule: "field(name)", place: "goed" }
function parsed(text: string): { rule: string; n?: string; place?: string } {
  const [, name, first, by] = PARTS.exec(text) ?? [];
  if (!name) return { rule: text };
  return name === "field" ? { rule: "field(name)", place: first } : { rule: `${name}(n,${by})`, n: first };
}

const filled = (rule: string, n: string, place: string) => rule.replace("(n,", `(${n},`).replace("(name)", `(${place})`);

const numbered = (step: Raw) => t("Stap {n}: {title}", { n: steps.value.indexOf(step) + 1, title: step.title ?? "" });

export function From({ field, value, set, id, wrong }: Setting) {
  const here = steps.value[picked.value];
  const earlier = steps.value.slice(0, picked.value);
  const givers = earlier.filter((one) => gives(forms.value, one));
  const origin = earlier.find((one) => one.id === value?.step);
  const limit = most(forms.value, here);
  if (value?.session) return <Elsewhere id={id} label={field.label} says={t("Uit een eerdere sessie met “{script}”, stap “{step}”.", { script: value.session, step: value.step })} remove={() => set(undefined)} wrong={wrong} />;
  const take = (step: Raw | undefined) => set(step && expected(forms.value, step, here));
  const help = limit ? t("Op één telefoon passen er hoogstens {n}.", { n: limit }) : undefined;
  return (
    <fieldset class="field from" id={id}>
      <legend>{field.label}</legend>
      <select aria-label={t("Kaarten van")} value={origin?.id ?? (value ? "?" : "")} onChange={(event) => take(givers.find((one) => one.id === event.currentTarget.value))} {...described(id, help, wrong)}>
        <option value="">{t("Niets")}</option>
        {value && !origin && <option value="?">{t("Een stap die er niet (meer) voor staat")}</option>}
        {givers.map((one) => (
          <option key={one.id} value={one.id}>{numbered(one)}</option>
        ))}
      </select>
      {origin && <Rule origin={origin} value={value} set={set} />}
      <Said id={id} help={help} wrong={wrong} />
    </fieldset>
  );
}

function Rule({ origin, value, set }: { origin: Raw; value: Raw; set(value: unknown): void }) {
  const { rule, n, place } = parsed(value.rule ?? "");
  const places = placesOf(forms.value, origin);
  const ballots: Raw[] = origin.config?.ballots ?? [];
  const known = rulesOf(origin);
  const to = (next: string, m = n ?? "5", at = place ?? String(places[0]?.value ?? "")) =>
    set({ ...put(value, "ballot", next === "top(n,votes)" ? (value.ballot ?? ballots[0]?.id) : undefined), rule: filled(next, m, at) });
  return (
    <div class="row rule">
      <select class="wide" aria-label={t("Welke kaarten")} value={rule} onChange={(event) => to(event.currentTarget.value)}>
        {!known.includes(rule) && <option value={rule}>{t("een regel die hier niet past")}</option>}
        {known.map((one) => (
          <option key={one} value={one}>{forms.value.rules.find((it) => it.rule === one)!.label.replace("{n}", one === rule ? (n ?? "…") : "…")}</option>
        ))}
      </select>
      {n !== undefined && <input type="number" min={1} max={60} aria-label={t("Hoeveel")} value={n} onInput={(event) => to(rule, event.currentTarget.value || "1")} />}
      {place !== undefined && (
        <select aria-label={t("Waar")} value={place} onChange={(event) => to(rule, n, event.currentTarget.value)}>
          {!places.some((one) => one.value === place || one.label === place) && <option value={place}>{place}</option>}
          {places.map((one) => (
            <option key={one.label} value={String(one.label === place ? place : one.value)}>{one.label}</option>
          ))}
        </select>
      )}
      {rule === "top(n,votes)" && ballots.length > 0 && (
        <select aria-label={t("Stemronde")} value={value.ballot ?? ""} onChange={(event) => set({ ...value, ballot: event.currentTarget.value })}>
          {!ballots.some((one) => one.id === value.ballot) && <option value={value.ballot ?? ""}>{t("Kies een stemronde")}</option>}
          {ballots.map((one) => (
            <option key={one.id} value={one.id}>{one.name}</option>
          ))}
        </select>
      )}
      {value.points && <p class="small soft">{t("De stap werkt met de punten van wat je kiest: {list}.", { list: typeof value.points === "string" ? (forms.value.lists[value.points]?.title ?? value.points) : nt("{n} groep", "{n} groepen", value.points.length) })}</p>}
    </div>
  );
}

export function Beside({ field, value, set, id, wrong }: Setting) {
  const earlier = steps.value.slice(0, picked.value);
  const elsewhere: { session: string; step: string }[] = typeof value === "object" ? [value].flat() : [];
  const says = elsewhere.map(({ session, step }) => t("Wat een eerdere sessie met “{script}” vond in stap “{step}”.", { script: session, step })).join(t(" Of: "));
  if (says) return <Elsewhere id={id} label={field.label} says={says} remove={() => set(undefined)} wrong={wrong} />;
  return (
    <Around id={id} label={field.label} help={field.help} wrong={wrong}>
      <select id={id} value={value ?? ""} onChange={(event) => set(event.currentTarget.value || undefined)} {...described(id, field.help, wrong)}>
        <option value="">{t("Niets")}</option>
        {value && !earlier.some((one) => one.id === value) && <option value={value}>{t("Een stap die er niet (meer) voor staat")}</option>}
        {earlier.map((one) => (
          <option key={one.id} value={one.id}>{numbered(one)}</option>
        ))}
      </select>
    </Around>
  );
}

function Elsewhere({ id, label, says, remove, wrong }: { id: string; label: string; says: string; remove(): void; wrong?: string[] }) {
  return (
    <fieldset class="field" id={id}>
      <legend>{label}</legend>
      <p>{says}</p>
      <button type="button" class="btn small" onClick={remove}>{t("Laat dit weg")}</button>
      <Said id={id} wrong={wrong} />
    </fieldset>
  );
}
