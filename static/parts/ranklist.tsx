// A list to put in order: Up and Down buttons, keys (Space lifts, arrows move, Space drops, Escape puts back), and dragging.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Grip, Icon } from "../icons";
import { t } from "../words";
import { drag } from "./drag";

interface RankListProps {
  list: string[];
  text(id: string): string;
  pending: boolean;
  settled: boolean; // sent in as it is: nothing is "now"
  change(list: string[]): void;
  say(text: string): void;
  hold(on: boolean): void; // true: do not let the list change under me
}

export function RankList({ list, text, pending, settled, change, say, hold }: RankListProps) {
  const [moved, mark] = useState<string | null>(null);
  const [lifted, setLifted] = useState<{ id: string; from: number; at: number } | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const rows = useRef<HTMLOListElement>(null);
  const focus = useRef<HTMLElement | null>(null);
  const shown = lifted ? move(list, list.indexOf(lifted.id), lifted.at) : list;

  // A row that changes place takes the focus with it.
  useLayoutEffect(() => {
    focus.current?.focus();
    focus.current = null;
  });

  function put(from: number, to: number) {
    const id = list[from];
    mark(id);
    if (to === from || to < 0 || to >= list.length) return;
    change(move(list, from, to));
    say(t("“{text}” staat nu op plek {n} van {all}.", { text: text(id), n: to + 1, all: list.length }));
  }
  function pressed(event: MouseEvent, index: number, by: number) {
    focus.current = event.currentTarget as HTMLElement;
    if (index + by < 0) say(t("“{text}” staat al bovenaan.", { text: text(list[index]) }));
    else if (index + by >= list.length) say(t("“{text}” staat al onderaan.", { text: text(list[index]) }));
    put(index, index + by);
  }
  function lift(id: string) {
    const from = list.indexOf(id);
    hold(true);
    mark(id);
    setLifted({ id, from, at: from });
    say(t("Opgepakt. Pijltjes verplaatsen, spatie zet neer, Escape zet terug."));
  }
  function drop(back: boolean) {
    const { id, from, at } = lifted!;
    setLifted(null);
    hold(false);
    if (!back && at !== from) put(from, at);
    else say(t("“{text}” staat weer op plek {n}.", { text: text(id), n: from + 1 }));
  }
  function keyed(event: KeyboardEvent, id: string) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      if (lifted) drop(false);
      else lift(id);
    } else if (lifted && event.key === "Escape") drop(true);
    else if (lifted && by) {
      event.preventDefault();
      focus.current = event.currentTarget as HTMLElement;
      const at = Math.min(list.length - 1, Math.max(0, lifted.at + by));
      setLifted({ ...lifted, at });
      say(t("Plek {n} van {all}", { n: at + 1, all: list.length }));
    }
  }
  function grabbed(event: PointerEvent, index: number) {
    if (event.button !== 0 || lifted) return;
    drag(event, rows.current!, index, {
      held(at) {
        setDragged(at);
        hold(at !== null);
        if (at !== null) mark(list[at]);
      },
      moved: put,
    });
  }
  const look = (id: string, index: number) => [((moved === id && !settled) || lifted?.id === id) && "now", dragged === index && "dragged"].filter(Boolean).join(" ");
  return (
    <ol class="rank" ref={rows} data-pending={pending ? "" : undefined}>
      {shown.map((id, index) => (
        <li key={id} class={look(id, index)}>
          <button
            type="button"
            class="nr"
            aria-label={t("Verplaats plek {n}: {text}", { n: index + 1, text: text(id) })}
            aria-pressed={lifted?.id === id ? "true" : "false"}
            onPointerDown={(event) => grabbed(event, index)}
            onKeyDown={(event) => keyed(event, id)}
            onBlur={() => lifted?.id === id && !focus.current && drop(false)}
          >
            {index + 1}
            <Grip />
          </button>
          <span class="tx">{text(id)}</span>
          <button type="button" class="mv" aria-label={t("Omhoog: {text}", { text: text(id) })} aria-disabled={index ? undefined : "true"} onClick={(event) => pressed(event, index, -1)}>
            <Icon name="up" />
          </button>
          <button type="button" class="mv" aria-label={t("Omlaag: {text}", { text: text(id) })} aria-disabled={index < shown.length - 1 ? undefined : "true"} onClick={(event) => pressed(event, index, 1)}>
            <Icon name="down" />
          </button>
        </li>
      ))}
    </ol>
  );
}

function move(list: string[], from: number, to: number): string[] {
  const next = list.filter((_, index) => index !== from);
  next.splice(to, 0, list[from]);
  return next;
}
