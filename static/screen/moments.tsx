// Pages without a board: nothing, thanks, and not connected.

import type { Live } from "../live";
import { Mark } from "../icons";
import { nt, t } from "../words";
import { Footer, Rehearsal } from "./footer";
import { Header } from "./header";

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

// An anonymous step with too few answers to hide among: nothing of it is shown.
export function Few({ live }: { live: Live }) {
  const { about } = live.parts.value;
  const { now } = live.stage.value!;
  return (
    <>
      <Header title={about.title} prompt={about.prompt} stage={live.stage.value!} />
      <main class="moment few">
        <h2>{now.revealed ? t("De uitslag blijft dicht.") : t("Nog even geduld.")}</h2>
        <p>
          {now.revealed
            ? t("Er zijn minder dan {n} antwoorden. Dan is te raden wie wat invulde.", { n: about.few })
            : t("Vanaf {n} mensen komt hier te staan wat jullie schrijven. Zo is niet te raden wie wat schreef.", { n: about.few })}
        </p>
      </main>
      <Footer live={live} />
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
