// Who is done: how many, never who. Dots fill from the left in the order of being done.
import { nt, t } from "../words";
import { Crowd, crowdKey, perDot } from "../screen/crowd";
import { parts, stage } from "./room";

const ROW = 12;

export function Turnout() {
  const { done, ...turnout } = parts.value.turnout || { done: 0, people: 0 };
  const people: number = turnout.waits ?? turnout.people;
  return (
    <div class="done">
      <p class="lab">{t("Wie is klaar")}</p>
      <p class="count">
        <b>{done}</b> <span>{t("van {people} klaar", { people })}</span>
      </p>
      {people > 0 && <Crowd people={people} done={done} wide={ROW} name={t("{done} van {people} klaar", { done, people })} />}
      {perDot(people) > 1 && <p class="small">{crowdKey(people)}</p>}
      <p class="small">{told(people, people - done)}</p>
    </div>
  );
}

function told(people: number, busy: number): string {
  if (!people) return t("Er doet nog niemand mee.");
  if (!busy) return t("Iedereen is klaar.");
  if (stage.value.now.state === "closed") return t("De stap is dicht.");
  return nt("Nog {n} mens is bezig. Je ziet nooit wie.", "Nog {n} mensen zijn bezig. Je ziet nooit wie.", busy);
}
