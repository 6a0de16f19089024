// The top of every page: the title on the left, the way in on the right, always on the same spot.

import type { Stage } from "../wire";
import { Icon } from "../icons";
import { t } from "../words";
import { useFit } from "./fit";

interface HeaderProps {
  title: string;
  on?: string; // what part of it is shown now
  prompt?: string; // gives way where it does not fit
  stage: Stage;
}

export function Header({ title, on, prompt, stage }: HeaderProps) {
  const ref = useFit<HTMLDivElement>(prompt ? 6 : 4);
  return (
    <header class="head">
      <div class={`name ${prompt ? "asks" : ""}`} ref={ref}>
        <h1>{title}</h1>
        {on && <p class="on">{on}</p>}
        {prompt && <p>{prompt}</p>}
      </div>
      <WayIn stage={stage} />
    </header>
  );
}

function WayIn({ stage }: { stage: Stage }) {
  if (!stage.way_in) return null;
  if (stage.locked)
    return (
      <p class="way shut">
        <Icon name="lock" /> {t("Deur dicht")}
      </p>
    );
  const { url, code, qr } = stage.way_in;
  return (
    <div class="way">
      <p class="s">
        {address(url)}
        <b>{inTwo(code)}</b>
      </p>
      <img src={qr} alt={t("QR-code naar {url}", { url: `${address(url)}/${code}` })} />
    </div>
  );
}

// What people type: no http, no slash at the end.
export const address = (url: string): string => url.replace(/^https?:\/\//, "").replace(/\/$/, "");

export const inTwo = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
