// What the hall sees: the real screen page, small. It asks for its link once; the frame takes no keys and no focus.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Icon } from "../icons";
import { t } from "../words";
import { screenLink } from "./server";
import { stage } from "./room";
import { collects, current } from "./steps";

const source = signal("");

export function Preview() {
  useEffect(() => {
    if (!source.value) screenLink().then((url) => (source.value = url.replace("/screen", "/screen?preview=1")), () => (source.value = ""));
  }, []);
  return (
    <div class="preview">
      <p class="lab">
        <span>{t("Dit ziet de zaal")}</span>
        <Openness />
      </p>
      <div class="frame">{source.value && <iframe src={source.value} title={t("Dit ziet de zaal")} tabIndex={-1} inert />}</div>
    </div>
  );
}

function Openness() {
  const step = current(stage.value);
  if (!step || collects(step)) return null;
  const open = stage.value.now.revealed;
  return (
    <span>
      <Icon name={open ? "eye" : "closed"} /> {open ? t("uitslag open") : t("uitslag dicht")}
    </span>
  );
}
