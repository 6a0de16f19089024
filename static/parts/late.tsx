// Cards of an earlier step that came after its close: they are in no list of the step that is on, so it is said here.

import type { Live } from "../live";
import { t } from "../words";
import { Notice } from "./button";

export function Late({ live }: { live: Live }) {
  const texts = live.own.value.late ?? [];
  return (
    <>
      {texts.map((text) => (
        <Notice key={text} icon="clock" title={t("“{text}”", { text })}>
          {t("Kwam na het sluiten. De begeleider kijkt ernaar.")}
        </Notice>
      ))}
    </>
  );
}
