// What people may know before they take part and when they go: on the first and the last step. It says where help is and promises nothing.

import type { Live } from "../live";
import { t } from "../words";

export function Safety({ live }: { live: Live }) {
  const { safety } = live.parts.value.about ?? {};
  if (!safety) return null;
  return (
    <aside class="safety" aria-label={t("Veilig meedoen")}>
      {safety.says && <p>{safety.says}</p>}
      {safety.confidant !== undefined && <p>{safety.confidant ? t("Zo bereik je de vertrouwenspersoon: {confidant}", { confidant: safety.confidant }) : t("Hoe je de vertrouwenspersoon bereikt, staat op het bord.")}</p>}
    </aside>
  );
}
