// The form of what is on the table: a step, or the script itself. Which settings there are comes from the server.
import type { ComponentChildren } from "preact";
import { State } from "../parts/button";
import { minutes, nt, t } from "../words";
import { change, changeStep, forms, picked, put, script, step, turn } from "./draft";
import { Around, described, Fields, One } from "./field";
import { Beside, From } from "./from";
import { most } from "./links";
import { errors, wrongAt } from "./looking";
import type { Field, Raw } from "./shapes";

const TIMES = ["minutes", "timer", "break_after"];
const TAKING_PART = ["opens", "device", "anonymous", "ask_role", "only", "moderate", "keep"];
const OF_FROM = ["from", "rule", "ballot", "session", "step"];

const named = (fields: Field[], keys: string[]) => keys.flatMap((key) => fields.filter((one) => one.key === key));

export function Form() {
  return <div class="form scroll" key={picked.value}>{step.value ? <OfStep it={step.value} /> : <OfScript />}</div>;
}

function OfScript() {
  const fields = forms.value.script;
  const roles: string[] = script.value.roles ?? [];
  const some = (...keys: string[]) => (
    <Fields fields={named(fields, keys)} values={script.value} set={change} id="script" roles={roles} wrongOf={(key) => wrongAt(null, [key])} />
  );
  return (
    <>
      <h1 tabIndex={-1}>{t("Het hele draaiboek")}</h1>
      <Left step={null} shown={fields.map((one) => one.key)} />
      {some("title", "summary")}
      <Part title={t("Voor wie")}>
        <div class="pair">{some("setting", "people")}</div>
        {some("audience", "methods")}
      </Part>
      <Part title={t("Wat je nodig hebt en wat het oplevert")}>{some("needs", "leaves")}</Part>
      <Part title={t("Rollen en veiligheid")}>{some("roles", "safety", "confidant")}</Part>
      {some("words")}
    </>
  );
}

function OfStep({ it }: { it: Raw }) {
  const n = picked.value;
  const kind = forms.value.kinds[it.kind];
  const roles: string[] = script.value.roles ?? [];
  const config: Raw = it.config ?? {};
  const own = kind?.fields ?? [];
  const items = own.filter((one) => one.key === "items" && (config.items || (!it.from && most(forms.value, it) !== null)));
  const settings = own.filter((one) => one.key !== "items");
  const ofConfig = new Set(own.map((one) => one.key));
  const wrongOf = (key: string) => wrongAt(n, [key]);
  const setConfig = (next: Raw) => changeStep(put(it, "config", next, {}));
  const some = (keys: string[]) => <Fields fields={named(forms.value.step, keys)} values={it} set={changeStep} id="step" roles={roles} wrongOf={(key) => (ofConfig.has(key) ? [] : wrongOf(key))} />;
  const [from, beside, cue] = named(forms.value.step, ["from", "beside", "cue"]);
  const link = (key: string) => (value: unknown) => changeStep(put(it, key, value));
  return (
    <>
      <h1 tabIndex={-1}>
        <span class="soft">{t("Stap {n}", { n: n + 1 })}</span> {it.title}
      </h1>
      <Left step={n} shown={[...forms.value.step.map((one) => one.key), ...OF_FROM, ...ofConfig, ...cue.fields!.map((one) => one.key), "kind"]} />
      <KindOf it={it} wrong={wrongOf("kind")} />
      {some(["title", "prompt"])}
      <div class="pair three">{some(TIMES)}</div>
      <Part title={t("Waar het over gaat")}>
        {kind?.carries && <From field={from} value={it.from} set={link("from")} id="step-from" around={it} roles={roles} wrong={wrongAt(n, ofConfig.has("points") ? OF_FROM : [...OF_FROM, "points"])} />}
        <Fields fields={items} values={config} set={setConfig} id="config" roles={roles} wrongOf={wrongOf} />
        <Beside field={beside} value={it.beside} set={link("beside")} id="step-beside" around={it} roles={roles} wrong={wrongOf("beside")} />
      </Part>
      {settings.length > 0 && (
        <Part title={t("Instellingen van {kind}", { kind: kind.name.toLowerCase() })}>
          {settings.map((field) => (
            <One key={field.key} field={field} value={config[field.key]} set={(value) => setConfig(put(config, field.key, value, field.default))} id={`config-${field.key}`} around={config} roles={roles} wrong={wrongOf(field.key)} />
          ))}
        </Part>
      )}
      <Part title={t("Zo doet de groep mee")}>{some(TAKING_PART)}</Part>
      <Part title={cue.label}>
        <p class="small soft">{cue.help}</p>
        <Fields fields={cue.fields!} values={it.cue ?? {}} set={(next) => changeStep(put(it, "cue", next, {}))} id="cue" roles={roles} wrongOf={(key) => wrongAt(n, [key, ...(key === "goal" ? ["cue"] : [])])} />
      </Part>
    </>
  );
}

function KindOf({ it, wrong }: { it: Raw; wrong: string[] }) {
  const kinds = Object.entries(forms.value.kinds);
  return (
    <Around id="step-kind" label={t("Soort stap")} help={forms.value.kinds[it.kind]?.does && `${forms.value.kinds[it.kind].does}.`} wrong={wrong}>
      <select id="step-kind" value={it.kind} onChange={(event) => turn(event.currentTarget.value)} {...described("step-kind", "help", wrong)}>
        {!forms.value.kinds[it.kind] && <option value={it.kind}>{String(it.kind)}</option>}
        {kinds.map(([id, kind]) => (
          <option key={id} value={id}>{kind.name}</option>
        ))}
      </select>
    </Around>
  );
}

// What is wrong but has no place of its own in the form.
function Left({ step: n, shown }: { step: number | null; shown: string[] }) {
  const left = errors.value.filter((one) => one.step === n && !shown.includes(one.key ?? "")).map((one) => one.said);
  if (!left.length) return null;
  return (
    <div class="wrongs">
      {left.map((said) => (
        <State key={said} as="refused">{said}</State>
      ))}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export const inShort = (it: Raw) => [forms.value.kinds[it.kind]?.name ?? it.kind, minutes(it.minutes ?? 0)].join(", ");
export const pause = (it: Raw) => (it.break_after ? nt("pauze van {n} minuut", "pauze van {n} minuten", it.break_after) : "");
