// A dot for each person, a row for each answer; an earlier round in open dots above it.

import type { ComponentChildren } from "preact";
import type { Round } from "../parts/flags";
import { t } from "../words";

const WIDE = 1000;
const LARGEST = 52; // of a dot with its space

interface Rows {
  name: string;
  rows: { id: string; name: string; sign?: ComponentChildren }[];
  rounds: Round[];
  of(round: Round): Record<string, number>;
}

export function DotRows({ name, rows, rounds, of }: Rows) {
  const most = Math.max(1, ...rounds.flatMap((round) => Object.values(of(round))));
  const high = rounds.length > 1 ? 54 : 96;
  return (
    <div class={`dot-rows rounds-${rounds.length} rows-of-${rows.length}`} role="table" aria-label={name}>
      {rows.map((row) => (
        <div class="r" role="row" key={row.id}>
          <span class="t" role="rowheader">
            {row.sign}
            {row.name}
          </span>
          <div class="lines" role="cell">
            {rounds.map((round, i) => (
              <p key={round.round}>
                {rounds.length > 1 && <span>{t("ronde {n}", { n: round.round })}</span>}
                <b>{of(round)[row.id]}</b>
                <Dots n={of(round)[row.id]} pitch={pitch(most, high)} high={high} before={i < rounds.length - 1} />
              </p>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

// The largest dot of which `most` fit in a line this high, in as many rows as it takes.
function pitch(most: number, high: number): number {
  let size = Math.min(LARGEST, high);
  while (Math.floor(WIDE / size) * Math.floor(high / size) < most && size > 4) size -= 1;
  return size;
}

function Dots({ n, pitch, high, before }: { n: number; pitch: number; high: number; before: boolean }) {
  const row = Math.floor(WIDE / pitch);
  const rows = Math.max(1, Math.ceil(n / row));
  const top = (high - rows * pitch) / 2;
  return (
    <svg viewBox={`0 0 ${WIDE} ${high}`} aria-hidden="true">
      {Array.from({ length: n }, (_, i) => (
        <circle key={i} class={before ? "before" : "person"} cx={pitch * ((i % row) + 0.5)} cy={top + pitch * (Math.floor(i / row) + 0.5)} r={pitch * (before ? 0.34 : 0.4)} stroke-width={before ? pitch * 0.13 : undefined} />
      ))}
    </svg>
  );
}
