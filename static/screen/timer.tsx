// The time that fills the screen: in a break, or while people talk before a step opens.

import { useRef } from "preact/hooks";
import type { Live } from "../live";
import { useTick } from "../parts/time";
import { nt, t } from "../words";
import { Footer } from "./footer";
import { Header } from "./header";
import { inFigures, timeLeft, until } from "./time";

const LONG = 30; // minutes; above this a block is five of them

interface Says {
  live: Live;
  title: string;
  prompt?: string;
  left: number; // when the stage came in
  total: number;
  over: string; // what to say when it is
}

export function Timer({ live, title, prompt, left: start, total, over }: Says) {
  useTick(true);
  const left = timeLeft(live, start);
  const each = total > LONG * 60 ? 5 : 1;
  return (
    <>
      <Header title={title} prompt={prompt} stage={live.stage.value!} />
      <main class="timer">
        <p class={`t long-${inFigures(left).length}`} role="timer" aria-label={aloud(left)}>
          {inFigures(left)}
        </p>
        <p class="w">{left > 0 ? t("tot {time} uur", { time: until(left) }).split(" ").map((word) => <span key={word}>{word}</span>) : <span>{over}</span>}</p>
        <Strip left={left} blocks={Math.max(1, Math.ceil(total / 60 / each))} each={each} />
      </main>
      <Footer live={live} still>{each === 1 ? t("Elk blok is een minuut") : t("Elk blok is {n} minuten", { n: each })}</Footer>
    </>
  );
}

const aloud = (left: number): string => nt("Nog {n} minuut", "Nog {n} minuten", Math.max(0, Math.ceil(left / 60)));

function Strip({ left, blocks, each }: { left: number; blocks: number; each: number }) {
  const still = Math.min(blocks, Math.ceil(Math.max(0, left) / 60 / each));
  const wide = 1500 / blocks;
  return (
    <svg class="mins" viewBox="0 0 1500 100" preserveAspectRatio="none" role="img" aria-label={t("Nog {n} van {all} blokken", { n: still, all: blocks })}>
      {Array.from({ length: blocks }, (_, i) => (
        <rect key={i} class={i < blocks - still ? "off" : i === blocks - still ? "nu" : "on"} x={i * wide + 4} y="4" width={wide - 8} height="92" />
      ))}
    </svg>
  );
}

export function Break({ live }: { live: Live }) {
  const { left } = live.stage.value!.now.break!;
  const longest = useRef(left); // the wire says what is left, not how long it was
  longest.current = Math.max(longest.current, left);
  return <Timer live={live} title={t("Pauze")} left={left} total={longest.current} over={t("We gaan verder")} />;
}
