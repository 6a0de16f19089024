// The dialogs of the console; at most one is open.
import { useState } from "preact/hooks";
import { minutes, t } from "../words";
import { Carry } from "./carry";
import { KeyHelp } from "./key-help";
import { Press } from "./press";
import { lead, sheet, stage, tab, type Which } from "./room";
import { Sheet } from "./sheet";
import { Trouble } from "./trouble";
import { WayIn } from "./way-in";

// The browser tells a moment late that a dialog closed: by then another may be open.
const shut = (which: Which) => () => {
  if (sheet.value === which) sheet.value = null;
};

export function Sheets() {
  switch (sheet.value) {
    case "carry":
      return <Carry />;
    case "keys":
      return <KeyHelp onClose={shut("keys")} />;
    case "break":
      return <Break />;
    case "end":
      return <End />;
    case "way-in":
      return (
        <Sheet title={t("Hoe mensen binnenkomen")} onClose={shut("way-in")} wide>
          <WayIn />
          <Foot />
        </Sheet>
      );
    default:
      return null;
  }
}

function Foot() {
  return (
    <div class="foot">
      <Press look="main" word={t("Klaar")} onPress={shut("way-in")} />
    </div>
  );
}

function Break() {
  const close = shut("break");
  const [long, setLong] = useState(10);
  const start = async (event: Event) => {
    event.preventDefault();
    if (await lead("break", { minutes: long })) close();
  };
  return (
    <Sheet title={t("Pauze")} onClose={close}>
      <form onSubmit={start}>
        <label class="field">
          <span>{t("Hoeveel minuten?")}</span>
          <input type="number" min={1} max={120} required value={long} onInput={(event) => setLong(event.currentTarget.valueAsNumber)} />
        </label>
        <div class="row">
          {[5, 10, 15].map((it) => (
            <Press key={it} look="small" word={minutes(it)} pressed={long === it} onPress={() => setLong(it)} />
          ))}
        </div>
        <Trouble place={tab.value} />
        <div class="foot">
          <Press word={t("Toch niet")} onPress={close} />
          <button type="submit" class="btn main">
            {t("Begin de pauze")}
          </button>
        </div>
      </form>
    </Sheet>
  );
}

function End() {
  const close = shut("end");
  const { people = 0, kept } = stage.value;
  const end = async () => (await lead("end")) && close();
  return (
    <Sheet title={t("Sessie beëindigen?")} onClose={close}>
      <p>{t("Telefoons laten dan een afscheid zien ({people} deelnemers). Niemand kan nog iets insturen. Je kunt de sessie daarna weer hervatten.", { people })}</p>
      {kept && <p class="small">{t("Alles wordt na {kept} dagen gewist.", { kept })}</p>}
      <Trouble place={tab.value} />
      <div class="foot">
        <Press word={t("Beëindig de sessie")} onPress={end} />
        <Press look="main" word={t("Toch niet")} onPress={close} />
      </div>
    </Sheet>
  );
}
