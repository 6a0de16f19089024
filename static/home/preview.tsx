// One draaiboek on one page: what happens, what it asks, what it gives; to print, and to begin.
import { KINDS } from "kinds:words";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Line } from "../icons";
import { t } from "../words";
import { Change } from "./change";
import { factsOf } from "./entry";
import { spoken } from "./house-words";
import { lasting } from "./looking";
import type { Script, Step } from "./owner";
import { Open } from "./place";
import { Print } from "./print";
import { Strip } from "./strip";

export function Preview({ script, scripts }: { script: Script; scripts: Script[] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current!.focus({ preventScroll: true }), []);
  const titleOf = (id: string) => scripts.find((it) => it.id === id)?.title ?? id;
  return (
    <article class="preview" aria-labelledby="title">
      <div class="split top">
        <p class="back">
          <Open script={null}>{t("Alle draaiboeken")}</Open>
        </p>
        <Print script={script} />
      </div>
      <h2 id="title" tabIndex={-1} ref={heading}>{script.title}</h2>
      <p class="lead">{script.summary}</p>
      <p class="small soft">{[lasting(script.minutes), ...factsOf(script)].join(" · ")}</p>
      <Change script={script.id} own={script.own} />
      <Strip steps={script.steps} />
      <div class="two">
        <section aria-labelledby="happens">
          <h3 id="happens">{t("Wat gebeurt er")}</h3>
          <ol class="plan">{script.steps.map((step, i) => <Row key={step.id} step={step} number={i + 1} />)}</ol>
        </section>
        <section aria-labelledby="about">
          <h3 id="about">{t("Goed om te weten")}</h3>
          <dl class="facts">
            <Fact name={t("Voor wie")}>{script.audience && <p>{script.audience}</p>}</Fact>
            <Fact name={t("Wat heb je nodig")}>{script.needs.length > 0 && <List items={script.needs} />}</Fact>
            <Fact name={t("Wat levert het op")}>{script.leaves.length > 0 && <List items={script.leaves} />}</Fact>
            <Fact name={t("Bouwt voort op")}>
              {script.goes_on_from.length > 0 && (
                <ul>
                  {script.goes_on_from.map((id) => (
                    <li key={id}>
                      <Open script={id}>{titleOf(id)}</Open>
                    </li>
                  ))}
                </ul>
              )}
            </Fact>
            <Fact name={t("Jullie woorden")}>{script.words.length > 0 && <p>{t("Je kiest zelf hoe je dit noemt: {words}.", { words: script.words.map(({ place, said }) => spoken(place, said)).join(", ") })}</p>}</Fact>
            <Fact name={t("Veilig meedoen")}>{(script.safety || script.confidant) && <p>{[script.safety, script.confidant ? t("Op het scherm komt hoe je de vertrouwenspersoon bereikt.") : ""].filter(Boolean).join(" ")}</p>}</Fact>
          </dl>
        </section>
      </div>
    </article>
  );
}

function Row({ step, number }: { step: Step; number: number }) {
  const { name, sign } = KINDS[step.kind];
  return (
    <>
      <li>
        <span class="n tabular">{number}</span>
        <span>
          <b>{step.title}</b>
          <span class="asks">{step.prompt}</span>
        </span>
        <span class="kind small">
          <Line path={sign} /> {name()}
        </span>
        <span class="m tabular">{t("{n} min.", { n: step.minutes })}</span>
      </li>
      {step.break_after && (
        <li class="pause">
          <span class="n" />
          <span>{t("Pauze")}</span>
          <span class="kind" />
          <span class="m tabular">{t("{n} min.", { n: step.break_after })}</span>
        </li>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return children ? (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;
}

const List = ({ items }: { items: string[] }) => (
  <ul class="bullets">
    {items.map((it) => (
      <li key={it}>{it}</li>
    ))}
  </ul>
);
