// A new session of one draaiboek: what it is called and for whom, in whose words; for real or as a rehearsal with simulated people.
import { useState } from "preact/hooks";
import { Icon } from "../icons";
import { t } from "../words";
import { Confidant } from "./confidant";
import { GoesOn } from "./goes-on";
import { begin, Refusal, type Script, type Wish } from "./owner";
import { Roles } from "./roles";
import { Tables } from "./tables";
import { Words } from "./house-words";

const REHEARSAL = 24, MOST_PEOPLE = 200; // simulated people, fewer in a small group
const AT_ITS_PART = ["bad_words", "bad_roles", "bad_tables", "bad_confidant", "confidant_needed"]; // refusals that stand where they can be mended

export interface PartProps {
  script: Script;
  wrong?: string; // what the server said no to, in this part
  change(part: Partial<Wish>): void;
}

export function Begin({ script }: { script: Script }) {
  const [wish, setWish] = useState<Wish>({ script: script.id });
  const [people, setPeople] = useState(Math.min(script.people[1], REHEARSAL));
  const [wrong, setWrong] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Wish>) => {
    setWish((wish) => ({ ...wish, ...part }));
    setWrong(null);
  };
  const start = async (rehearsal?: number) => {
    if (busy) return;
    setBusy(true);
    try {
      location.href = (await begin({ ...wish, title: wish.title?.trim() || script.title, group: wish.group?.trim(), rehearsal })).console_url;
    } catch (error) {
      setWrong(error as Refusal);
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    start(event.submitter?.dataset.as === "rehearsal" ? people : undefined);
  };
  const part = (...reasons: string[]): PartProps => ({ script, wrong: wrong && reasons.includes(wrong.reason) ? wrong.message : undefined, change });
  return (
    <form class="begin" aria-labelledby="begin" onSubmit={submit}>
      <div class="parts">
        <h2 id="begin">{t("Begin ermee")}</h2>
        <label class="field">
          <span>{t("Naam van de werksessie")}</span>
          <input type="text" maxLength={120} value={wish.title ?? script.title} onInput={(event) => change({ title: event.currentTarget.value })} autocomplete="off" />
        </label>
        <label class="field">
          <span>{t("Groep of school (mag leeg)")}</span>
          <input type="text" maxLength={120} value={wish.group ?? ""} onInput={(event) => change({ group: event.currentTarget.value })} autocomplete="off" />
        </label>
        {script.confidant && <Confidant {...part("confidant_needed", "bad_confidant")} />}
        <GoesOn script={script} group={wish.group ?? ""} onPick={(earlier) => change({ earlier })} />
        {script.words.length > 0 && <Words {...part("bad_words")} />}
        {script.roles.length > 0 && <Roles {...part("bad_roles")} />}
        {script.tables && <Tables {...part("bad_tables")} />}
      </div>
      <div class="go">
        <p role="alert" class="wrong">{wrong && !AT_ITS_PART.includes(wrong.reason) ? wrong.message : ""}</p>
        <button type="submit" class="btn main wide" aria-disabled={busy ? true : undefined}>
          {t("Begin werksessie")} <Icon name="right" />
        </button>
        <p class="row">
          <button type="submit" data-as="rehearsal" class="btn" aria-disabled={busy ? true : undefined}>
            <Icon name="people" /> {t("Oefen eerst")}
          </button>
          <label class="row small">
            <input type="number" aria-label={t("Aantal nagebootste deelnemers")} min={1} max={MOST_PEOPLE} required value={people} onInput={(event) => setPeople(event.currentTarget.valueAsNumber)} /> {t("nagebootste mensen")}
          </label>
        </p>
      </div>
    </form>
  );
}
