// One dot is one person, up to a hundred; above that a dot is 5 or 10 people, and the key says so. Filled from the left: nobody can be picked out.

import { t } from "../words";

const PITCH = 11;

export const perDot = (people: number): number => (people <= 100 ? 1 : people <= 500 ? 5 : 10);

interface Dots {
  people: number;
  done?: number; // how many are filled; everybody when left out
  newest?: boolean; // the last one came just now
  wide: number; // how many dots make a row when there are few; more people, longer rows
  name: string;
}

export function Crowd({ people, done = people, newest, wide, name }: Dots) {
  const each = perDot(people);
  const all = Math.ceil(people / each);
  const filled = done >= people ? all : Math.floor(done / each);
  const row = all <= 2 * wide ? wide : Math.ceil(Math.sqrt(all * wide * 0.6));
  const rows = Math.max(1, Math.ceil(all / row));
  return (
    <svg class="dots" viewBox={`0 0 ${row * PITCH} ${rows * PITCH}`} role="img" aria-label={name} preserveAspectRatio="xMinYMin">
      {Array.from({ length: all }, (_, i) => (
        <circle
          key={i}
          class={i >= filled ? "off" : newest && i === all - 1 ? "me" : "on"}
          cx={PITCH * ((i % row) + 0.5)}
          cy={PITCH * (Math.floor(i / row) + 0.5)}
          r="4.1"
        />
      ))}
    </svg>
  );
}

export const crowdKey = (people: number): string => (perDot(people) === 1 ? t("Elke stip is een mens.") : t("Elke stip is {n} mensen.", { n: perDot(people) }));
