// The four blocks of the gable to choose a level from, and the mark of a level on a card.

import { Icon, LevelGlyph } from "../icons";
import type { Level } from "../wire";
import { t } from "../words";
import { Choice, type Option } from "./choice";

interface LevelsProps {
  levels: Level[];
  labelledBy: string;
  value: string | undefined;
  choose(id: string): void;
  enter?(): void;
  describedBy?: string;
  pending?: boolean; // the chosen one is on its way
}

export function Levels({ levels, value, pending, ...choice }: LevelsProps) {
  const topDown = [...levels].sort((a, b) => b.number - a.number);
  return <Choice {...choice} class="gable" value={value} options={topDown.map((level) => ({ ...block(level), pending: pending && level.id === value }))} />;
}

function block({ id, number, name, whom }: Level): Option {
  return {
    id,
    class: `lv fac-level-${number}`,
    draw: (chosen) => (
      <>
        <span class="num">{number}</span>
        <span class="nm">
          <b>{name}</b>
          <span>{whom}</span>
        </span>
        {chosen ? (
          <span class="tick">
            <Icon name="tick" />
          </span>
        ) : (
          <i class="fac-pattern" aria-hidden="true" />
        )}
      </>
    ),
  };
}

export function LevelTag({ level }: { level: Level }) {
  return (
    <span class="tag">
      <span class="vh">{t("Laag {n}, {name}", { n: level.number, name: level.name })}</span>
      <span aria-hidden="true">{level.number}</span>
      <LevelGlyph level={level.number} />
    </span>
  );
}
