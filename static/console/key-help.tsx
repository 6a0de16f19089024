// All keys in one overview, and the switch that turns single keys off.
import { t } from "../words";
import { keysOn, switchKeys, type Key } from "./keys";
import { leadKeys } from "./all-keys";
import { Press } from "./press";
import { Sheet } from "./sheet";

export function KeyHelp({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title={t("Toetsen")} onClose={onClose} wide>
      <dl class="keys">
        {[...leadKeys(), ...LISTS()].map((it) => (
          <div key={it.shown}>
            <dt>
              <kbd>{it.shown}</kbd>
            </dt>
            <dd>{it.does}</dd>
          </div>
        ))}
      </dl>
      <label class="switch">
        <input type="checkbox" checked={keysOn.value} onChange={(event) => switchKeys(event.currentTarget.checked)} />
        <span>{t("Toetsen werken. Zet ze uit als je spraak of een andere hulp gebruikt.")}</span>
      </label>
      <div class="foot">
        <Press look="main" word={t("Klaar")} onPress={onClose} />
      </div>
    </Sheet>
  );
}

// What works inside a list only, so that it cannot clash.
const LISTS = (): Pick<Key, "shown" | "does">[] => [
  { shown: "J K ↑ ↓", does: t("in een lijst: volgende, vorige") },
  { shown: t("Spatie"), does: t("in een lijst: kies of laat los") },
  { shown: "Enter", does: t("bij wat op elkaar lijkt: voeg samen") },
  { shown: "X", does: t("bij wat op elkaar lijkt: blijven los") },
  { shown: "Esc", does: t("sluit een venster, of laat de gekozen kaarten los") },
];
