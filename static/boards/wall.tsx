// The wall: cards in fields, each with its "want ..." where the script asks for one.

import { Fields } from "../charts/fields";
import { OneField } from "../charts/one-field";
import { WallRows } from "../charts/wall-rows";
import type { Live } from "../live";
import { State } from "../parts/button";
import { Choice } from "../parts/choice";
import { Collect, type HelpProps, type Place } from "../parts/collect";
import { isAbout, tagsOf } from "../parts/given";
import { later } from "../parts/later";
import type { Group } from "../parts/suggested";
import type { Field, Parts, Tag } from "../wire";
import { type KindWords, t } from "../words";
import { Shelves, type Desk } from "../console/shelf";

export function Phone({ live }: { live: Live }) {
  const { config } = live.parts.value;
  return <Collect live={live} place={fields} config={{ ...config, tags: tagsOf(live.parts.value), about: isAbout(live.parts.value) }} />;
}

const Suggested = later<HelpProps & { groups: Group[] }>(() => import("../parts/suggested").then((it) => it.Suggested));

const fields: Place = {
  first: true,
  next: {}, // people stay with a field for a while
  missing(config, draft) {
    if (!draft.field && config.fields.length > 1) return t("Kies nog een vak.");
    return config.about && !draft.tag ? t("Kies nog waar je kaart over gaat.") : null;
  },
  of: (config, { field, tag }) => ({ field: field ?? config.fields[0].id, ...(tag && { tag }) }),
  tag(config, card) {
    const name = (config.fields as Field[]).find(({ id }) => id === card.field)?.name;
    const tag = (config.tags as Tag[]).find(({ id }) => id === card.tag)?.name;
    return { where: [config.fields.length > 1 && name, tag].filter(Boolean).join(", ") || undefined };
  },
  Help: (props) => (props.config.examples.length ? <Suggested {...props} groups={[{ id: "", name: t("Voorbeelden"), texts: props.config.examples }]} /> : null),
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
        {config.tags.length > 0 && (
          <>
            <p class="q tags" id="q-tag">
              {t("Waar gaat je kaart over?")}
            </p>
            <Choice labelledBy="q-tag" class="pick" options={(config.tags as Tag[]).map(({ id, name }) => ({ id, draw: () => name }))} value={draft.tag} choose={(tag) => change({ tag })} enter={enter} />
          </>
        )}
      </div>
    );
  },
};

export function Screen({ live }: { live: Live }) {
  const { config } = live.parts.value;
  const { screen } = live.stage.value!;
  const [only, ...others] = config.fields as Field[];
  const chosen = (config.fields as Field[]).find(({ id }) => id === screen?.place);
  if (config.use === "rows" && !chosen && !screen?.tag) return <WallRows live={live} />;
  if (chosen || !others.length) return <OneField key={(chosen ?? only).id} live={live} field={chosen ?? only} only={!others.length} />;
  return <Fields live={live} />;
}

export function Console({ desk }: { desk: Desk }) {
  return <Shelves desk={desk} places={desk.places} of={(item) => item.field} />;
}

export const words: KindWords = {
  name: () => t("muur"),
  sign: "M4 4h7v7H4zM14 4h6v7h-6zM4 14h7v6H4z",
  now: () => t("Nu: schrijven"),
  opens: () => t("Open het schrijven"),
  closes: () => t("Sluit het schrijven"),
  collects: true,
  shows: inItsPlace,
};

// A wall around a result box shows the card where it hangs, with its reason in the middle, when there is room for both.
function inItsPlace(parts: Parts, card: string): boolean {
  const { text, because = "" } = parts[card];
  const fields = parts.config?.fields?.length ?? 0;
  return !!parts.beside && fields > 1 && fields < 5 && text.length + because.length <= SHORT && !matchMedia("(max-aspect-ratio: 3/2)").matches;
}

const SHORT = 140; // characters
