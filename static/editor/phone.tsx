// What people see: the real page of a phone, in a frame, on what the server says it would get. One can try it out; nothing is kept.
import { useEffect, useRef } from "preact/hooks";
import { t } from "../words";
import { picked, WHOLE } from "./draft";
import { dark, errors, looking, phone, tryOut } from "./looking";

export function Phone() {
  const frame = useRef<HTMLIFrameElement>(null);
  const ready = useRef(false);
  const show = () => ready.current && phone.value && frame.current?.contentWindow?.postMessage(phone.value, location.origin);
  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent) => {
      if (origin !== location.origin || source !== frame.current?.contentWindow) return;
      if (data === "ready") {
        ready.current = true;
        show();
      } else tryOut(data.op);
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, []);
  useEffect(() => void show(), [phone.value]);
  const why = picked.value === WHOLE ? t("Kies links een stap. Dan zie je hier de telefoon.") : looking.value || (dark.value && errors.value.length ? t("Los eerst op wat er bij de velden staat.") : "");
  const stale = !!why && phone.value?.of !== picked.value;
  return (
    <aside class="looks" aria-label={t("Zo ziet een telefoon dit")}>
      <h2>{t("Zo ziet een telefoon dit")}</h2>
      <div class={stale ? "frame stale" : "frame"}>
        <iframe ref={frame} src="/edit/phone" title={t("Telefoon")} tabIndex={why ? -1 : undefined} inert={!!why} />
        {why && <p class="why" role="status">{why}</p>}
      </div>
      <p class="small soft">{t("Met voorbeelden. Probeer maar uit, niets wordt bewaard.")}</p>
    </aside>
  );
}
