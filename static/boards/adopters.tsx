// Adopters: everybody spreads imaginary colleagues over five groups; the screen shows one averaged bar, never a person.

import { SpreadResult, type Bar, type Group, isEnough } from "../charts/spread";
import { GroupBar, GroupSign } from "../charts/group-bar";
import { Turnout } from "../charts/turnout";
import { useState } from "preact/hooks";
import { Icon } from "../icons";
import type { Live } from "../live";
import { Button, Notice } from "../parts/button";
import { useKept } from "../parts/kept";
import { Page } from "../parts/page";
import { type KindWords, nt, refusal, t } from "../words";
import type { Desk } from "../console/shelf";

type Placed = Record<string, number>;

export function Phone({ live }: { live: Live }) {
  const { state, revealed } = live.stage.value!.now;
  const { about } = live.parts.value;
  if (state === "open") return <Placing live={live} />;
  return (
    <Page live={live} beside title={about.title} lead={about.prompt}>
      <Notice icon={revealed ? "eye" : "lock"} title={revealed ? t("De uitslag staat op het grote scherm.") : t("Deze stap is dicht.")}>
        {revealed ? t("Daar staat één gemiddelde van de hele groep.") : t("De uitslag is nog dicht. Kijk mee op het grote scherm.")}
      </Notice>
      <Mine live={live} />
    </Page>
  );
}

function Placing({ live }: { live: Live }) {
  const step = live.board.value!.id;
  const { about, config } = live.parts.value;
  const groups = config.groups as Group[];
  const [draft, setDraft] = useKept<Placed | null>(live.keep, `spread.${step}`, null);
  const [wrong, complain] = useState("");
  const sent = mySent(live);
  const placed = draft ?? sent ?? {};
  const n = (id: string) => placed[id] ?? 0;
  const left = config.units - groups.reduce((sum, { id }) => sum + n(id), 0);
  const same = !!sent && groups.every(({ id }) => n(id) === (sent[id] ?? 0));
  const waiting = isWaiting(live);

  function place(id: string, wish: number) {
    complain("");
    setDraft({ ...placed, [id]: Math.max(0, Math.min(wish, n(id) + left)) });
  }
  function sendIn() {
    if (left) return complain(refusal("not_all_placed"));
    if (same) return;
    live.send({ board: step, do: "spread", groups: placed });
    setDraft(null);
  }
  return (
    <Page
      live={live}
      beside
      title={about.title}
      lead={about.prompt}
      foot={
        <>
          <p role="status">{wrong || foot(left, !!sent, same, waiting)}</p>
          <Button main off={left !== 0 || same} press={sendIn}>
            {sent ? t("Stuur opnieuw in") : t("Stuur in")}
          </Button>
        </>
      }
    >
      <div class="to-place">
        <p>
          <b class="tabular">{left}</b> {nt("denkbeeldige collega nog te plaatsen", "denkbeeldige collega’s nog te plaatsen", left)}
        </p>
        <GroupBar units={config.units} placed={groups.map(({ id }) => n(id))} high={70} grain={18} />
      </div>
      <ul class="adopters" data-pending={waiting ? "" : undefined}>
        {groups.map((group, i) => (
          <Row key={group.id} group={group} sign={i} n={n(group.id)} left={left} place={(wish) => place(group.id, wish)} />
        ))}
      </ul>
      <p class="small soft">{t("De groep ziet alleen het gemiddelde, en pas vanaf 5 antwoorden. Overslaan mag: stuur dan niets in.")}</p>
    </Page>
  );
}

// Before an adjusted number of colleagues is placed anew, `left` may be below zero.
function foot(left: number, sent: boolean, same: boolean, waiting: boolean): string {
  if (left < 0) return nt("Er is {n} te veel geplaatst.", "Er zijn er {n} te veel geplaatst.", -left);
  if (left) return nt("Nog {n} te plaatsen.", "Nog {n} te plaatsen.", left);
  if (same) return waiting ? t("Je verdeling is onderweg.") : t("Ingestuurd. Je mag nog schuiven.");
  return sent ? t("Je hebt iets veranderd. Stuur het opnieuw in.") : t("Alles is geplaatst. Stuur het in.");
}

interface RowProps {
  group: Group;
  sign: number;
  n: number;
  left: number;
  place(wish: number): void;
}

function Row({ group, sign, n, left, place }: RowProps) {
  const { name } = group;
  return (
    <li>
      <GroupSign group={sign} />
      <span class="of-group">
        <b>{name}</b>
        <small>{group.behaviour}</small>
      </span>
      <span class="how-many">
        <button type="button" aria-label={t("Eén minder: {name}", { name })} aria-disabled={n ? undefined : "true"} onClick={() => place(n - 1)}>
          <Icon name="minus" />
        </button>
        <input
          type="number"
          inputMode="numeric"
          min={0}
          max={n + Math.max(0, left)}
          aria-label={t("Hoeveel {name}", { name })}
          value={n}
          onFocus={(event) => event.currentTarget.select()}
          onInput={(event) => place(Math.floor(event.currentTarget.valueAsNumber) || 0)}
          onBlur={(event) => (event.currentTarget.value = String(n))}
        />
        <button type="button" aria-label={t("Eén meer: {name}", { name })} aria-disabled={left > 0 ? undefined : "true"} onClick={() => place(n + 1)}>
          <Icon name="plus" />
        </button>
      </span>
    </li>
  );
}

// What I sent in, also while it is still on its way.
function mySent(live: Live): Placed | null {
  const coming = live.outbox.value.filter(({ op }) => op.board === live.board.value!.id && op.do === "spread").pop();
  return (coming?.op.groups as Placed | undefined) ?? live.own.value.spread ?? null;
}

const isWaiting = (live: Live): boolean => live.outbox.value.some(({ op }) => op.board === live.board.value!.id && op.do === "spread");

function Mine({ live }: { live: Live }) {
  const mine = mySent(live);
  if (!mine) return <p>{t("Je hebt niets ingestuurd.")}</p>;
  return (
    <section>
      <h2>{t("Jouw verdeling")}</h2>
      <ul class="result">
        {(live.parts.value.config.groups as Group[]).map(({ id, name }, i) => (
          <li key={id}>
            <GroupSign group={i} />
            <span>{name}</span>
            <span class="count">{mine[id] ?? 0}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Screen({ live }: { live: Live }) {
  const { state, revealed } = live.stage.value!.now;
  const bar: Bar | undefined = live.parts.value.bar;
  if (state === "waiting" || isEnough(bar)) return <SpreadResult live={live} bar={bar} />;
  const few = { sure: t("Er zijn nog te weinig antwoorden."), talk: t("Onder de 5 tonen we niets: dan is te raden wie wat invulde.") };
  return <Turnout live={live} before="" during={revealed ? few : { sure: t("De uitslag is nog dicht."), talk: t("Zo schat iedereen voor zichzelf.") }} />;
}

export function Console({ desk }: { desk: Desk }) {
  const bar: Bar | undefined = desk.parts.bar;
  const groups = desk.parts.config.groups as Group[];
  if (!bar) return <p class="none">{t("De uitslag is nog dicht, ook hier.")}</p>;
  if (!isEnough(bar)) return <p class="none">{t("Er zijn nog te weinig antwoorden: onder de 5 tonen we niets.")}</p>;
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("Groep")}</th>
            <th scope="col">{t("Gemiddeld")}</th>
            <th scope="col">{t("Middelste helft")}</th>
          </tr>
        </thead>
        <tbody>
          {bar.groups.map(({ id, mean, low, high }, i) => (
            <tr key={id}>
              <th scope="row">
                <GroupSign group={i} /> {groups[i].name}
              </th>
              <td class="tm">{mean}</td>
              <td>{low === high ? low : t("{low} tot {high}", { low, high })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t("Een indruk, geen telling van mensen. Klaar met praten? Zet het scherm leeg met B.")}</p>
    </>
  );
}

export const words: KindWords = {
  name: () => t("team verdelen"),
  sign: "M2 19c5 0 5-13 10-13s5 13 10 13",
  now: () => t("Nu: verdelen"),
  opens: () => t("Open het verdelen"),
  closes: () => t("Sluit het verdelen"),
  cardless: true,
  standing: ({ bar }) => (isEnough(bar) ? nt("Open: het gemiddelde van {n} mens.", "Open: het gemiddelde van {n} mensen.", bar.people) : t("Open, maar er zijn te weinig antwoorden om iets te tonen.")),
};
