// The order: everyone makes a list, best on top; the group's order shows when the facilitator reveals it.

import { RanksResult } from "../charts/ranks";
import { Turnout } from "../charts/turnout";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Live } from "../live";
import { Button, Notice } from "../parts/button";
import { useKept } from "../parts/kept";
import { mySent, reconcile, shuffled } from "../parts/mylist";
import { Page } from "../parts/page";
import { RankList } from "../parts/ranklist";
import { OrderResult } from "../parts/results";
import { type Item, items } from "../wire";
import { type KindWords, t } from "../words";
import { bestFirst, Chips, type Desk } from "../console/shelf";

export function Phone({ live }: { live: Live }) {
  const { state, revealed } = live.stage.value!.now;
  const { about } = live.parts.value;
  if (state === "open") return <Ranking live={live} />;
  return (
    <Page live={live} beside title={about.title} lead={about.prompt}>
      {revealed ? (
        <OrderResult live={live} />
      ) : (
        <>
          <Notice icon="lock" title={t("Deze stap is dicht.")}>
            {t("De uitslag is nog dicht. Kijk mee op het grote scherm.")}
          </Notice>
          <MyOrder live={live} />
        </>
      )}
    </Page>
  );
}

function Ranking({ live }: { live: Live }) {
  const step = live.board.value!.id;
  const { about } = live.parts.value;
  const [draft, setDraft] = useKept<string[] | null>(live.keep, `rank.${step}`, null);
  const [said, say] = useState("");
  const [held, hold] = useState(false);
  const texts = useRef(new Map<string, string>());
  const ids = items(live.parts.value).sort(([, a], [, b]) => (a.i ?? a.at) - (b.i ?? b.at)).map(([id, { text }]) => (texts.current.set(id, text), id));
  const sent = mySent(live, step);
  const now = reconcile(draft ?? sent ?? shuffled(ids, live.keep.get<string>("person") + step), ids);

  // While a row is held nothing moves under the finger; what changed meanwhile shows after the drop.
  const frozen = useRef(now);
  if (!held) frozen.current = now;
  const list = frozen.current;
  useChanges(ids, held, texts.current, say);

  const waiting = live.outbox.value.some(({ op }) => op.board === step && op.do === "rank");
  const same = !!sent && list.join() === sent.join();
  function sendIn() {
    if (same) return say(t("Je volgorde is al ingestuurd."));
    live.send({ board: step, do: "rank", items: list });
    setDraft(null);
    say(t("Je volgorde is onderweg."));
  }
  useLayoutEffect(() => {
    if (same && !waiting && said === t("Je volgorde is onderweg.")) say(t("Je volgorde is aangekomen."));
  });

  return (
    <Page
      live={live}
      beside
      title={about.title}
      lead={about.prompt}
      foot={
        <>
          <p>{foot(!!sent, same, waiting)}</p>
          <Button main off={same} press={sendIn}>
            {sent ? t("Stuur opnieuw in") : t("Stuur in")}
          </Button>
        </>
      }
    >
      <RankList list={list} text={(id) => texts.current.get(id) ?? ""} pending={waiting} settled={same} change={setDraft} say={say} hold={hold} />
      <p class={said ? "say" : "vh"} role="status">
        {said}
      </p>
    </Page>
  );
}

function foot(sent: boolean, same: boolean, waiting: boolean): string {
  if (same) return waiting ? t("Je volgorde is onderweg.") : t("Ingestuurd. Je mag nog schuiven.");
  return sent ? t("Je hebt iets veranderd. Stuur het opnieuw in.") : t("Schuif tot het klopt. Stuur dan in.");
}

// One sentence when the facilitator adds or drops an item while I am ordering.
function useChanges(ids: string[], held: boolean, texts: Map<string, string>, say: (text: string) => void) {
  const before = useRef(ids);
  useEffect(() => {
    if (held) return;
    const old = before.current;
    before.current = ids;
    const more = ids.filter((id) => !old.includes(id)).map((id) => texts.get(id));
    const less = old.filter((id) => !ids.includes(id)).map((id) => texts.get(id));
    if (more.length) say(t("Nieuw onderaan de lijst: “{text}”.", { text: more.join("”, “") }));
    else if (less.length) say(t("Van de lijst af: “{text}”.", { text: less.join("”, “") }));
  }, [ids.join(), held]);
}

function MyOrder({ live }: { live: Live }) {
  const mine = mySent(live, live.board.value!.id)?.filter((id) => id in live.parts.value) ?? [];
  if (!mine.length) return <p>{t("Je hebt geen volgorde ingestuurd.")}</p>;
  return (
    <section>
      <h2>{t("Jouw volgorde")}</h2>
      <ol class="result">
        {mine.map((id, index) => (
          <li key={id}>
            <span class="place">{index + 1}</span>
            <span>{live.parts.value[id].text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Screen({ live }: { live: Live }) {
  if (live.parts.value.ranking) return <RanksResult live={live} />;
  return <Turnout live={live} before={t("Straks zet iedereen ze op volgorde.")} during={{ sure: t("De uitslag is nog dicht."), talk: t("Zo ordent iedereen voor zichzelf.") }} />;
}

export function Console({ desk }: { desk: Desk }) {
  return <Chips desk={desk} rows={bestFirst(desk)} told={(item) => (item.place ? t("plek {place}", { place: item.place }) : "")} />;
}

export const words: KindWords = {
  name: () => t("ordenen"),
  now: () => t("Nu: ordenen"),
  opens: () => t("Open het ordenen"),
  closes: () => t("Sluit het ordenen"),
  standing(parts) {
    const first: Item | undefined = parts[parts.ranking.ids[0]];
    return first && t("Open. Bovenaan: “{text}”.", { text: first.text });
  },
};
