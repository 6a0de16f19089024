// The questions, most divided first: a strip in three parts (full, hatched, open) and the numbers; an earlier round above it.

import { useId } from "preact/hooks";
import { useFit } from "../screen/fit";
import type { Config, Round, Value } from "../parts/flags";
import { t } from "../words";
import type { Sentence } from "./say";

const WIDE = 600;
const HIGH = [48, 34]; // of a strip, with one round and with two
const VALUES: Value[] = ["ok", "not_ok", "dont_know"];
const WORDS: Record<Value, () => string> = { ok: () => t("in orde"), not_ok: () => t("niet in orde"), dont_know: () => t("weet ik niet") };

export function Criteria({ config, rounds }: { config: Config; rounds: Round[] }) {
  const now = rounds[rounds.length - 1];
  const ref = useFit<HTMLDivElement>(3);
  const name = (id: string) => config.criteria.find((it) => it.id === id)?.name;
  return (
    <div class={`criteria rounds-${rounds.length}`} role="table" aria-label={t("De vragen, meest verdeeld bovenaan")} ref={ref}>
      <div class="r h" role="row">
        <span role="columnheader">
          <span class="vh">{t("Vraag")}</span>
        </span>
        <span role="columnheader">
          <span class="vh">{t("Verdeling")}</span>
        </span>
        {VALUES.map((value) => (
          <span key={value} class="of-value" role="columnheader">
            <Strip counts={{ ok: 0, not_ok: 0, dont_know: 0, [value]: 1 }} wide={34} high={34} />
            {WORDS[value]()}
          </span>
        ))}
      </div>
      {now.criteria.map(({ id }) => (
        <div class="r" role="row" key={id}>
          <span class="t" role="rowheader">
            {name(id)}
          </span>
          <span class="by-round" role="cell">
            {rounds.map((round) => (
              <span key={round.round}>
                {rounds.length > 1 && <span>{t("ronde {n}", { n: round.round })}</span>}
                <Strip counts={of(round, id)} wide={WIDE} high={HIGH[rounds.length - 1]} />
              </span>
            ))}
          </span>
          {VALUES.map((value) => (
            <b key={value} class="of-value" role="cell">
              {rounds.map((round) => (
                <span key={round.round}>{of(round, id)[value]}</span>
              ))}
            </b>
          ))}
        </div>
      ))}
    </div>
  );
}

const of = (round: Round, id: string): Record<Value, number> => round.criteria.find((it) => it.id === id)!;

// The numbers stand beside it as text, so the drawing itself is silent.
function Strip({ counts, wide, high }: { counts: Record<Value, number>; wide: number; high: number }) {
  const id = useId();
  const all = VALUES.reduce((sum, value) => sum + counts[value], 0);
  const from = (i: number) => (all ? (wide * VALUES.slice(0, i).reduce((sum, value) => sum + counts[value], 0)) / all : 0);
  return (
    <svg class="three" viewBox={`0 0 ${wide} ${high}`} preserveAspectRatio="none" aria-hidden="true">
      <pattern id={id} width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5.5" height="12" />
      </pattern>
      {VALUES.map((value, i) => counts[value] > 0 && <rect key={value} class={value} fill={value === "not_ok" ? `url(#${id})` : undefined} x={from(i) + 1.5} y="1.5" width={Math.max(0, from(i + 1) - from(i) - 3)} height={high - 3} />)}
    </svg>
  );
}

export function criteriaSay(config: Config, { criteria, divided }: Round): Sentence {
  if (!criteria.some((it) => it.ok + it.not_ok + it.dont_know)) return { sure: t("Er is nog geen vraag beantwoord.") };
  if (!divided.length) return { sure: t("Over elke vraag denken we hetzelfde.") };
  const known = config.criteria.filter(({ id }) => divided.includes(id));
  if (known.length === 1) return { sure: t("Hier denken we het meest verschillend over:"), talk: known[0].question };
  return { sure: t("Over {n} vragen denken we het meest verschillend.", { n: known.length }), talk: t("Wie vertelt waarom?") };
}
