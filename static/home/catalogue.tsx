// The catalogue: what do you look for, and which draaiboeken fit. Each opens on a page of its own.
import { nt, t } from "../words";
import { Entry, Mistakes } from "./entry";
import { fitting, inWords, lasting, looking, type Looking, methods, settings, toDrop, type Wanted, WANTED } from "./looking";
import type { Broken, Script } from "./owner";

const LONG = [45, 60, 90, 120, 180]; // minutes
const MOST_PEOPLE = 5000;

const change = (part: Looking) => (looking.value = { ...looking.value, ...part });

export function Catalogue({ scripts, broken }: { scripts: Script[]; broken: Broken[] }) {
  const found = fitting(scripts, looking.value);
  const count = (part: Looking) => fitting(scripts, { ...looking.value, ...part }).length;
  return (
    <>
      <form class="looking" aria-label={t("Zoek een draaiboek")} onSubmit={(event) => event.preventDefault()}>
        <label class="field">
          <span>{t("Met hoeveel mensen?")}</span>
          <input type="number" min={1} max={MOST_PEOPLE} placeholder={t("maakt niet uit")} value={looking.value.people ?? ""} onInput={({ currentTarget }) => change({ people: currentTarget.valueAsNumber > 0 ? currentTarget.valueAsNumber : undefined })} />
        </label>
        <Choice name="minutes" title={t("Hoeveel tijd?")} any={t("Alle tijd")} options={LONG.map((n) => [n, t("{long} of korter", { long: lasting(n) })])} count={count} />
        <Choice name="setting" title={t("Met wie?")} any={t("Maakt niet uit")} options={Object.entries(settings())} count={count} />
        <Choice name="method" title={t("Waarover?")} any={t("Alles")} options={Object.entries(methods())} count={count} />
      </form>
      <section class="found" aria-labelledby="found">
        <div class="split">
          <h2 id="found">{t("Kies een draaiboek")}</h2>
          <p role="status">{found.length === scripts.length ? nt("{n} draaiboek", "{n} draaiboeken", found.length) : t("{n} van de {of} passen", { n: found.length, of: scripts.length })}</p>
        </div>
        {found.length ? <Shelves scripts={found} /> : <Nothing scripts={scripts} />}
        {broken.map((it) => (
          <Mistakes key={it.id} script={it} />
        ))}
      </section>
    </>
  );
}

interface ChoiceProps {
  name: Exclude<Wanted, "people">;
  title: string;
  any: string;
  options: [string | number, string][];
  count(part: Looking): number;
}

function Choice({ name, title, any, options, count }: ChoiceProps) {
  const all: [string | number | undefined, string][] = [[undefined, any], ...options];
  return (
    <fieldset>
      <legend>{title}</legend>
      {all.map(([value, label]) => (
        <label key={label}>
          <input type="radio" name={name} checked={looking.value[name] === value} onChange={() => change({ [name]: value })} />
          <span>{label}</span> <span class="small tabular">{count({ [name]: value })}</span>
        </label>
      ))}
    </fieldset>
  );
}

// Per setting, the short ones first; one's own stand together.
function Shelves({ scripts }: { scripts: Script[] }) {
  const shelves: [string, Script[]][] = [
    ...Object.entries(settings()).map(([id, name]): [string, Script[]] => [name, scripts.filter((it) => !it.own && it.setting === id)]),
    [t("Van jezelf"), scripts.filter((it) => it.own)],
  ];
  return (
    <>
      {shelves.map(([name, here]) => here.length > 0 && (
        <section key={name} aria-label={name}>
          <h3>{name}</h3>
          <ul>
            {[...here].sort((a, b) => a.minutes - b.minutes).map((it) => (
              <Entry key={it.id} script={it} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Nothing({ scripts }: { scripts: Script[] }) {
  const asked = WANTED.filter((wanted) => looking.value[wanted] !== undefined).map((wanted) => inWords(looking.value, wanted));
  const drops = toDrop(scripts, looking.value);
  return (
    <div class="nothing">
      <p>
        <b>{t("Er is geen draaiboek {asked}.", { asked: asked.join(" ") })}</b>
      </p>
      {drops.length > 0 && <p>{t("Laat één wens los:")}</p>}
      <p class="row">
        {drops.map(({ wanted, n }) => (
          <button type="button" class="btn" key={wanted} onClick={() => change({ [wanted]: undefined })}>
            {t("Zonder “{wish}”", { wish: inWords(looking.value, wanted) })} <span class="small tabular">{nt("{n} past", "{n} passen", n)}</span>
          </button>
        ))}
        {!drops.length && (
          <button type="button" class="btn" onClick={() => (looking.value = {})}>
            {t("Wis alle wensen")}
          </button>
        )}
      </p>
    </div>
  );
}
