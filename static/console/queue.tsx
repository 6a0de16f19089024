// What waits for the facilitator: cards that came too late, pairs that look alike, and what the hall does not see.
import { nt, t } from "../words";
import { takeLate } from "./leading";
import { merge, typical } from "./picked";
import { Press } from "./press";
import { allItems, onBoard, parts, stage, tab } from "./room";

const AT_ONCE = 6; // pairs shown; the next ones move up

// Opens the cards with the focus on the first that waits, so that its key works at once.
export function waitingFor(what: "late" | "alike"): void {
  tab.value = "cards";
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`.queue .${what} button`)?.focus());
}

interface Pair {
  cards: [string, string];
  texts: [string, string];
}

export function Queue() {
  const held = stage.value.held || [];
  const pairs: Pair[] = parts.value.alike || [];
  const unseen = allItems.value.filter(([, item]) => item.state === "hidden" || item.state === "aside");
  return (
    <section class="queue scroll" aria-label={t("Wat op jou wacht")}>
      {held.length > 0 && <Late />}
      {pairs.length > 0 && <Alike pairs={pairs} />}
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
      {!held.length && !pairs.length && !unseen.length && (
        <>
          <h2>{t("Niets wacht op jou")}</h2>
          <p class="small soft">{t("Kaarten die op elkaar lijken, te laat komen of verborgen zijn, staan straks hier.")}</p>
        </>
      )}
    </section>
  );
}

function Late() {
  const held = stage.value.held!;
  return (
    <>
      <h2>{nt("{n} kaart kwam te laat: toevoegen?", "{n} kaarten kwamen te laat: toevoegen?", held.length)}</h2>
      <p class="small">{t("De zaal ziet ze nog niet.")}</p>
      <ul class="late">
        {held.map(({ card, text }) => (
          <li key={card} class="wait">
            <p>{text}</p>
            <span class="row">
              <Press look="small" icon="tick" word={t("Voeg toe")} more={text} onPress={() => takeLate([card])} />
              <Press look="small" icon="closed" word={t("Verberg")} more={text} onPress={() => hideLate(card)} />
            </span>
          </li>
        ))}
      </ul>
      {held.length > 1 && <Press look="quiet" word={t("Voeg alle {n} toe", { n: held.length })} onPress={() => takeLate(held.map((it) => it.card))} />}
    </>
  );
}

const hideLate = (card: string) => onBoard("hide", { card });

// One key merges, one dismisses; never by itself.
function Alike({ pairs }: { pairs: Pair[] }) {
  return (
    <>
      <h2>{t("Lijken op elkaar ({n})", { n: pairs.length })}</h2>
      <ol class="list alike" onKeyDown={walkPairs}>
        {pairs.slice(0, AT_ONCE).map((pair) => (
          <li key={pair.cards.join()} class="wait" data-pair={pair.cards.join()}>
            <p>{pair.texts[0]}</p>
            <p>{pair.texts[1]}</p>
            <span class="row">
              <Press look="small" word={t("Voeg samen")} letter="M" more={t("{one} en {two}", { one: pair.texts[0], two: pair.texts[1] })} onPress={() => join(pair)} />
              <Press look="small" word={t("Blijven los")} letter="X" more={t("{one} en {two}", { one: pair.texts[0], two: pair.texts[1] })} onPress={() => apart(pair)} />
            </span>
          </li>
        ))}
      </ol>
      {pairs.length > AT_ONCE && <p class="small soft">{t("De andere {n} komen hierna.", { n: pairs.length - AT_ONCE })}</p>}
    </>
  );
}

function join(pair: Pair): Promise<boolean> {
  passOn(pair);
  return merge(pair.cards, typical(pair.cards.map((id) => parts.value[id]).filter(Boolean)), false);
}

function apart(pair: Pair): Promise<boolean> {
  passOn(pair);
  return onBoard("apart", { cards: pair.cards });
}

// The focus goes on to the next pair before this one leaves.
function passOn({ cards }: Pair): void {
  const row = document.querySelector(`[data-pair="${cards.join()}"]`);
  if (!row?.contains(document.activeElement)) return;
  (row.nextElementSibling || row.previousElementSibling)?.querySelector("button")?.focus();
}

function walkPairs(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
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
