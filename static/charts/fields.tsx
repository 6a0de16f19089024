// The wall: a column of cards per field, the result box in the middle where the script asks for it, a card in focus with its reason in orange.

import { useSignal } from "@preact/signals";
import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at, type Thing, usePages } from "../screen/pages";
import type { Live } from "../live";
import { besideOf, tagsOf } from "../parts/given";
import type { Beside, Field, Item } from "../wire";
import { t, want } from "../words";
import { headOf } from "../parts/beside";
import { textsOf } from "./beside";
import { Column } from "./column";
import { narrowed, narrowedTo } from "./narrowed";
import { Total } from "./total";

export function Fields({ live, empty }: { live: Live; empty?: string }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const fields = parts.config.fields as Field[];
  const list = narrowed(parts, stage);
  const only = narrowedTo(parts, stage);
  const beside = besideOf(parts);
  const counts = useSignal<Record<string, number>>({});
  const of = Math.max(1, ...fields.map(({ id }) => counts.value[id] ?? 1));
  const focus = stage.screen?.show === "card" ? parts[stage.screen.card ?? ""] : undefined;
  const asks = parts.config.because !== "none";
  const page = at(stage.screen?.page ?? 1, of);
  return (
    <>
      <Header title={parts.about.title} stage={stage} />
      <main class={`wall fields-${fields.length} ${beside ? "around" : ""}`}>
        {fields.map((field, i) => (
          <Column
            key={field.id}
            class={`f f${i}`}
            field={field}
            list={list.filter(([, item]) => item.field === field.id)}
            asks={asks}
            empty={empty}
            tags={tagsOf(parts)}
            careful={parts.config.careful}
            page={page}
            focus={stage.screen?.show === "card" ? stage.screen.card : undefined}
            fresh={live.fresh.value}
            tell={(pages) => counts.value[field.id] !== pages && (counts.value = { ...counts.value, [field.id]: pages })}
          />
        ))}
        {beside && <ResultBox beside={beside} focus={focus} />}
      </main>
      <Footer live={live} page={{ n: page + 1, of }} spare={[...(only ? [only] : []), ...(asks && list.some(([, it]) => !it.because) ? [t("want …? vul nog aan")] : []), ...(focus ? [t("Oranje: hier praten we nu over")] : [])]}>
        <Total list={list} people={stage.people ?? 0} />
      </Footer>
    </>
  );
}

function ResultBox({ beside, focus }: { beside: Beside; focus?: Item }) {
  const { ref, pages, says } = usePages({ list: textsOf(beside).map((text, i) => ({ id: String(i), key: text, it: text })), draw: goal, more, forms: 3 });
  const left = pages.slice(1).flat().length;
  return (
    <section class="res" aria-label={headOf(beside)}>
      <div class="goal">
        <h2>{headOf(beside)}</h2>
        <ol ref={ref}>
          {pages[0].map(goal)}
          {left > 0 && says[0] && <li class="rest-of" key="more">{t("en nog {n}", { n: left })}</li>}
          {!pages[0].length && <li>{t("Hier staat nog niets.")}</li>}
        </ol>
      </div>
      {focus && (
        <p class="because">
          <b>{focus.text}</b>
          {focus.because ? want(focus.because) : t("want …?")}
        </p>
      )}
    </section>
  );
}

const goal = ({ id, it }: Thing<string>) => <li key={id}>{it}</li>;
const more = (n: number) => <li class="rest-of">{t("en nog {n}", { n })}</li>;
