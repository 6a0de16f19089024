// Who I am in the room, where a step asks for it: my role, once, and the table this phone speaks for.

import { useState } from "preact/hooks";
import type { Live } from "../live";
import { items, type Option } from "../wire";
import { refusal, t } from "../words";
import { Button, Notice, State } from "./button";
import { Choice } from "./choice";
import { stayAway } from "./gate";
import { Page } from "./page";

export function AskRole({ live }: { live: Live }) {
  const { roles, prompt }: { roles: string[]; prompt: string } = live.parts.value.about;
  const options = whoIsHere(live);
  const [role, choose] = useState<string | undefined>(undefined);
  const [wrong, complain] = useState("");
  async function send(group: string) {
    const board = live.board.value!.id;
    const option = options.find(({ name }) => name === group);
    const answer = await live.send({ board: "stage", do: "role", group });
    if ("refused" in answer) complain(refusal(answer.refused));
    else if (option) live.send({ board, do: "choose", options: [option.id] });
  }
  return (
    <Page
      live={live}
      title={options.length ? prompt : t("Wat is jouw rol?")}
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

// The options of a poll of who is here: there the role is the answer, and nobody is asked the same twice.
function whoIsHere(live: Live): Option[] {
  const parts = live.parts.value;
  const options: Option[] = live.board.value!.kind === "poll" && !items(parts).length ? parts.config.options : [];
  return parts.about.roles.every((role: string) => options.some(({ name }) => name === role)) ? options : [];
}

export function Table({ live }: { live: Live }) {
  const look = () => stayAway(live, live.board.value!.id, "look");
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
  const names = live.stage.value!.tables;
  const sitAt = (n: number) => (setTable(n || null), setTaken(false), complain(""));
  function send(instead: boolean) {
    if (!table) return complain(names ? t("Kies eerst jullie tafel.") : t("Vul het nummer van jullie tafel in."));
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
      {names ? (
        <>
          <p class="q" id="q-table">
            {t("Welke tafel zijn jullie?")}
          </p>
          <Choice labelledBy="q-table" class="pick" options={names.map((name, i) => ({ id: String(i + 1), draw: () => name }))} value={table ? String(table) : undefined} choose={(id) => sitAt(Number(id))} />
        </>
      ) : (
        <>
          <label for="table">{t("Nummer van de tafel")}</label>
          <input id="table" inputMode="numeric" maxLength={3} value={table ?? ""} onInput={(event) => sitAt(Number(event.currentTarget.value))} />
        </>
      )}
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

export function ReadAlong({ live }: { live: Live }) {
  const only: string[] = live.parts.value.about.only;
  return (
    <Page live={live} calm title={live.parts.value.about.title} lead={live.parts.value.about.prompt}>
      <Notice icon="people" title={t("Deze stap is nu voor: {roles}.", { roles: only.join(", ") })}>
        {t("Lees mee op het grote scherm.")}
      </Notice>
    </Page>
  );
}
