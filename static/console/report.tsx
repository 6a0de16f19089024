// The report at any moment: how it looks now, the files, and whether the group stands behind it.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../words";
import { Press } from "./press";
import { lead, live, sheet, stage } from "./room";
import { ticket } from "./server";
import { Trouble } from "./trouble";
import { UndoBar } from "./undo-bar";

const page = signal("");
const code = signal("");
const wrong = signal("");

export function Report() {
  const { approved, ended } = stage.value;
  useEffect(() => void draw(), [approved, ended, live.link.value]);
  return (
    <div class="cols report">
      <main class="paper">{page.value && <iframe src={page.value} title={t("Het verslag zoals het nu is")} />}</main>
      <aside class="selection" aria-label={t("Verslag")}>
        <div class="scroll">
          <h1>{t("Verslag")}</h1>
          <p>
            <span class="tag">{approved ? t("goedgekeurd") : t("concept")}</span>
          </p>
          <p class="small">{approved ? t("Dit verslag is goedgekeurd.") : t("Het verslag heet concept, tot je het goedkeurt. Er staat alleen in wat de zaal ook zag.")}</p>
          <div class="stack">
            <Press look="main" end="right" word={t("Open het verslag")} onPress={() => open("")} />
            <Press word={t("Ververs het voorbeeld")} onPress={draw} />
            <Press word={t("Tabel (CSV)")} onPress={() => open(".csv")} />
            <Press word={t("Gegevens (JSON)")} onPress={() => open(".json")} />
          </div>
          <hr />
          <div class="stack">
            {approved ? <Press word={t("Terug naar concept")} onPress={() => lead("disapprove")} /> : <Press icon="tick" word={t("Keur goed")} onPress={() => lead("approve")} />}
            {ended ? <Press icon="undo" word={t("Hervat de sessie")} onPress={() => lead("resume")} /> : <Press icon="lock" word={t("Beëindig de sessie")} onPress={() => (sheet.value = "end")} />}
          </div>
          {code.value && (
            <p class="small follow-code">
              {t("Vervolgcode")} <b>{`${code.value.slice(0, 4)} ${code.value.slice(4)}`}</b>
            </p>
          )}
          <Trouble place="report" />
          {wrong.value && <p role="alert">{wrong.value}</p>}
        </div>
        <UndoBar />
      </aside>
    </div>
  );
}

async function draw(): Promise<void> {
  const given = await asked();
  if (given) page.value = `/report/${given}`;
}

// Files come down; the page opens beside this one. The window is opened at once, or the browser calls it a pop-up.
async function open(end: "" | ".csv" | ".json"): Promise<void> {
  const beside = end ? null : window.open("about:blank", "_blank");
  const given = await asked();
  if (!given) return;
  const url = `/report/${given}${end}`;
  if (beside) beside.location.href = url;
  else location.href = url;
}

async function asked(): Promise<string> {
  try {
    wrong.value = "";
    const given = await ticket();
    code.value = given.follow_code;
    return given.ticket;
  } catch (error) {
    wrong.value = (error as Error).message || t("Het verslag komt nu niet. Probeer het zo nog eens.");
    return "";
  }
}
