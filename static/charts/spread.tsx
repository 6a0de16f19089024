// Five groups side by side. Before the step opens what each is like; after the reveal one averaged bar over them, with how far the estimates lie apart.

import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { useFit } from "../screen/fit";
import type { Live } from "../live";
import { nt, t } from "../words";
import { GroupBar, GroupSign, WIDE } from "./group-bar";
import { Say, type Sentence } from "./say";
import { useRevealing } from "./revealing";

export interface Group {
  id: string;
  name: string;
  behaviour: string;
}

export interface Bar {
  people: number;
  answers: number;
  groups: { id: string; mean: number; low: number; high: number }[];
  widest: string[];
}

export const isEnough = (bar: Bar | undefined): bar is Bar => !!bar?.groups.length;

const HIGH = 92; // of the bar
const LEADS = 46; // of the lines from the bar to the columns
const ONE_LINE = 14; // characters of a name

export function SpreadResult({ live, bar }: { live: Live; bar?: Bar }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const groups = parts.config.groups as Group[];
  const units = parts.config.units as number;
  const columns = useFit<HTMLOListElement>(3);
  const long = groups.some(({ name }) => name.length > ONE_LINE);
  return (
    <>
      <Header title={parts.about.title} stage={stage} />
      <main class={`board spread ${bar ? "averaged" : ""} ${useRevealing()}`}>
        {!bar && <p class="asked">{parts.about.prompt}</p>}
        {bar && <GroupBar units={units} placed={bar.groups.map(({ mean }) => mean)} high={HIGH} grain={13} />}
        {bar && <Leads means={bar.groups.map(({ mean }) => mean)} units={units} />}
        <ol class={long ? "long" : ""} ref={columns}>
          {groups.map((group, i) => (
            <li key={group.id}>
              <h2>
                <GroupSign group={i} />
                {group.name}
              </h2>
              {bar ? <Estimate of={bar.groups[i]} units={units} /> : <p>{group.behaviour}</p>}
            </li>
          ))}
        </ol>
        {bar ? <Say {...says(bar, groups)} /> : <Say sure={nt("Straks verdeelt iedereen {n} denkbeeldige collega.", "Straks verdeelt iedereen {n} denkbeeldige collega’s.", units)} />}
      </main>
      <Footer live={live} spare={bar ? [t("Dikke streep: de middelste helft")] : []}>
        {bar && t("{n} van {people} mensen verdeelden elk {units}", { n: bar.people, people: Math.max(bar.people, parts.turnout.people), units })}
      </Footer>
    </>
  );
}

function Estimate({ of: { mean, low, high }, units }: { of: Bar["groups"][number]; units: number }) {
  return (
    <>
      <p class="mean">{mean}</p>
      <svg viewBox={`0 0 ${WIDE} 90`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="axis-line" x="0" y="42" width={WIDE} height="6" />
        <rect class="middle" x={(WIDE * low) / units} y="20" width={Math.max(14, (WIDE * (high - low)) / units)} height="50" />
      </svg>
      <p>{low === high ? t("rond {n}", { n: low }) : t("tussen {low} en {high}", { low, high })}</p>
    </>
  );
}

// From the middle of each part of the bar to its own column.
function Leads({ means, units }: { means: number[]; units: number }) {
  const before = (i: number) => means.slice(0, i).reduce((sum, n) => sum + n, 0);
  return (
    <svg class="leads" viewBox={`0 0 ${WIDE} ${LEADS}`} aria-hidden="true">
      {means.map((n, i) => n > 0 && <polyline key={i} points={`${(WIDE * (before(i) + n / 2)) / units},2 ${(WIDE * (before(i) + n / 2)) / units},12 ${(WIDE * (i + 0.5)) / means.length},${LEADS - 12} ${(WIDE * (i + 0.5)) / means.length},${LEADS - 2}`} />)}
    </svg>
  );
}

function says({ widest }: Bar, groups: Group[]): Sentence {
  const sure = t("Dit is een indruk, geen telling van mensen.");
  const names = groups.filter(({ id }) => widest.includes(id)).map(({ name }) => name.toLowerCase());
  if (!names.length) return { sure };
  return { sure, talk: names.length < 3 ? t("Over {groups} schatten we het meest verschillend.", { groups: names.join(t(" en ")) }) : t("Wat valt jullie op?") };
}
