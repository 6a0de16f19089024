// The first page, and the one that comes back for latecomers: the QR code, the address, the code, and who is in.

import type { Live } from "../live";
import { Icon } from "../icons";
import type { Stage } from "../wire";
import { nt, t } from "../words";
import { Crowd, crowdKey } from "./crowd";
import { Rehearsal } from "./footer";
import { useFit } from "./fit";
import { address, inTwo } from "./header";

export function Waiting({ live }: { live: Live }) {
  const stage = live.stage.value!;
  return (
    <main class="waiting">
      {stage.way_in && !stage.locked && (
        <div class="big">
          <img src={stage.way_in.qr} alt={t("QR-code naar {url}", { url: `${address(stage.way_in.url)}/${stage.way_in.code}` })} />
        </div>
      )}
      {stage.locked ? <Shut stage={stage} /> : <HowTo stage={stage} />}
      <People people={stage.people ?? 0} />
    </main>
  );
}

function HowTo({ stage }: { stage: Stage }) {
  const ref = useFit<HTMLDivElement>(5);
  return (
    <div class="txt" ref={ref}>
      <h1>{t("Doe je mee?")}</h1>
      <p class="p">
        <span>{t("Scan de code met je telefoon.")}</span> <span>{t("Geen account, geen app, geen naam.")}</span>
      </p>
      {stage.way_in && (
        <div class="code">
          {stage.rehearsal && <Rehearsal />}
          <span class="s">{t("Of ga naar")}</span>
          <b class="url">{address(stage.way_in.url)}</b>
          <span class="s">{t("en typ deze code")}</span>
          <b class="k">
            <span>{inTwo(stage.way_in.code).slice(0, 3)}</span> <span>{inTwo(stage.way_in.code).slice(4)}</span>
          </b>
        </div>
      )}
    </div>
  );
}

function Shut({ stage }: { stage: Stage }) {
  return (
    <div class="shut-door">
      <Icon name="lock" />
      <h1>{t("De deur is dicht")}</h1>
      <p class="p">{t("Er kan niemand meer bij. Deed je al mee? Dan blijf je binnen.")}</p>
      {stage.rehearsal && <Rehearsal />}
    </div>
  );
}

function People({ people }: { people: number }) {
  const says = people ? nt("{n} is binnen", "{n} zijn binnen", people) : t("Wie is de eerste?");
  return (
    <div class="crowd">
      <p>
        <b role="status">{says}</b>
        {people > 0 && <span class="s">{t("{key} Oranje is net binnen.", { key: crowdKey(people) })}</span>}
      </p>
      {people > 0 && <Crowd people={people} newest wide={12} name={says} />}
    </div>
  );
}
