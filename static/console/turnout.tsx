// Who is done: how many, never who. Dots fill from the left in the order of being done.
import { nt, t } from "../words";
import { parts } from "./room";

const ROW = 12;

export function Turnout() {
  const { done, people } = parts.value.turnout || { done: 0, people: 0 };
  const busy = people - done;
  return (
    <div class="done">
      <p class="lab">{t("Wie is klaar")}</p>
      <p class="count">
        <b>{done}</b> <span>{t("van {people} klaar", { people })}</span>
      </p>
      <Dots done={done} people={people} />
      <p class="small">{people === 0 ? t("Er doet nog niemand mee.") : busy ? nt("Nog {n} mens is bezig. Je ziet nooit wie.", "Nog {n} mensen zijn bezig. Je ziet nooit wie.", busy) : t("Iedereen is klaar.")}</p>
    </div>
  );
}

function Dots({ done, people }: { done: number; people: number }) {
  const each = people <= 60 ? 1 : people <= 300 ? 5 : 20;
  const total = Math.ceil(people / each);
  const full = Math.floor(done / each);
  if (!total) return null;
  const dots = Array.from({ length: total }, (_, i) => (
    <circle key={i} class={i < full ? "on" : "off"} cx={5.5 + 11 * (i % ROW)} cy={5.5 + 11 * Math.floor(i / ROW)} r={i < full ? 4.1 : 3.5} />
  ));
  return (
    <>
      <svg class="crowd" viewBox={`0 0 ${11 * ROW} ${11 * Math.ceil(total / ROW)}`} role="img" aria-label={t("{done} van {people} klaar", { done, people })}>
        {dots}
      </svg>
      {each > 1 && <p class="small">{t("1 bolletje is {each} mensen", { each })}</p>}
    </>
  );
}
