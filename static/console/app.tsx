// The facilitator's page: the bar on top and one of four places below it.
import { Icon } from "../icons";
import { refusal, t } from "../words";
import { Attention } from "./attention";
import { Bar } from "./bar";
import { Cards } from "./cards";
import { Now } from "./now";
import { Rail } from "./rail";
import { Report } from "./report";
import { live, tab } from "./room";
import { Script } from "./script";
import { Sheets } from "./sheets";

export function App() {
  if (live.refused.value) return <Plain title={t("Deze bediening werkt niet meer")} text={refusal(live.refused.value)} />;
  if (!live.stage.value) return <Plain title={t("Verbinden")} text={t("Even wachten op de werksessie.")} />;
  return (
    <div class="console">
      <Bar />
      <Offline />
      <DiskFull />
      <Place />
      <Sheets />
    </div>
  );
}

function Place() {
  switch (tab.value) {
    case "cards":
      return <Cards />;
    case "script":
      return <Script />;
    case "report":
      return <Report />;
    default:
      return (
        <div class="cols">
          <Rail />
          <Now />
          <Attention />
        </div>
      );
  }
}

function Offline() {
  if (live.link.value !== "offline") return null;
  return (
    <p class="offline" role="alert">
      <Icon name="offline" /> <b>{t("Geen verbinding met de werksessie.")}</b> {t("Wat je nu doet, gaat mee zodra de verbinding terug is. Telefoons bewaren hun werk.")}
    </p>
  );
}

function DiskFull() {
  if (live.link.value === "offline" || !live.stage.value?.trouble) return null;
  return (
    <p class="offline" role="alert">
      <Icon name="offline" /> <b>{t("De schijf van deze laptop is vol.")}</b> {t("Maak ruimte: dan gaat alles vanzelf verder. Telefoons bewaren hun werk tot die tijd.")}
    </p>
  );
}

export function Plain({ title, text }: { title: string; text: string }) {
  return (
    <main class="plain">
      <h1>{title}</h1>
      <p>{text}</p>
    </main>
  );
}
