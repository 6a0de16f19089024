// The wall: cards in fields, each with its "want ..." where the script asks for one.

import { Fields } from "../charts/fields";
import { OneField } from "../charts/one-field";
import type { Live } from "../live";
import { State } from "../parts/button";
import { Choice } from "../parts/choice";
import { Collect, type Place } from "../parts/collect";
import type { Field } from "../wire";
import { type KindWords, t } from "../words";
import { Shelves, type Desk } from "../console/shelf";

export function Phone({ live }: { live: Live }) {
  return <Collect live={live} place={fields} />;
}

const fields: Place = {
  first: true,
  next: {}, // people stay with a field for a while
  missing: (config, draft) => (draft.field || config.fields.length === 1 ? null : t("Kies nog een vak.")),
  of: (config, { field }) => ({ field: field ?? config.fields[0].id }),
  tag(config, card) {
    const name = (config.fields as Field[]).find(({ id }) => id === card.field)?.name;
    return { where: config.fields.length > 1 ? name : undefined };
  },
  Choose({ config, draft, change, enter, wrong }) {
    const all = config.fields as Field[];
    const chosen = all.length === 1 ? all[0] : all.find(({ id }) => id === draft.field);
    return (
      <div>
        {all.length > 1 && (
          <>
            <p class="q" id="q-field">
              {t("Waar hoort je kaart?")}
            </p>
            <Choice
              labelledBy="q-field"
              class="pick"
              options={all.map(({ id, name }) => ({ id, draw: () => name }))}
              value={draft.field}
              choose={(field) => change({ field })}
              enter={enter}
              describedBy={wrong ? "field-wrong" : undefined}
            />
          </>
        )}
        {wrong && (
          <State as="refused" id="field-wrong">
            {wrong}
          </State>
        )}
        {chosen?.question && <p class="asked">{chosen.question}</p>}
      </div>
    );
  },
};

export function Screen({ live }: { live: Live }) {
  const { config } = live.parts.value;
  const { screen } = live.stage.value!;
  const [only, ...others] = config.fields as Field[];
  const chosen = (config.fields as Field[]).find(({ id }) => id === screen?.place);
  if (chosen || !others.length) return <OneField key={(chosen ?? only).id} live={live} field={chosen ?? only} only={!others.length} />;
  return <Fields live={live} />;
}

export function Console({ desk }: { desk: Desk }) {
  return <Shelves desk={desk} places={desk.places} of={(item) => item.field} />;
}

export const words: KindWords = {
  name: () => t("wand"),
  now: () => t("Nu: schrijven"),
  opens: () => t("Open het schrijven"),
  closes: () => t("Sluit het schrijven"),
  collects: true,
};
