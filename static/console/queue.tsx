// What waits for the facilitator: cards that came too late, groups that look alike, and what the hall does not see.
import { nt, t } from "../words";
import type { Held } from "../wire";
import { merge, typical } from "./picked";
import { type Place, placesOf } from "./places";
import { Press } from "./press";
import { act, allItems, onBoard, parts, stage, tab } from "./room";
import { current } from "./steps";

const AT_ONCE = 6; // groups shown; the next ones move up
const READ = 3; // texts of one group

// Opens the cards with the focus on the first that waits, so that its key works at once.
export function waitingFor(what: "waiting" | "late" | "alike"): void {
  tab.value = "cards";
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`.queue .${what} button`)?.focus());
}

interface Group {
  cards: string[];
  texts: string[];
}

export function Queue() {
  const held = (stage.value.held || []).filter(({ late }) => late);
  const waiting = (stage.value.held || []).filter(({ late }) => !late);
  const groups: Group[] = parts.value.alike || [];
  const unseen = allItems.value.filter(([, item]) => item.state === "hidden" || item.state === "aside");
  return (
    <section class="queue scroll" aria-label={t("Wat op jou wacht")}>
      {waiting.length > 0 && <Waiting list={waiting} />}
      {held.length > 0 && <Late held={held} />}
      {groups.length > 0 && <Alike groups={groups} />}
      {unseen.length > 0 && (
        <>
          <h2>{t("Niet te zien in de zaal ({n})", { n: unseen.length })}</h2>
          <ul>
            {unseen.map(([id, item]) => (
              <li key={id} class="wait">
                <p>{item.text}</p>
                <p class="small soft">{item.state === "hidden" ? t("verborgen") : t("apart gelegd")}</p>
                <Press look="small" icon="eye" word={t("Toon")} more={item.text} onPress={() => onBoard("show", { card: id })} />
              </li>
            ))}
          </ul>
        </>
      )}
      {!held.length && !waiting.length && !groups.length && !unseen.length && (
        <>
          <h2>{t("Niets wacht op jou")}</h2>
          <p class="small soft">{t("Kaarten die op elkaar lijken, te laat komen of verborgen zijn, staan straks hier.")}</p>
        </>
      )}
    </section>
  );
}

// Every text of this step waits to be read first. J and K walk, Enter lets it in, X hides it, Shift+Enter lets in all that wait for the same place.
function Waiting({ list }: { list: Held[] }) {
  const all = placesOf(stage.value, current(stage.value)!);
  const spots = [...new Map(list.map(({ step, place }) => [`${step} ${place ?? ""}`, { step, place }])).values()];
  const groups = spots.map(({ step, place }) => ({ step, place, name: nameOf(step, place, all), cards: list.filter((it) => it.step === step && it.place === place) }));
  return (
    <>
      <h2>{nt("{n} wacht op jou", "{n} wachten op jou", list.length)}</h2>
      <p class="small">{t("De zaal ziet ze pas als jij ze toont.")}</p>
      <div class="waiting" onKeyDown={walkWaiting}>
        {groups.map(({ step, place, name, cards }) => (
          <section key={`${step} ${place ?? ""}`} aria-label={name || undefined}>
            {groups.length > 1 && <h3>{name}</h3>}
            <ul>
              {cards.map(({ card, text, because }) => (
                <li key={card} class="wait" data-card={card}>
                  <p>{text}</p>
                  {because && <p class="small soft">{t("want {because}", { because })}</p>}
                  <span class="row">
                    <Press look="small" icon="tick" word={t("Toon")} letter="↵" more={text} onPress={() => letIn([card])} />
                    <Press look="small" icon="closed" word={t("Verberg")} letter="X" more={text} onPress={() => keepOut(card)} />
                  </span>
                </li>
              ))}
            </ul>
            {cards.length > 1 && <Press look="quiet" word={name && groups.length > 1 ? t("Toon alle {n} van “{name}”", { n: cards.length, name }) : t("Toon alle {n}", { n: cards.length })} letter="⇧↵" onPress={() => letIn(cards.map((it) => it.card))} />}
          </section>
        ))}
      </div>
    </>
  );
}

// Of a step that is not on stage its title: the places of two steps may have the same ids.
function nameOf(step: string, place: string | undefined, here: Place[]): string {
  if (step === stage.value.now.step) return here.find(({ id }) => id === place)?.name ?? "";
  return stage.value.steps.find(({ id }) => id === step)?.title ?? "";
}

function letIn(cards: string[]): Promise<boolean> {
  passOnFrom(cards);
  return act({ board: stepOf(cards[0]), do: "release", cards });
}

function keepOut(card: string): Promise<boolean> {
  passOnFrom([card]);
  return act({ board: stepOf(card), do: "hide", card });
}

const stepOf = (card: string): string => stage.value.held!.find((it) => it.card === card)!.step;

// The focus goes on to the next card that waits before these leave.
function passOnFrom(cards: string[]): void {
  const rows = [...document.querySelectorAll<HTMLElement>(".queue .waiting [data-card]")];
  if (!rows.some((row) => cards.includes(row.dataset.card!) && row.contains(document.activeElement))) return;
  const last = Math.max(...cards.map((card) => rows.findIndex((row) => row.dataset.card === card)));
  const stays = [...rows.slice(last + 1), ...rows.slice(0, last).reverse()].find((row) => !cards.includes(row.dataset.card!));
  stays?.querySelector("button")?.focus();
}

function walkWaiting(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-card]")];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  if (here < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  const by = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (by) rows[here + by]?.querySelector("button")?.focus();
  else if (event.key === "x") keepOut(rows[here].dataset.card!);
  else if (event.key === "Enter" && event.shiftKey) letIn([...rows[here].closest("section")!.querySelectorAll<HTMLElement>("[data-card]")].map((row) => row.dataset.card!));
  else return;
  event.preventDefault();
}

function Late({ held }: { held: Held[] }) {
  return (
    <>
      <h2>{nt("{n} kaart kwam te laat: toevoegen?", "{n} kaarten kwamen te laat: toevoegen?", held.length)}</h2>
      <p class="small">{t("De zaal ziet ze nog niet.")}</p>
      <ul class="late">
        {held.map(({ card, text }) => (
          <li key={card} class="wait">
            <p>{text}</p>
            <span class="row">
              <Press look="small" icon="tick" word={t("Voeg toe")} more={text} onPress={() => letIn([card])} />
              <Press look="small" icon="closed" word={t("Verberg")} more={text} onPress={() => hideLate(card)} />
            </span>
          </li>
        ))}
      </ul>
      {held.length > 1 && <Press look="quiet" word={t("Voeg alle {n} toe", { n: held.length })} onPress={() => letInAll(held)} />}
    </>
  );
}

const hideLate = (card: string) => act({ board: stepOf(card), do: "hide", card });

// One op per step: late cards may be of several.
async function letInAll(held: Held[]): Promise<void> {
  for (const step of new Set(held.map((it) => it.step))) await letIn(held.filter((it) => it.step === step).map((it) => it.card));
}

// One key merges, one dismisses; never by itself.
function Alike({ groups }: { groups: Group[] }) {
  return (
    <>
      <h2>{t("Lijken op elkaar ({n})", { n: groups.length })}</h2>
      <ol class="list alike" onKeyDown={walkGroups}>
        {groups.slice(0, AT_ONCE).map((group) => (
          <li key={group.cards.join()} class="wait" data-group={group.cards.join()}>
            {group.texts.slice(0, READ).map((text) => (
              <p>{text}</p>
            ))}
            {group.texts.length > READ && <p class="small soft">{t("en nog {n}", { n: group.texts.length - READ })}</p>}
            <span class="row">
              <Press look="small" word={t("Voeg samen")} letter="M" more={group.texts.join(t(" en "))} onPress={() => join(group)} />
              <Press look="small" word={t("Blijven los")} letter="X" more={group.texts.join(t(" en "))} onPress={() => apart(group)} />
            </span>
          </li>
        ))}
      </ol>
      {groups.length > AT_ONCE && <p class="small soft">{t("De andere {n} komen hierna.", { n: groups.length - AT_ONCE })}</p>}
    </>
  );
}

function join(group: Group): Promise<boolean> {
  passOn(group);
  return merge(group.cards, typical(group.cards.map((id) => parts.value[id]).filter(Boolean)), false);
}

function apart(group: Group): Promise<boolean> {
  passOn(group);
  return onBoard("apart", { cards: group.cards });
}

// The focus goes on to the next group before this one leaves.
function passOn({ cards }: Group): void {
  const row = document.querySelector(`[data-group="${cards.join()}"]`);
  if (!row?.contains(document.activeElement)) return;
  (row.nextElementSibling || row.previousElementSibling)?.querySelector("button")?.focus();
}

function walkGroups(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const rows = [...event.currentTarget.children];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const [together, loose] = rows[here]?.querySelectorAll("button") || [];
  const by = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (by) rows[here + by]?.querySelector("button")?.focus();
  else if (event.key === "m") together.click();
  else if (event.key === "x") loose.click();
  else return;
  event.preventDefault();
}
