// What stands before an open step: the role that is asked once, the table that shares one phone, who only reads along, and leaving a step out.

import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Live } from "../live";
import { nt, refusal, t } from "../words";
import { Button, Notice, State } from "./button";
import { Choice } from "./choice";
import { Page } from "./page";

type Away = "" | "skip" | "look"; // taking part, leaving it out, looking along with who writes for the table

const away = signal<Record<string, Away>>({});

const awayOf = (live: Live, step: string): Away => away.value[step] ?? live.keep.get<Away>(`away.${step}`) ?? "";

function stayAway(live: Live, step: string, how: Away): void {
  live.keep.set(`away.${step}`, how);
  away.value = { ...away.value, [step]: how };
}

export function Gate({ live, children }: { live: Live; children: ComponentChildren }) {
  const step = live.board.value!.id;
  const { about } = live.parts.value;
  const you = live.own.value.you ?? {};
  const away = awayOf(live, step);
  const stay = (how: Away) => stayAway(live, step, how);
  if (live.stage.value!.now.state !== "open") return <>{children}</>;
  if (away === "skip") return <Elsewhere live={live} title={t("Je slaat deze stap over.")} says={t("Niemand ziet dat. Je kunt altijd nog meedoen.")} back={() => stay("")} />;
  if (about.roles && you.group === undefined) return <AskRole live={live} roles={about.roles} />;
  if (about.only && !about.only.includes(you.group)) return <ReadAlong live={live} only={about.only} />;
  if (about.table && !you.table) {
    if (away === "look") return <Elsewhere live={live} title={t("Jullie doen dit samen.")} says={t("Eén telefoon aan je tafel schrijft. Kijk daar mee.")} back={() => stay("")} word={t("Toch de telefoon van onze tafel")} />;
    return <Table live={live} look={() => stay("look")} />;
  }
  return <>{children}</>;
}

// Leaving a step out is known to this phone alone.
export function Skip({ live }: { live: Live }) {
  if (!live.parts.value.about?.skip) return null;
  return (
    <p class="skip">
      <button type="button" onClick={() => stayAway(live, live.board.value!.id, "skip")}>
        {t("Liever niet? Sla deze stap over.")}
      </button>
    </p>
  );
}

function Elsewhere({ live, title, says, back, word }: { live: Live; title: string; says: string; back(): void; word?: string }) {
  return (
    <Page live={live} calm title={title} lead={says} foot={<Button wide press={back}>{word ?? t("Toch meedoen")}</Button>}>
      <p>{t("Op het grote scherm zie je wat de groep doet.")}</p>
    </Page>
  );
}

function AskRole({ live, roles }: { live: Live; roles: string[] }) {
  const [role, choose] = useState<string | undefined>(undefined);
  const [wrong, complain] = useState("");
  const send = (group: string) => live.send({ board: "stage", do: "role", group }).then((answer) => "refused" in answer && complain(refusal(answer.refused)));
  return (
    <Page
      live={live}
      title={t("Wat is jouw rol?")}
      lead={t("Dit vragen we één keer. Je naam vragen we niet.")}
      foot={
        <>
          <Button press={() => send("")}>{t("Zeg ik liever niet")}</Button>
          <Button main off={role === undefined} press={() => (role === undefined ? complain(t("Kies eerst je rol.")) : send(role))}>
            {t("Verder")}
          </Button>
        </>
      }
    >
      <p class="vh" id="q-role">
        {t("Jouw rol")}
      </p>
      <Choice labelledBy="q-role" class="pick" options={roles.map((id) => ({ id, draw: () => id }))} value={role} choose={choose} enter={() => role && send(role)} />
      <span role="status">{wrong && <State as="refused">{wrong}</State>}</span>
    </Page>
  );
}

function ReadAlong({ live, only }: { live: Live; only: string[] }) {
  return (
    <Page live={live} calm title={live.parts.value.about.title} lead={live.parts.value.about.prompt}>
      <Notice icon="people" title={t("Deze stap is nu voor: {roles}.", { roles: only.join(", ") })}>
        {t("Lees mee op het grote scherm.")}
      </Notice>
    </Page>
  );
}

function Table({ live, look }: { live: Live; look(): void }) {
  const [mine, claim] = useState(false);
  const { about } = live.parts.value;
  if (mine) return <TablePhone live={live} back={() => claim(false)} />;
  return (
    <Page
      live={live}
      title={t("Is dit de telefoon van jullie tafel?")}
      lead={t("“{title}” doen jullie samen, op één telefoon of laptop per tafel.", { title: about.title })}
      foot={
        <>
          <Button press={look}>{t("Nee, ik kijk mee")}</Button>
          <Button main press={() => claim(true)}>
            {t("Ja, dit is hem")}
          </Button>
        </>
      }
    />
  );
}

const MOST_PEOPLE = 40;

function TablePhone({ live, back }: { live: Live; back(): void }) {
  const [table, setTable] = useState<number | null>(null);
  const [size, setSize] = useState(5);
  const [others, setOthers] = useState(0);
  const [taken, setTaken] = useState(false);
  const [wrong, complain] = useState("");
  function send(instead: boolean) {
    if (!table) return complain(t("Vul het nummer van jullie tafel in."));
    live.send({ board: "stage", do: "size", table, size, others, ...(instead && { instead }) }).then((answer) => {
      if (!("refused" in answer)) return;
      for (const it of live.unsent.value) if (it.op.do === "size") live.forget(it.id);
      setTaken(answer.refused === "table_taken");
      complain(refusal(answer.refused));
    });
  }
  return (
    <Page
      live={live}
      title={t("Jullie tafel")}
      lead={t("Dit geldt de hele dag.")}
      foot={
        <>
          <Button press={back}>{t("Terug")}</Button>
          <Button main press={() => send(taken)}>
            {taken ? t("Neem de tafel over") : t("Klaar")}
          </Button>
        </>
      }
    >
      <label for="table">{t("Nummer van de tafel")}</label>
      <input id="table" inputMode="numeric" maxLength={3} value={table ?? ""} onInput={(event) => (setTable(Number(event.currentTarget.value) || null), setTaken(false), complain(""))} />
      <Counter id="size" label={t("Met hoeveel mensen zitten jullie?")} n={size} least={1} most={MOST_PEOPLE} change={(n) => (setSize(n), setOthers(Math.min(others, n - 1)))} />
      {size > 1 && <Counter id="others" label={t("Hoeveel van hen doen ook mee op een eigen telefoon?")} n={others} least={0} most={size - 1} change={setOthers} />}
      <span role="status">{wrong && <State as="refused">{wrong}</State>}</span>
    </Page>
  );
}

function Counter({ id, label, n, least, most, change }: { id: string; label: string; n: number; least: number; most: number; change(n: number): void }) {
  const to = (m: number) => change(Math.max(least, Math.min(most, m)));
  return (
    <div class="counter" role="group" aria-labelledby={`${id}-label`}>
      <p class="q" id={`${id}-label`}>
        {label}
      </p>
      <button type="button" class="btn" aria-label={t("Eén minder")} aria-disabled={n <= least ? "true" : undefined} onClick={() => to(n - 1)}>
        −
      </button>
      <output class="tabular" aria-live="polite">
        {n}
      </output>
      <button type="button" class="btn" aria-label={t("Eén meer")} aria-disabled={n >= most ? "true" : undefined} onClick={() => to(n + 1)}>
        +
      </button>
    </div>
  );
}

// What holds for this step, under its question: for how many people I speak, and what others can see or guess.
export function Told({ live }: { live: Live }) {
  const { about, config } = live.parts.value;
  const { table, size = 1 } = live.own.value.you ?? {};
  if (about.reads === "nobody") return <p class="told small soft">{t("Alleen jij ziet wat je schrijft. Het staat alleen op deze telefoon.")}</p>;
  const writes = config?.max_cards !== undefined;
  const said = [
    about.table && table ? t("Tafel {table}, {people}.", { table, people: nt("{n} mens", "{n} mensen", size) }) : "",
    about.anonymous === "guess" ? t("In een kleine groep is te raden wie wat invult.") : "",
    about.anonymous === "yes" ? (writes ? t("Niemand ziet wie wat schreef. De begeleider leest alles.") : t("Niemand ziet wie wat invult.")) : "",
    about.few === undefined && about.anonymous === "yes" && !writes ? t("De uitslag komt er bij minstens 5 antwoorden.") : "",
    about.reads === "facilitator" ? t("Dit komt niet op het scherm.") : "",
    about.moderate ? t("De begeleider kijkt eerst wat er op het scherm komt.") : "",
    about.keep === false ? t("Dit bewaren we niet.") : "",
  ].filter(Boolean);
  return said.length ? <p class="told small soft">{said.join(" ")}</p> : null;
}

// A result that was shown while too few people answered to hide among.
export function Few({ live }: { live: Live }) {
  const { about } = live.parts.value;
  return (
    <Page live={live} title={about.title} lead={about.prompt}>
      <Notice icon="lock" title={t("De uitslag blijft dicht.")}>
        {t("Er zijn minder dan {n} antwoorden. Dan is te raden wie wat invulde.", { n: about.few })}
      </Notice>
    </Page>
  );
}
