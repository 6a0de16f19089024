// Words to be careful with: underlined where they stand, with what to say rather. The text stays as it was written.

import { t } from "../words";

export interface CarefulWord {
  word: string;
  say: string;
}

export function Careful({ text, words = [] }: { text: string; words?: CarefulWord[] }) {
  const found = words.filter(({ word }) => pattern([word]).test(text));
  if (!found.length) return <>{text}</>;
  return (
    <>
      {text.split(pattern(found.map(({ word }) => word))).map((piece, i) => (i % 2 ? <u key={i}>{piece}</u> : piece))}
      <small class="rather">{t("Liever: {words}", { words: [...new Set(found.map(({ say }) => say))].join("; ") })}</small>
    </>
  );
}

// Whole words, also with letters behind them: "daders" is "dader".
const pattern = (words: string[]) => new RegExp(`(?<!\\p{L})((?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})\\p{L}*)`, "iu");
