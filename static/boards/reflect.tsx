// Closing questions: answered on the phone; on the screen nothing, what the facilitator approved, or the sentence we agree on.

import { Agreed } from "../charts/agreed";
import { Fields } from "../charts/fields";
import { OneField } from "../charts/one-field";
import { Turnout } from "../charts/turnout";
import { type Desk, Shelves } from "../console/shelf";
import type { Live } from "../live";
import { Reflected, Reflecting } from "../parts/reflecting";
import { useFit } from "../screen/fit";
import { type Field, items } from "../wire";
import { cards, type KindWords, t } from "../words";

export function Phone({ live }: { live: Live }) {
  return live.stage.value!.now.state === "open" ? <Reflecting live={live} /> : <Reflected live={live} />;
}

export function Screen({ live }: { live: Live }) {
  const { config } = live.parts.value;
  const fields = config.fields as Field[];
  if (config.show === "nothing") return <Unseen live={live} />;
  const list = items(live.parts.value);
  const alone = fields.every(({ id }) => list.filter(([, item]) => item.field === id).length < 2);
  if (config.show === "sentence" && alone) return <Agreed live={live} />;
  const chosen = fields.find(({ id }) => id === live.stage.value!.screen?.place);
  const empty = config.show === "quotes" ? t("Hier komen antwoorden die de begeleider toont.") : t("Hier komt jullie zin.");
  if (chosen || fields.length === 1) return <OneField key={(chosen ?? fields[0]).id} live={live} field={chosen ?? fields[0]} only={fields.length === 1} empty={empty} />;
  return <Fields live={live} empty={empty} />;
}

// Nothing of it is shown; the screen says so, and how many are done.
function Unseen({ live }: { live: Live }) {
  const { about, config } = live.parts.value;
  const where = about.reads === "nobody" ? t("Je antwoord blijft op je telefoon.") : t("Je antwoord komt niet op het scherm.");
  const asked = (config.fields as Field[]).map(({ name }) => name || about.prompt);
  return <Turnout live={live} ready={<Asked texts={asked} />} before={where} during={{ sure: where, talk: t("Wie wil, vertelt er iets over.") }} />;
}

function Asked({ texts }: { texts: string[] }) {
  const ref = useFit<HTMLOListElement>(6);
  return (
    <ol class="agreed-on" ref={ref}>
      {texts.map((text) => (
        <li key={text}>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  );
}

export function Console({ desk }: { desk: Desk }) {
  const { about, counts } = desk.parts;
  if (about.reads === "nobody") {
    const n = Object.values(counts as Record<string, number>).reduce((sum, it) => sum + it, 0);
    return <p class="small">{t("{cards} opgeschreven. De woorden staan alleen op de telefoons: hier is niets te lezen.", { cards: cards(n) })}</p>;
  }
  return (
    <>
      {about.reads && <p class="small">{t("De zaal ziet dit niet.")}</p>}
      <Shelves desk={desk} places={desk.places} of={(item) => item.field} />
    </>
  );
}

export const words: KindWords = {
  name: () => t("afronding"),
  sign: "M3 4h18v12H11l-5 5v-5H3z",
  now: () => t("Nu: opschrijven"),
  opens: () => t("Open het opschrijven"),
  closes: () => t("Sluit het opschrijven"),
  collects: true,
};
