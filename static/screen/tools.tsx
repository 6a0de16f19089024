// Two buttons for who stands at the projector; they show when the mouse moves or the keyboard comes by, and have keys: F and T.

import { useEffect, useState } from "preact/hooks";
import { t } from "../words";
import { nextTheme, wholeScreen } from "./theme";

const SHOWN = 3000; // ms after the mouse stopped

export const isPreview = (): boolean => new URLSearchParams(location.search).has("preview");

export function Tools() {
  const [moved, setMoved] = useState(0);
  useEffect(() => {
    if (isPreview()) return;
    const wake = () => setMoved(Date.now());
    addEventListener("pointermove", wake);
    addEventListener("keydown", byKey);
    return () => (removeEventListener("pointermove", wake), removeEventListener("keydown", byKey));
  }, []);
  useEffect(() => {
    const timer = moved ? setTimeout(() => setMoved(0), SHOWN) : 0;
    return () => clearTimeout(timer);
  }, [moved]);
  if (isPreview()) return null;
  return (
    <section class={`screen-tools ${moved ? "awake" : ""}`} aria-label={t("Dit scherm")}>
      <button type="button" onClick={wholeScreen}>
        {t("Volledig scherm")} <kbd>F</kbd>
      </button>
      <button type="button" onClick={nextTheme}>
        {t("Licht of donker")} <kbd>T</kbd>
      </button>
    </section>
  );
}

function byKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
  if (ctrlKey || metaKey || altKey) return;
  if (key.toLowerCase() === "f") wholeScreen();
  if (key.toLowerCase() === "t") nextTheme();
}
