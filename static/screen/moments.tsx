// Pages without a board: nothing, thanks, and not connected.

import type { Live } from "../live";
import { Mark } from "../icons";
import { nt, t } from "../words";
import { Rehearsal } from "./footer";

export function Blank({ live }: { live: Live }) {
  return (
    <main class="blank" aria-label={t("Leeg scherm")}>
      <h1 class="vh">{live.stage.value!.title}</h1>
      <Mark />
      {live.stage.value!.rehearsal && <Rehearsal />}
    </main>
  );
}

export function Ended({ live }: { live: Live }) {
  const { title, group, people = 0 } = live.stage.value!;
  return (
    <>
      <main class="moment">
        <Mark />
        <h1>{t("Dank je wel")}</h1>
        <p>{t("Je kunt je telefoon wegleggen. Wat jullie samen maakten, staat in het verslag.")}</p>
        <p class="soft">{[title, group, nt("{n} mens deed mee", "{n} mensen deden mee", people)].filter(Boolean).join(" · ")}</p>
      </main>
      {live.stage.value!.rehearsal && (
        <footer class="foot">
          <Rehearsal />
        </footer>
      )}
    </>
  );
}

// Before there is anything to draw: connecting, or no right to.
export function Door({ title, says }: { title: string; says?: string }) {
  return (
    <main class="moment">
      <Mark />
      <h1>{title}</h1>
      {says && <p>{says}</p>}
    </main>
  );
}
