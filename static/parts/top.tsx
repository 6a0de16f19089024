// The line on top: where am I, is it safe; and the bands under it that hold for every page.

import type { Live } from "../live";
import { Icon, Mark } from "../icons";
import { t } from "../words";
import { Notice } from "./button";

export function Top({ live }: { live: Live }) {
  const stage = live.stage.value;
  const step = stage ? stage.steps.findIndex(({ id }) => id === stage.now.step) + 1 : 0;
  const where = step && !stage!.ended ? t("Stap {n} van {all}", { n: step, all: stage!.steps.length }) : stage ? stage.title : t("Werksessie");
  return (
    <>
      <header class="top">
        <Mark />
        <b>{where}</b>
        <Net live={live} />
      </header>
      {stage?.rehearsal && <aside class="rehearsal" aria-label={t("Proefsessie")}>{t("Dit is een proefsessie. Probeer maar uit, het telt niet mee.")}</aside>}
      <div role="status">{!live.refused.value && <Held live={live} />}</div>
    </>
  );
}

function Net({ live }: { live: Live }) {
  if (live.refused.value || live.stage.value?.ended) return <Word icon="lock" text={t("Gesloten")} />;
  if (live.link.value === "online") return <Word icon="wifi" text={t("Verbonden")} />;
  if (live.link.value === "offline") return <Word icon="offline" text={t("Geen verbinding")} />;
  return <Word icon="clock" text={t("Verbinden")} />;
}

function Word({ icon, text }: { icon: "lock" | "wifi" | "offline" | "clock"; text: string }) {
  return (
    <span class="net" role="status">
      <Icon name={icon} />
      {text}
    </span>
  );
}

// Why work stays on this phone for now.
function Held({ live }: { live: Live }) {
  const stage = live.stage.value;
  if (live.link.value === "offline") return <Offline joined={!!stage} />;
  if (!stage?.trouble) return null;
  return (
    <Notice warn icon="offline" title={t("De laptop is vol.")}>
      {t("Je werk staat op deze telefoon. We sturen het zodra er weer ruimte is.")}
    </Notice>
  );
}

function Offline({ joined }: { joined: boolean }) {
  if (!joined) {
    return (
      <Notice warn icon="offline" title={t("We krijgen geen verbinding.")}>
        {t("Zit je op het goede wifi-netwerk? We blijven het proberen.")}
      </Notice>
    );
  }
  return (
    <Notice warn icon="offline" title={t("Ga gewoon door.")}>
      {t("Je werk staat op deze telefoon. We sturen het zodra er weer verbinding is.")}
    </Notice>
  );
}
