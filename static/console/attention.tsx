// What asks for the facilitator: a number, a sentence, one button. And how many people are in.
import type { ComponentChildren } from "preact";
import { Icon } from "../icons";
import { crowdWords, nt, t } from "../words";
import { addToList, decline, newcomers } from "./carrying";
import { left } from "./clock";
import { Notes } from "./notes";
import { Press } from "./press";
import { waitingFor } from "./queue";
import { lead, parts, stage, tops } from "./room";
import { openScreen } from "./screens";
import { collects, current } from "./steps";

const MANY = 30; // cards that no longer fit one page of the screen

export function Attention() {
  return (
    <aside class="side" aria-label={t("Jouw aandacht")}>
      <section class="need">
        <h2>{t("Vraagt jouw aandacht")}</h2>
        <Needs />
      </section>
      <Hall />
      <Notes />
    </aside>
  );
}

function Needs() {
  const needs = [waiting(), late(), alike(), grown(), loose(), noScreen(), time(), everyone()].filter(Boolean);
  return needs.length ? <ul>{needs}</ul> : <p class="small soft">{t("Niets. Kijk gerust rond.")}</p>;
}

function Need({ n, children, todo }: { n?: number; children: ComponentChildren; todo?: ComponentChildren }) {
  return (
    <li>
      <span class="n">{n ?? <Icon name="tick" />}</span>
      <span class="what">{children}</span>
      {todo && <span class="do">{todo}</span>}
    </li>
  );
}

function waiting() {
  const n = (stage.value.held || []).filter((it) => !it.late).length;
  if (!n) return null;
  const todo = <Press look="small" word={t("Lees ze")} onPress={() => waitingFor("waiting")} />;
  return <Need key="waiting" n={n} todo={todo}>{nt("tekst wacht op jou", "teksten wachten op jou", n)}</Need>;
}

function late() {
  const n = (stage.value.held || []).filter((it) => it.late).length;
  if (!n) return null;
  const todo = <Press look="small" word={t("Bekijk ze")} onPress={() => waitingFor("late")} />;
  return <Need key="late" n={n} todo={todo}>{nt("kaart kwam te laat: toevoegen?", "kaarten kwamen te laat: toevoegen?", n)}</Need>;
}

function alike() {
  const groups: { texts: string[] }[] = parts.value.alike || [];
  if (!groups.length) return null;
  const { texts } = groups[0];
  const more = groups.length > 1 ? nt(" En nog {n} groepje.", " En nog {n} groepjes.", groups.length - 1) : "";
  const todo = <Press look="small" word={t("Bekijk ze")} onPress={() => waitingFor("alike")} />;
  return (
    <Need key="alike" n={texts.length} todo={todo}>
      {t("kaarten lijken op elkaar: “{text}”.", { text: texts[0] })}
      {more}
    </Need>
  );
}

function grown() {
  const fresh = newcomers(stage.value);
  if (!fresh.length) return null;
  const ids = fresh.map((it) => it.id);
  const todo = (
    <>
      <Press look="small" word={t("Voeg toe")} onPress={() => addToList(ids)} />
      <Press look="small" word={t("Nee")} onPress={() => decline(stage.value.now.step!, ids)} />
    </>
  );
  return <Need key="grown" n={ids.length} todo={todo}>{nt("nieuwe kaart: toevoegen?", "nieuwe kaarten: toevoegen?", ids.length)}</Need>;
}

function loose() {
  const step = current(stage.value);
  const shown = tops.value.filter(([, it]) => it.state === "shown" && !it.wish);
  if (!step || !collects(step) || shown.length <= MANY || shown.some(([, it]) => it.cards)) return null;
  return <Need key="loose" n={shown.length}>{t("kaarten, nog niet gebundeld")}</Need>;
}

function noScreen() {
  if (stage.value.screens) return null;
  return <Need key="screen" n={0} todo={<Press look="small" icon="screen" word={t("Open")} more={t("het scherm")} onPress={openScreen} />}>{t("schermen verbonden")}</Need>;
}

function time() {
  const { timer, now } = stage.value;
  if (!timer || now.state !== "open" || left(timer) > 0) return null;
  return <Need key="time" n={0}>{t("minuten over. De stap blijft open tot jij hem sluit.")}</Need>;
}

function everyone() {
  const turnout = parts.value.turnout;
  const waits = turnout?.waits ?? turnout?.people;
  if (!waits || turnout.done < waits || stage.value.now.state !== "open") return null;
  return <Need key="everyone">{t("Iedereen is klaar.")}</Need>;
}

function Hall() {
  const { people = 0, here = 0, crowd } = stage.value;
  const phones = crowd!.phones + crowd!.tables;
  return (
    <section class="ppl" aria-label={t("In de zaal")}>
      <p>
        <b>{people}</b> {nt("mens doet mee", "mensen doen mee", people)}
        {people > 0 && (
          <>
            , <b>{here}</b> {t("nu verbonden")}
          </>
        )}
      </p>
      {crowdWords(crowd!) && <p class="small">{crowdWords(crowd!)}</p>}
      {phones > here && <p class="small">{nt("{n} is even weg, het werk is bewaard", "{n} zijn even weg, hun werk is bewaard", phones - here)}</p>}
      <OnPaper n={crowd!.paper} />
    </section>
  );
}

// People without a phone: they count, and what they say is typed in by the facilitator.
function OnPaper({ n }: { n: number }) {
  return (
    <p class="no-phone row small" role="group" aria-label={t("Mensen zonder telefoon")}>
      <span>{t("Zonder telefoon: {n}", { n })}</span>
      <Press look="small" word="−" more={t("Eén minder zonder telefoon")} why={n ? undefined : t("Er is niemand zonder telefoon.")} onPress={() => lead("paper", { n: n - 1 })} />
      <Press look="small" word="+" more={t("Eén meer zonder telefoon")} onPress={() => lead("paper", { n: n + 1 })} />
    </p>
  );
}
