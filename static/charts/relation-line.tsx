// A line between two items. Its style says the type (solid, double, dashed, dotted), its thickness how many people see it. It has no direction.

import type { Relation, RelationType } from "../wire";
import { people, t } from "../words";

interface StrokeProps {
  d: string;
  type: number; // from 0
  wide: number;
}

export function Stroke({ d, type, wide }: StrokeProps) {
  if (type === 1)
    return (
      <g class="b2">
        <path class="line" d={d} stroke-width={wide + 6} />
        <path class="core" d={d} stroke-width={Math.max(4, wide * 0.5)} />
      </g>
    );
  const dashes = [undefined, undefined, `${wide + 12} ${wide * 0.6 + 9}`, `${wide} ${wide * 0.8 + 4}`][type];
  return <path class={`line b${type + 1}`} d={d} stroke-width={wide} stroke-dasharray={dashes} />;
}

// What the styles mean.
export function Sample({ type }: { type: number }) {
  return (
    <svg class="sample" viewBox="0 0 96 40" aria-hidden="true">
      <Stroke d="M0 20H96" type={type} wide={10} />
    </svg>
  );
}

export function Key({ types }: { types: RelationType[] }) {
  return (
    <ul class="key" aria-label={t("Wat de lijnen betekenen")}>
      {types.map(({ id, name }, i) => (
        <li key={id}>
          <Sample type={i} /> {name}
        </li>
      ))}
    </ul>
  );
}

export const typeAt = (types: RelationType[], id: string | null): number => types.findIndex((type) => type.id === id);

export const named = (types: RelationType[], id: string | null): string => types.find((type) => type.id === id)?.name ?? "";

// "‘Rust’ en ‘Regels’ versterken elkaar: 5 mensen."
export function inWords(link: Relation, types: RelationType[], text: (id: string) => string): string {
  return t("‘{a}’ en ‘{b}’ {type}: {people}.", { a: text(link.a), b: text(link.b), type: named(types, link.type), people: people(link.n) });
}
