// Every result ends in one plain sentence under a heavy rule: what the chart says, and what to talk about.

import type { IconName } from "../icons";
import { Icon } from "../icons";
import { useFit } from "../screen/fit";

export interface Sentence {
  sure: string;
  talk?: string;
  icon?: IconName;
}

// After what is so now, how that compares with last time; the talk that it leaves no room for goes.
export const withLast = (said: Sentence, last: string): Sentence => (last ? { ...said, talk: last } : said);

export function Say({ sure, talk, icon }: Sentence) {
  const ref = useFit<HTMLParagraphElement>(3);
  return (
    <p class="say" ref={ref}>
      <span>
        {icon && <Icon name={icon} />} <b>{sure}</b> {talk}
      </span>
    </p>
  );
}
