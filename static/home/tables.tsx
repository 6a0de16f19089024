// The names of the tables, a line for each. On the wire a table stays a number.
import { useState } from "preact/hooks";
import { nt, t } from "../words";
import type { PartProps } from "./begin";
import { Fold } from "./fold";

export function Tables({ wrong, change }: PartProps) {
  const [text, setText] = useState("");
  const names = namesIn(text);
  const write = (text: string) => {
    setText(text);
    change({ tables: namesIn(text) });
  };
  return (
    <Fold name={t("Tafels")} now={names.length ? nt("{n} met een naam", "{n} met een naam", names.length) : t("met een nummer")} wrong={wrong}>
      <label class="field">
        <span>{t("Namen, elk op een regel (mag leeg)")}</span>
        <textarea rows={4} value={text} onInput={(event) => write(event.currentTarget.value)} />
      </label>
    </Fold>
  );
}

const namesIn = (text: string): string[] => text.split("\n").map((line) => line.trim()).filter(Boolean);
