// The ballots with the dots that are left, always in sight: tabs when there are several, a plain bar when there is one.

import { useRef } from "preact/hooks";
import type { Ballot } from "../wire";
import { t } from "../words";
import type { Dots } from "./dots";
import { Sign } from "./sign";

interface BallotsProps {
  ballots: Ballot[];
  chosen: string;
  choose(id: string): void;
  dots: Dots;
}

export function Ballots({ ballots, chosen, choose, dots }: BallotsProps) {
  const bar = useRef<HTMLDivElement>(null);
  if (ballots.length === 1) {
    return (
      <div class="ballots">
        <div class="ballot only b1">
          <Left ballot={ballots[0]} index={0} left={dots.left(ballots[0])} />
        </div>
      </div>
    );
  }
  function keyed(event: KeyboardEvent, index: number) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (index + step + ballots.length) % ballots.length;
    choose(ballots[next].id);
    (bar.current!.children[next] as HTMLElement).focus();
  }
  return (
    <div class="ballots" role="tablist" aria-label={t("Stemrondes")} ref={bar} data-n={ballots.length}>
      {ballots.map((ballot, index) => (
        <button
          key={ballot.id}
          type="button"
          role="tab"
          id={`tab-${ballot.id}`}
          aria-controls="vote-list"
          class={`ballot b${index + 1}`}
          aria-selected={ballot.id === chosen ? "true" : "false"}
          tabIndex={ballot.id === chosen ? 0 : -1}
          onClick={() => choose(ballot.id)}
          onKeyDown={(event) => keyed(event, index)}
        >
          <b>{ballot.name}</b>
          <Left ballot={ballot} index={index} left={dots.left(ballot)} />
        </button>
      ))}
    </div>
  );
}

function Left({ ballot, index, left }: { ballot: Ballot; index: number; left: number }) {
  return (
    <>
      <span class="signs" aria-hidden="true">
        {Array.from({ length: ballot.dots }, (_, n) => (
          <Sign key={n} ballot={index} spent={n >= left} many={ballot.dots > 6} />
        ))}
      </span>
      <small class="tabular">{ballot.dots === 1 ? t("nog {n} van 1 stip", { n: left }) : t("nog {n} van {all} stippen", { n: left, all: ballot.dots })}</small>
    </>
  );
}
