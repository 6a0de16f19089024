// One pair at a time: the ones I got, and more if I like. The server says which; the one I look at stays until I answer it.

import { useLayoutEffect, useState } from "preact/hooks";
import type { Live } from "../live";
import type { MyLink } from "../wire";
import { nt, refusal, t } from "../words";
import { Button, Notice } from "./button";
import { answer } from "./by-hand";
import { Judge } from "./judge";
import { useKept } from "./kept";
import { myLinks, pairOf } from "./links";
import { MyLinks } from "./mylinks";
import { Page } from "./page";

type Draft = Partial<MyLink> & { a: string; b: string };

export function PairByPair({ live }: { live: Live }) {
  const step = live.board.value!.id;
  const parts = live.parts.value;
  const [kept, keep] = useKept<Draft | null>(live.keep, `pair.${step}`, null);
  const [more, goOn] = useState(false);
  const [wrong, complain] = useState("");
  const mine = myLinks(live, step);
  const n = [...mine.values()].filter(({ a, b, leaving }) => parts[a] && parts[b] && !leaving).length;
  const { share = 0, pairs = [] } = live.own.value;
  const ahead = pairs.filter(([a, b]) => parts[a] && parts[b] && !mine.has(pairOf(a, b)));
  const mends = !!kept && mine.has(pairOf(kept.a, kept.b));
  const holds = kept && parts[kept.a] && parts[kept.b] && (kept.type || !mends) ? kept : null;
  const draft = holds ?? (ahead.length && (n < share || more) ? { a: ahead[0][0], b: ahead[0][1] } : null);
  useLayoutEffect(() => {
    if (draft && !holds) keep(draft);
  });

  function send(link: MyLink) {
    keep(null);
    complain("");
    goOn(false);
    live.send({ ...answer(link), board: step, do: "link" }).then((it) => "refused" in it && complain(refusal(it.refused)));
  }
  if (!draft) return <Through live={live} n={n} more={ahead.length ? () => goOn(true) : undefined} edit={(link) => keep(answer(link))} />;
  return (
    <Judge
      live={live}
      title={n < share ? t("Paar {n} van {share}", { n: mends ? [...mine.keys()].indexOf(pairOf(draft.a, draft.b)) + 1 : n + 1, share }) : t("Nog een paar")}
      aside={n < share ? t("nog {n} van de {share}", { n: share - n, share }) : undefined}
      draft={draft}
      change={(part) => keep({ ...draft, ...part })}
      send={send}
      apart={["none", "unknown"]}
      quick={parts.config.because === "none"}
      word={mends ? t("Bewaar") : t("Volgende")}
      back={mends ? { word: t("Laat zo"), press: () => keep(null) } : undefined}
      wrong={wrong || undefined}
    >
      {!mends && <MyLinks live={live} acts={{ edit: (link) => keep(answer(link)), remove: ({ a, b }) => live.send({ board: step, do: "unlink", a, b }) }} />}
    </Judge>
  );
}

// All my pairs are done.
function Through({ live, n, more, edit }: { live: Live; n: number; more?: () => void; edit(link: MyLink): void }) {
  const step = live.board.value!.id;
  const { about } = live.parts.value;
  return (
    <Page
      live={live}
      beside
      title={about.title}
      lead={about.prompt}
      foot={
        more && (
          <>
            <p>{t("Heb je nog tijd?")}</p>
            <Button press={more}>{t("Bekijk nog een paar")}</Button>
          </>
        )
      }
    >
      {n > 0 ? (
        <Notice icon="tick" title={t("Je bent klaar.")}>
          {nt("Je bekeek {n} paar. Je mag nog wisselen.", "Je bekeek {n} paren. Je mag nog wisselen.", n)}
        </Notice>
      ) : (
        <p>{t("Er zijn nog geen paren om te bekijken.")}</p>
      )}
      <MyLinks live={live} acts={{ edit, remove: ({ a, b }) => live.send({ board: step, do: "unlink", a, b }) }} />
    </Page>
  );
}
