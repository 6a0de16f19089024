// The words of the house: what this school or municipality says instead of leerlingen, leraren, school and doelen.
import { useState } from "preact/hooks";
import { t } from "../words";
import type { PartProps } from "./begin";
import { Fold } from "./fold";
import type { Place, Word } from "./owner";

const OWN = "";
const LONGEST = 40; // characters, as the server has it

const asked = (place: string): string => ({ leerling: t("Leerlingen heten bij jullie"), leraar: t("Leraren heten bij jullie"), school: t("De school heet bij jullie"), doel: t("Doelen heten bij jullie") })[place]!;

// A house has one school and many of the rest.
export const spoken = (place: string, { one, many }: Word): string => (place === "school" ? one : many);

export function Words({ script, wrong, change }: PartProps) {
  const [words, setWords] = useState<Record<string, Word>>(Object.fromEntries(script.words.map(({ place, said }) => [place, said])));
  const say = (place: Place, word: Word) => {
    const now = { ...words, [place.place]: word };
    setWords(now);
    change({ words: Object.fromEntries(script.words.map((it) => [it.place, known(it, now[it.place])?.one ?? now[it.place]])) });
  };
  return (
    <Fold name={t("Jullie woorden")} now={script.words.map(({ place }) => spoken(place, words[place]) || "…").join(", ")} wrong={wrong}>
      {script.words.map((place) => (
        <OneWord key={place.place} place={place} word={words[place.place]} say={(word) => say(place, word)} />
      ))}
    </Fold>
  );
}

// The word of ours that this is.
const known = ({ known, said }: Place, word: Word): Word | undefined => [said, ...known].find(({ one, many, het }) => one === word.one && many === word.many && het === word.het);

function OneWord({ place, word, say }: { place: Place; word: Word; say(word: Word): void }) {
  const [own, setOwn] = useState(false);
  const choose = (one: string) => {
    setOwn(one === OWN);
    say(place.known.find((it) => it.one === one) ?? { one: "", many: "", het: false });
  };
  return (
    <>
      <label class="field">
        <span>{asked(place.place)}</span>
        <select value={own ? OWN : word.one} onChange={(event) => choose(event.currentTarget.value)}>
          {place.known.map((it) => (
            <option key={it.one} value={it.one}>{spoken(place.place, it)}</option>
          ))}
          <option value={OWN}>{t("een eigen woord")}</option>
        </select>
      </label>
      {own && (
        <div class="row own">
          <label>
            {t("Eén")} <input type="text" required maxLength={LONGEST} value={word.one} onInput={(event) => say({ ...word, one: event.currentTarget.value })} />
          </label>
          <label>
            {t("Meer")} <input type="text" required maxLength={LONGEST} value={word.many} onInput={(event) => say({ ...word, many: event.currentTarget.value })} />
          </label>
          <label>
            {t("De of het")}
            <select value={word.het ? "het" : "de"} onChange={(event) => say({ ...word, het: event.currentTarget.value === "het" })}>
              <option value="de">de</option>
              <option value="het">het</option>
            </select>
          </label>
          {word.one && <p class="small soft">{t("Dan staat er: {this}, {our}, {ours}.", { this: `${word.het ? "dit" : "deze"} ${word.one}`, our: `${word.het ? "ons" : "onze"} ${word.one}`, ours: `onze ${word.many}` })}</p>}
        </div>
      )}
    </>
  );
}
