// One line on top: the session, the four places, the room.
import { Icon, Mark } from "../icons";
import { t } from "../words";
import { show } from "./leading";
import { Press } from "./press";
import { live, sheet, stage, tab, tops, type Tab } from "./room";
import { openScreen } from "./screens";
import { current, isCardless } from "./steps";

const TABS: Tab[] = ["now", "cards", "script", "report"];

export function Bar() {
  const { title, rehearsal, locked, screens, way_in } = stage.value;
  const code = stage.value.screen!.show === "code";
  return (
    <header class="bar">
      <Mark />
      <b class="title">{title}</b>
      {rehearsal && <span class="tag">{t("proefsessie")}</span>}
      <Tabs />
      <div class="end">
        {locked && (
          <span class="tag">
            <Icon name="lock" /> {t("deur dicht")}
          </span>
        )}
        <Link />
        {screens ? (
          <span class="small">
            <Icon name="screen" /> {t("Scherm verbonden")}
          </span>
        ) : (
          <Press look="quiet" icon="screen" word={t("Open het scherm")} onPress={openScreen} />
        )}
        <Press look="quiet" word={<b>{spaced(way_in!.code)}</b>} more={t("hoe mensen binnenkomen")} onPress={() => (sheet.value = "way-in")} />
        <Press look="quiet" word={code ? t("Meedoen weg") : t("Meedoen tonen")} letter="Q" onPress={() => show("code")} />
        <Press look="quiet" word="?" more={t("Toetsen")} onPress={() => (sheet.value = "keys")} />
      </div>
    </header>
  );
}

export const spaced = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

function Tabs() {
  const step = current(stage.value);
  const cards = step && isCardless(step.kind) ? t("Bord") : t("Kaarten ({n})", { n: tops.value.filter(([, it]) => it.state === "shown").length });
  const words: Record<Tab, string> = { now: t("Nu"), cards, script: t("Draaiboek"), report: t("Verslag") };
  return (
    <nav aria-label={t("Onderdelen")}>
      {TABS.map((it) => (
        <button key={it} type="button" aria-current={tab.value === it ? "page" : undefined} onClick={() => (tab.value = it)}>
          {words[it]}
        </button>
      ))}
    </nav>
  );
}

function Link() {
  const link = live.link.value;
  return (
    <span role="status" class={link === "online" ? "vh" : "small link"}>
      {link === "online" ? t("Verbonden") : <><Icon name="offline" /> {t("Geen verbinding")}</>}
    </span>
  );
}
