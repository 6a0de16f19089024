// What became of my last card: on its way, arrived, or not sent and why.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../wire";
import { t } from "../words";
import { State } from "./button";

const ARRIVED_MS = 4_000;

export type News = { state: "pending" | "saved" | "refused"; text?: string };

// What became of my last card. "Arrived" leaves by itself; the tick stays in the list.
export function useNews(): [News | null, (news: News & { answer?: Promise<Answer> }) => void] {
  const [news, setNews] = useState<News | null>(null);
  const here = useRef(true);
  useEffect(() => () => void (here.current = false), []);
  function show(it: News | null, only?: News) {
    if (here.current) setNews((now) => (only && now !== only ? now : it));
  }
  return [
    news,
    (it) => {
      show(it);
      it.answer?.then((answer) => {
        const arrived: News = { state: "saved" };
        show("seq" in answer ? arrived : null, it);
        setTimeout(() => show(null, arrived), ARRIVED_MS);
      });
    },
  ];
}

export function Told({ news, online }: { news: News; online: boolean }) {
  if (news.text) return <State as={news.state}>{news.text}</State>;
  if (news.state === "saved") return <State as="saved">{t("Je vorige kaart is aangekomen.")}</State>;
  return <State as="pending">{online ? t("Je kaart is onderweg.") : t("Je kaart wacht op verbinding.")}</State>;
}
