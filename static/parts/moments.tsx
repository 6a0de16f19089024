// The pages between the steps: coming in, waiting, looking at the screen, the break, the end.

import { useMemo, useState } from "preact/hooks";
import type { Live } from "../live";
import { minutes, refusal, t } from "../words";
import { Button } from "./button";
import { Done } from "./done";
import { Page } from "./page";
import { useTick } from "./time";

export function Joining() {
  return (
    <main class="calm">
      <h1 tabIndex={-1}>{t("Je komt binnen.")}</h1>
      <p>{t("Een ogenblik.")}</p>
    </main>
  );
}

export function Refused({ reason }: { reason: string }) {
  const said: Record<string, [string, string]> = {
    no_such_session: [t("Deze sessie is er niet."), t("Misschien is hij gewist, of is er een nieuwe code. Kijk op het grote scherm.")],
    ended: [t("Deze sessie is afgelopen."), t("Meedoen kan niet meer. De begeleider heeft het verslag.")],
    locked: [t("De deur is dicht."), t("Er komt nu niemand meer bij. Vraag de begeleider om de deur te openen. Probeer het dan opnieuw.")],
    full: [t("De sessie is vol."), t("Er kan niemand meer bij. Kijk mee met iemand naast je, of vraag het de begeleider.")],
  };
  const [title, advice] = said[reason] ?? [t("Je kunt er nu niet in."), refusal(reason)];
  return (
    <>
      <main class="calm">
        <h1 tabIndex={-1}>{title}</h1>
        <p>{advice}</p>
        <p>
          <a class="btn" href="/">
            {t("Typ een andere code")}
          </a>
        </p>
      </main>
      {reason !== "ended" && (
        <footer class="bottom">
          <Button main wide press={() => location.reload()}>
            {t("Probeer opnieuw")}
          </Button>
        </footer>
      )}
    </>
  );
}

export function Waiting({ live }: { live: Live }) {
  const next = live.parts.value.about?.title; // a step that is on stage but not open yet
  return (
    <Page live={live} calm title={next ?? t("Je bent binnen.")} lead={t("We beginnen zo. Kijk maar naar het grote scherm. Je hoeft hier nog niets te doen.")}>
      {!next && <Privacy />}
    </Page>
  );
}

function Privacy() {
  const rows = [
    [t("Jouw naam"), t("Vragen we niet. Op het scherm staan kaarten en stippen, geen namen.")],
    [t("Wie ziet wat"), t("De begeleider leest alle kaarten, maar ziet niet wie ze schreef.")],
    [t("Let op"), t("Schrijf geen namen op, ook niet van collega’s.")],
    [t("Bewaren"), t("30 dagen na vandaag wissen we alles.")],
  ];
  return (
    <dl class="who">
      {rows.map(([what, how]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{how}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Look({ live }: { live: Live }) {
  return <Page live={live} calm title={t("Kijk even naar het scherm.")} lead={t("Wat je schreef, blijft hier staan. Straks ga je gewoon verder.")} />;
}

export function Break({ live }: { live: Live }) {
  const stage = live.stage.value!;
  const left = stage.now.break!.left;
  const until = useMemo(() => Date.now() - live.clock() + left * 1000, [stage]);
  useTick(true);
  const more = Math.ceil((until - Date.now()) / 60_000);
  const clock = new Date(until);
  const time = `${clock.getHours()}.${String(clock.getMinutes()).padStart(2, "0")}`;
  return (
    <Page
      live={live}
      calm
      title={t("Pauze tot {time}", { time })}
      lead={more > 0 ? t("Nog {time}. Laat deze pagina gerust open staan.", { time: minutes(more) }) : t("De pauze is om. We gaan zo verder.")}
    />
  );
}

export function Ended({ live }: { live: Live }) {
  const [done, show] = useState(false);
  if (done) return <Done live={live} close={() => show(false)} />;
  const { totals } = live.own.value; // gone once nobody can tell any more what was theirs
  const next = [t("De begeleider leest alles en maakt een verslag."), t("Wat jullie besloten, staat daarin. Namen staan er niet in."), t("30 dagen na vandaag wissen we alle kaarten en stippen.")];
  return (
    <Page
      live={live}
      calm
      title={
        <>
          {t("Klaar.")}
          <br />
          {t("Dank je wel.")}
        </>
      }
      lead={t("De sessie is dicht. Je kunt deze pagina sluiten.")}
      foot={
        <Button wide press={() => show(true)}>
          {t("Bekijk wat ik deed")}
        </Button>
      }
    >
      {totals && (
        <ul class="totals">
          <Total n={totals.cards} word={totals.cards === 1 ? t("kaart van jou") : t("kaarten van jou")} />
          <Total n={totals.dots} word={totals.dots === 1 ? t("stip gegeven") : t("stippen gegeven")} />
          <Total n={totals.ranks} word={totals.ranks === 1 ? t("volgorde") : t("volgordes")} />
        </ul>
      )}
      <section>
        <h2>{t("Wat gebeurt er nu?")}</h2>
        <ol class="next">
          {next.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </section>
    </Page>
  );
}

function Total({ n, word }: { n: number; word: string }) {
  return (
    <li>
      <b class="tabular">{n}</b>
      <span>{word}</span>
    </li>
  );
}
