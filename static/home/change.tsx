// To the editor: a copy of any draaiboek, or one's own as it is; and one's own can go for good.
import { useState } from "preact/hooks";
import { Icon } from "../icons";
import { t } from "../words";
import { wipeScript } from "./owner";

export function Change({ script, own, whole = true }: { script: string; own: boolean; whole?: boolean }) {
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState("");
  const gone = () => wipeScript(script).then(() => location.assign(location.pathname), (error: Error) => setWrong(error.message));
  const to = (how: "copy" | "script") => `/edit?${how}=${encodeURIComponent(script)}`;
  if (asking) {
    return (
      <p class="row small change" role="alert">
        <b>{t("Dit draaiboek wissen? Dat kan niet terug.")}</b>
        <button type="button" class="btn small" onClick={gone}>{t("Ja, wis het")}</button>
        <button type="button" class="btn small" onClick={() => setAsking(false)}>{t("Nee")}</button>
        {wrong}
      </p>
    );
  }
  return (
    <p class="row change">
      {own && (
        <a class="btn small" href={to("script")}>
          <Icon name="pen" /> {t("Pas aan")}
        </a>
      )}
      {whole && (
        <a class="btn small" href={to("copy")}>
          {!own && <Icon name="pen" />} {own ? t("Maak een kopie") : t("Maak een kopie en pas aan")}
        </a>
      )}
      {own && <button type="button" class="btn small quiet" onClick={() => setAsking(true)}>{t("Wis")}</button>}
    </p>
  );
}
