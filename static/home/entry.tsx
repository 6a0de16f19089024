// One draaiboek in the catalogue.
import { nt, t } from "../words";
import { Change } from "./change";
import { groupOf, methods, settings } from "./looking";
import type { Broken, Script } from "./owner";
import { Open } from "./place";
import { Strip } from "./strip";

export function Entry({ script }: { script: Script }) {
  return (
    <li class="entry">
      <p class="long">
        <b>{script.minutes}</b>
        <span class="small">{t("minuten")}</span>
      </p>
      <div>
        <h4>
          <Open script={script.id}>{script.title}</Open>
        </h4>
        <p>{script.summary}</p>
        <Strip steps={script.steps} />
        <p class="small soft">{factsOf(script).join(" · ")}</p>
      </div>
    </li>
  );
}

export const factsOf = ({ steps, people, setting, methods: about }: Script): string[] =>
  [nt("{n} stap", "{n} stappen", steps.length), groupOf(people), setting ? settings()[setting] : "", ...about.map((method) => methods()[method])].filter(Boolean);

// A file of one's own with mistakes: what to mend, instead of a choice.
export function Mistakes({ script }: { script: Broken }) {
  return (
    <div class="broken">
      <b>{t("In {file} staat een fout.", { file: `${script.id}.toml` })}</b>
      <ul class="small">
        {script.wrong.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Change script={script.id} own whole={false} />
    </div>
  );
}
