// The order: everyone makes a list, best on top; the group's order shows when the facilitator reveals it.

import { KeyResult } from "../charts/answer-key";
import { RanksResult } from "../charts/ranks";
import { SharesResult } from "../charts/shares";
import { TablesResult } from "../charts/tables";
import { Turnout } from "../charts/turnout";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Live } from "../live";
import { Button, Notice } from "../parts/button";
import { useKept } from "../parts/kept";
import { later } from "../parts/later";
import { mySent, reconcile, shuffled } from "../parts/mylist";
import { Page } from "../parts/page";
import { RankList } from "../parts/ranklist";
import { OrderResult } from "../parts/order-result";
import { type Bucket, type Item, items } from "../wire";
import { type KindWords, t } from "../words";
import { bestFirst, Chips, Paper, Shelves, type Desk } from "../console/shelf";

const Sorting = /* @__PURE__ */ later(() => import("../parts/sorting").then((it) => it.Sorting)); // only for buckets
const Sorted = /* @__PURE__ */ later(() => import("../parts/sorting").then((it) => it.Sorted));

export function Phone({ live }: { live: Live }) {
  const { state, revealed } = live.stage.value!.now;
  const { about, config } = live.parts.value;
  const sorts = config.mode === "bucket";
  if (state === "open") return sorts ? <Sorting live={live} /> : <Ranking live={live} />;
  return (
    <Page live={live} beside title={about.title} lead={about.prompt}>
      {revealed && !sorts ? (
        <OrderResult live={live} />
      ) : (
        <>
          {!revealed && (
            <Notice icon="lock" title={t("Deze stap is dicht.")}>
              {t("De uitslag is nog dicht. Kijk mee op het grote scherm.")}
            </Notice>
          )}
          {sorts ? <Sorted live={live} /> : <MyOrder live={live} />}
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
  const { ranking, config, tables } = live.parts.value;
  const sorts = config.mode === "bucket";
  if (ranking && sorts) return <SharesResult live={live} />;
  if (ranking?.key) return <KeyResult live={live} />;
  if (ranking && tables?.length) return <TablesResult live={live} />;
  if (ranking) return <RanksResult live={live} />;
  const talk = sorts ? t("Zo kiest iedereen voor zichzelf.") : t("Zo ordent iedereen voor zichzelf.");
  return <Turnout live={live} before={sorts ? t("Straks geeft iedereen ze een plek.") : t("Straks zet iedereen ze op volgorde.")} during={{ sure: t("De uitslag is nog dicht."), talk }} />;
}

export function Console({ desk }: { desk: Desk }) {
  return desk.parts.config.mode === "bucket" ? <InBuckets desk={desk} /> : <InOrder desk={desk} />;
}

function InOrder({ desk }: { desk: Desk }) {
  const { key } = desk.parts;
  return (
    <>
      {key && desk.ranked && (
        <button type="button" class="btn small" aria-pressed={key.shown ? "true" : "false"} onClick={() => desk.act("key", { show: !key.shown })}>
          {t("Toon de bedoelde volgorde")}
        </button>
      )}
      {key && !desk.ranked && <p class="small soft">{t("Na de uitslag kun je hier de bedoelde volgorde tonen.")}</p>}
      <Chips desk={desk} rows={bestFirst(desk)} told={(item) => (item.place ? t("plek {place}", { place: item.place }) : "")} />
    </>
  );
}

// Until the reveal as one list; then by bucket, with how many people put it there.
function InBuckets({ desk }: { desk: Desk }) {
  const [counting, count] = useState(false);
  const buckets = desk.parts.config.buckets as Bucket[];
  const places = buckets.map(({ id, name }, i) => ({ id, name, number: i + 1, shade: "" }));
  const told = (item: Item) => (item.counts && item.field ? t("{n} van {people}", { n: item.counts[item.field], people: item.people ?? 0 }) : "");
  return (
    <>
      <button type="button" class="btn small" aria-pressed={counting ? "true" : "false"} onClick={() => count(!counting)}>
        {t("Tellen op papier")}
      </button>
      {counting ? <Paper desk={desk} columns={buckets} fields={(item, bucket) => ({ item, bucket })} /> : desk.ranked ? <Shelves desk={desk} places={places} of={(item) => item.field} told={told} /> : <Chips desk={desk} rows={desk.rows} />}
    </>
  );
}

export const words: KindWords = {
  name: () => t("ordenen"),
  sign: "M4 6h16M4 12h11M4 18h6",
  now: () => t("Nu: ordenen"),
  opens: () => t("Open het ordenen"),
  closes: () => t("Sluit het ordenen"),
  standing(parts) {
    const first: Item | undefined = parts[parts.ranking.ids[0]];
    if (parts.config.mode === "bucket") return parts.ranking.people ? t("Open. {n} van de {all} met een ruime meerderheid.", { n: parts.ranking.agreed.length, all: parts.ranking.ids.length }) : undefined;
    return first && t("Open. Bovenaan: “{text}”.", { text: first.text });
  },
};
