// Adjusting a step: its words, its minutes and the settings of its kind that a facilitator changes in the room.
import { useState } from "preact/hooks";
import { t } from "../words";
import type { Ballot, Step } from "../wire";
import { Press } from "./press";
import { lead } from "./room";
import { Sheet } from "./sheet";
import { Trouble } from "./trouble";

interface Setting {
  key: string;
  word: string;
  least: number;
  most: number;
}

export function Adjust({ step, onClose }: { step: Step; onClose: () => void }) {
  const [title, setTitle] = useState(step.title);
  const [prompt, setPrompt] = useState(step.prompt || "");
  const [minutes, setMinutes] = useState(step.minutes);
  const [config, setConfig] = useState(step.config || {});
  const save = async (event: Event) => {
    event.preventDefault();
    const changed = {
      ...(title !== step.title && { title }),
      ...(prompt !== step.prompt && { prompt }),
      ...(minutes !== step.minutes && { minutes }),
      ...changes(step.config || {}, config),
    };
    if (!Object.keys(changed).length || (await lead("adjust", { step: step.id, ...changed }))) onClose();
  };
  return (
    <Sheet title={t("Pas aan: {title}", { title: step.title })} onClose={onClose} wide>
      <form onSubmit={save}>
        <label class="field">
          <span>{t("Titel")}</span>
          <input type="text" required maxLength={120} value={title} onInput={(event) => setTitle(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>{t("Vraag aan de groep")}</span>
          <textarea rows={2} required maxLength={200} value={prompt} onInput={(event) => setPrompt(event.currentTarget.value)} />
        </label>
        <div class="row fields">
          <Count word={t("Minuten")} value={minutes} least={1} most={180} onCount={setMinutes} />
          {settings(config).map((it) => (
            <Count key={it.key} word={it.word} value={config[it.key]} least={it.least} most={it.most} onCount={(n) => setConfig({ ...config, [it.key]: n })} />
          ))}
          {(config.ballots || []).map((ballot: Ballot) => (
            <Count key={ballot.id} word={t("Stippen “{name}”", { name: ballot.name })} value={ballot.dots} least={1} most={20} onCount={(dots) => setConfig({ ...config, ballots: config.ballots.map((it: Ballot) => (it.id === ballot.id ? { ...it, dots } : it)) })} />
          ))}
        </div>
        <Trouble place="script" />
        <div class="foot">
          <Press word={t("Toch niet")} onPress={onClose} />
          <button type="submit" class="btn main">
            {t("Bewaar")}
          </button>
        </div>
      </form>
    </Sheet>
  );
}

function Count({ word, value, least, most, onCount }: { word: string; value: number; least: number; most: number; onCount: (n: number) => void }) {
  return (
    <label class="field number">
      <span>{word}</span>
      <input type="number" required min={least} max={most} value={value} onInput={(event) => onCount(event.currentTarget.valueAsNumber)} />
    </label>
  );
}

// Only what this kind has, and no dots where each ballot has its own.
function settings(config: Record<string, any>): Setting[] {
  const known = [
    { key: "max_cards", word: t("Kaarten per persoon"), least: 1, most: 50 },
    { key: "rows_max", word: t("Regels"), least: 1, most: 40 },
    { key: "max_chars", word: t("Tekens per kaart"), least: 20, most: 280 },
    { key: "dots", word: t("Stippen per persoon"), least: 1, most: 20 },
    { key: "max_per_item", word: t("Stippen op één kaart"), least: 1, most: 20 },
    { key: "units", word: t("Denkbeeldige collega’s"), least: 5, most: 50 },
  ];
  return known.filter(({ key }) => typeof config[key] === "number" && !(key === "dots" && config.ballots?.length));
}

function changes(old: Record<string, any>, fresh: Record<string, any>): { config?: object } {
  const keys = Object.keys(fresh).filter((key) => fresh[key] !== old[key]);
  return keys.length ? { config: Object.fromEntries(keys.map((key) => [key, fresh[key]])) } : {};
}
