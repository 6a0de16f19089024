// A new session: which script, what it is called, for whom; for real or as a rehearsal with simulated people.
import { useState } from "preact/hooks";
import { Icon } from "../icons";
import { minutes, nt, t } from "../words";
import { GoesOn } from "./goes-on";
import { begin, type Earlier, type Script } from "./owner";

const MOST_PEOPLE = 200;

export function Begin({ scripts }: { scripts: Script[] }) {
  const [picked, setPicked] = useState(scripts[0]);
  const [title, setTitle] = useState<string | null>(null); // null: the title of the script
  const [group, setGroup] = useState("");
  const [people, setPeople] = useState(24);
  const [earlier, setEarlier] = useState<Earlier[]>([]);
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  const start = async (rehearsal: number) => {
    if (busy) return;
    setBusy(true);
    try {
      const made = await begin({ script: picked.id, title: (title ?? picked.title).trim() || picked.title, group: group.trim(), earlier, ...(rehearsal && { rehearsal }) });
      location.href = made.console_url;
    } catch (error) {
      setWrong((error as Error).message);
      setBusy(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    start(0);
  };
  return (
    <form class="begin" onSubmit={submit}>
      <fieldset>
        <legend>{t("Kies een draaiboek")}</legend>
        {scripts.map((it) => (it.wrong ? <Broken key={it.id} script={it} /> : <Choice key={it.id} script={it} on={it.id === picked.id} onPick={() => setPicked(it)} />))}
      </fieldset>
      <div class="row fields">
        <label class="field">
          <span>{t("Naam van de werksessie")}</span>
          <input type="text" maxLength={120} value={title ?? picked.title} onInput={(event) => setTitle(event.currentTarget.value)} autocomplete="off" />
        </label>
        <label class="field">
          <span>{t("Groep of school (mag leeg)")}</span>
          <input type="text" maxLength={120} value={group} onInput={(event) => setGroup(event.currentTarget.value)} autocomplete="off" />
        </label>
      </div>
      <GoesOn key={picked.id} script={picked} group={group} onPick={setEarlier} />
      <div class="row start">
        <button type="submit" class="btn main" aria-disabled={busy ? true : undefined}>
          {t("Begin werksessie")} <Icon name="right" />
        </button>
        <span class="or">{t("of oefen eerst met")}</span>
        <label class="field number">
          <span class="vh">{t("Aantal nagebootste deelnemers")}</span>
          <input type="number" min={1} max={MOST_PEOPLE} required value={people} onInput={(event) => setPeople(event.currentTarget.valueAsNumber)} />
        </label>
        <span class="or">{t("nagebootste mensen:")}</span>
        <button type="button" class="btn" aria-disabled={busy ? true : undefined} onClick={(event) => event.currentTarget.form!.reportValidity() && start(people)}>
          <Icon name="people" /> {t("Proefsessie")}
        </button>
      </div>
      <p role="alert" class="wrong">{wrong}</p>
    </form>
  );
}

function Choice({ script, on, onPick }: { script: Script; on: boolean; onPick: () => void }) {
  return (
    <label class={on ? "choice on" : "choice"}>
      <input type="radio" name="script" checked={on} onChange={onPick} />
      <span>
        <b class="head">
          {script.title} <span class="tag">{minutes(script.minutes)}</span>
        </b>
        <span class="what">{script.summary}</span>
        <span class="small soft">
          {nt("{n} stap", "{n} stappen", script.steps.length)}: {script.steps.map((step) => `${step.title} (${step.minutes})`).join(", ")}. {t("Voor {least} tot {most} mensen.", { least: script.people[0], most: script.people[1] })}
        </span>
      </span>
    </label>
  );
}

// A file of one's own with mistakes: what to mend, instead of a choice.
function Broken({ script }: { script: Script }) {
  return (
    <div class="choice broken">
      <b>{t("In {file} staat een fout.", { file: `${script.id}.toml` })}</b>
      <ul class="small">
        {script.wrong!.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
