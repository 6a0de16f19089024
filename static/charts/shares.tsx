// An order in buckets: per thing a bar of how people are spread over the buckets, bucket by bucket as most people say; where we are divided is marked.

import { useId } from "preact/hooks";
import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { at, type Thing, usePages } from "../screen/pages";
import type { Live } from "../live";
import type { Bucket, BucketRanking, Item } from "../wire";
import { nt, t } from "../words";
import { Strip } from "./beside";
import { Patterns } from "./group-bar";
import { useRevealing } from "./revealing";
import { Say } from "./say";
import { bucketSays } from "./sentences";

const WIDE = 720; // of a bar, in thousandths of the height
const HIGH = 48;
const DIGIT = 22; // of a number in a bar

export function SharesResult({ live }: { live: Live }) {
  const parts = live.parts.value;
  const stage = live.stage.value!;
  const buckets = parts.config.buckets as Bucket[];
  const ranking = parts.ranking as BucketRanking;
  const fill = useId();
  const name = (id?: string) => buckets.find((bucket) => bucket.id === id)?.name ?? t("nog nergens");
  const row = (id: string, it: Item, first: boolean) => <Row key={id} item={it} bucket={first ? name(it.field) : ""} buckets={buckets} fill={fill} divided={ranking.divided.includes(id)} />;
  const draw = ({ id, it }: Thing<Item>) => row(id, it, true);
  const { ref, pages } = usePages({ list: ranking.ids.map((id) => ({ id, key: `${parts[id].text}${name(parts[id].field)}`, it: parts[id] as Item })), draw, forms: 3 });
  const n = at(stage.screen?.page ?? 1, pages.length);
  return (
    <>
      <Header title={parts.about.title} stage={stage} />
      <main class={`board shares ${useRevealing()}`}>
        <Strip beside={parts.beside} />
        <svg class="patterns" width="0" height="0" aria-hidden="true">
          <Patterns id={fill} grain={14} />
        </svg>
        <ul class="legend">
          {buckets.map((bucket, i) => (
            <li key={bucket.id}>
              <svg viewBox="0 0 36 36" aria-hidden="true">
                <rect class="seg" fill={`url(#${fill}-${i})`} x="2" y="2" width="32" height="32" />
              </svg>
              {bucket.name}
            </li>
          ))}
        </ul>
        <div class="tb" role="table" aria-label={t("Verdeling per ding")}>
          <div class="rows" role="rowgroup" ref={ref}>
            {pages[n].map(({ id, it }, i) => row(id, it, !i || pages[n][i - 1].it.field !== it.field))}
          </div>
        </div>
        <Say {...bucketSays(ranking, parts)} />
      </main>
      <Footer live={live} page={{ n: n + 1, of: pages.length }} spare={[t("Het getal telt mensen")]}>
        {t("{people} deelden {n} in", {
          people: t("{n} van {people} mensen", { n: ranking.people, people: Math.max(ranking.people, parts.turnout.people) }),
          n: nt("{n} ding", "{n} dingen", ranking.ids.length),
        })}
      </Footer>
    </>
  );
}

function Row({ item, bucket, buckets, fill, divided }: { item: Item; bucket: string; buckets: Bucket[]; fill: string; divided: boolean }) {
  return (
    <div class={`r ${bucket ? "first" : ""} ${divided ? "div" : ""}`} role="row">
      <span class="in" role="cell">
        {bucket}
      </span>
      <span class="t" role="rowheader">
        {item.text}
      </span>
      <span class="sh" role="cell">
        <Bar item={item} buckets={buckets} fill={fill} />
      </span>
    </div>
  );
}

// The number of people stands in a part where it fits; the name of the drawing has them all.
function Bar({ item, buckets, fill }: { item: Item; buckets: Bucket[]; fill: string }) {
  const people = item.people ?? 0;
  const counts = buckets.map(({ id }) => item.counts?.[id] ?? 0);
  const before = (i: number) => (WIDE * counts.slice(0, i).reduce((sum, n) => sum + n, 0)) / people;
  const said = buckets.map(({ name }, i) => t("{n} in {bucket}", { n: counts[i], bucket: name })).join(", ");
  return (
    <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={people ? said : t("nog niet geplaatst")}>
      {!people && <rect class="base" x="0" y={HIGH - 3} width={WIDE} height="3" />}
      {counts.map((n, i) => n > 0 && <Part key={i} x={before(i)} wide={(WIDE * n) / people} n={n} fill={`url(#${fill}-${i})`} />)}
    </svg>
  );
}

function Part({ x, wide, n, fill }: { x: number; wide: number; n: number; fill: string }) {
  const plate = DIGIT * String(n).length + 16;
  return (
    <g>
      <rect class="seg" fill={fill} x={x + 2} y="2" width={Math.max(2, wide - 4)} height={HIGH - 4} />
      {wide >= plate + 8 && (
        <>
          <rect class="plate" x={x + wide / 2 - plate / 2} y="6" width={plate} height={HIGH - 12} />
          <text x={x + wide / 2} y="37">
            {n}
          </text>
        </>
      )}
    </g>
  );
}
