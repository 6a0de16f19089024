// Examples for the pyramid, per level and for what the card is about.

import type { Level } from "../wire";
import type { Config, Draft, HelpProps } from "./collect";
import { LevelTag } from "./levels";
import { Suggested } from "./suggested";

export function Examples({ config, draft, change }: HelpProps) {
  const groups = (config.levels as Level[]).map((level) => ({ id: level.id, name: level.name, head: head(level), texts: textsFor(config, level, draft) }));
  return <Suggested groups={groups} only={draft.level} draft={draft} change={change} />;
}

const head = (level: Level) => (
  <h2 class={`group fac-level-${level.number}`}>
    <LevelTag level={level} />
    {level.name}
  </h2>
);

function textsFor(config: Config, level: Level, draft: Draft): string[] {
  const strand = draft.strand ?? config.strands[0].id;
  const { welbevinden, leren } = config.examples[level.id];
  return strand === "beide" ? [...welbevinden, ...leren] : strand === "leren" ? leren : welbevinden;
}
