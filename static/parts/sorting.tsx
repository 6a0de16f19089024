// Every item in a bucket: tap where it belongs. Nothing to drag.

import { useState } from "preact/hooks";
import type { Live } from "../live";
import { type Bucket, type BucketRanking, type Item, items } from "../wire";
import { nt, t } from "../words";
import { Notice, State } from "./button";
import { Choice } from "./choice";
import { shuffled } from "./mylist";
import { Page } from "./page";
import { Ready } from "./ready";
import { sendHere } from "./unsent";

// Where I put what: what the server has, with what is on its way over it.
export function myPlaced(live: Live, step: string): Record<string, string> {
  const coming = live.outbox.value.filter(({ op }) => op.board === step && op.do === "place");
  return { ...live.own.value.placed, ...Object.fromEntries(coming.map(({ op }) => [op.item, op.bucket])) };
}

export function Sorting({ live }: { live: Live }) {
  const step = live.board.value!.id;
  const { about, config } = live.parts.value;
  const texts = new Map(items(live.parts.value).map(([id, { text }]) => [id, text]));
  const list = shuffled([...texts.keys()], live.keep.get<string>("person") + step); // so that the list does not tell people what comes first
  const placed = myPlaced(live, step);
  const left = list.filter((id) => !placed[id]).length;
  const said = left ? nt("Nog {n} te gaan.", "Nog {n} te gaan.", left) : t("Alles heeft een plek. Je mag nog wisselen.");
  return (
    <Page live={live} beside title={about.title} lead={about.prompt} foot={<Ready live={live} said={said} />}>
      <ul class="sorting">
        {list.map((id) => (
          <Row key={id} live={live} step={step} id={id} text={texts.get(id)!} buckets={config.buckets} value={placed[id]} />
        ))}
      </ul>
    </Page>
  );
}

function Row({ live, step, id, text, buckets, value }: { live: Live; step: string; id: string; text: string; buckets: Bucket[]; value?: string }) {
  const [wrong, complain] = useState("");
  const pending = live.outbox.value.some(({ op }) => op.board === step && op.do === "place" && op.item === id);
  function place(bucket: string) {
    complain("");
    if (bucket === value) return;
    sendHere(live, { board: step, do: "place", item: id, bucket }, complain);
  }
  return (
    <li data-pending={pending ? "" : undefined}>
      <h2 id={`sort-${id}`}>{text}</h2>
      <Choice labelledBy={`sort-${id}`} class={`seg of-${buckets.length}`} options={buckets.map(({ id: bucket, name }) => ({ id: bucket, draw: () => name }))} value={value} choose={place} />
      <span role="status">{wrong && <State as="refused">{wrong}</State>}</span>
    </li>
  );
}

// Once it is closed: where I put what; once it is shown where most people did, and me when that is elsewhere.
export function Sorted({ live }: { live: Live }) {
  const parts = live.parts.value;
  const ranking = parts.ranking as BucketRanking | undefined;
  const buckets = parts.config.buckets as Bucket[];
  const placed = myPlaced(live, live.board.value!.id);
  const list: [string, Item][] = ranking ? ranking.ids.map((id) => [id, parts[id]]) : items(parts);
  const place = (id: string) => (ranking ? parts[id].field : placed[id]);
  const said = ranking?.people ? nt("{n} mens deed mee.", "{n} mensen deden mee.", ranking.people) : t("Er heeft niemand iets geplaatst.");
  return (
    <>
      {ranking && <Notice icon="eye" title={t("De uitslag is open.")}>{said}</Notice>}
      {buckets.map((bucket) => {
        const here = list.filter(([id]) => place(id) === bucket.id);
        return (
          <section key={bucket.id}>
            <h2>{bucket.name}</h2>
            <ul class="result plain">
              {here.map(([id, { text, counts, people }]) => (
                <li key={id}>
                  <span>
                    {text}
                    {placed[id] && placed[id] !== bucket.id && <small class="mine-mark"> {t("bij jou: {bucket}", { bucket: buckets.find((it) => it.id === placed[id])!.name })}</small>}
                  </span>
                  <span class="count">{counts && t("{n} van {people}", { n: counts[bucket.id], people: people! })}</span>
                </li>
              ))}
            </ul>
            {!here.length && <p>{t("Hier ligt niets.")}</p>}
          </section>
        );
      })}
    </>
  );
}
