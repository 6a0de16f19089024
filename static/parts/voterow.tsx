// One item of a vote. With one dot at most the whole row is the button; with more there is a minus and a plus.

import type { ComponentChildren } from "preact";
import { Icon } from "../icons";
import { t } from "../words";
import { State } from "./button";
import { Sign } from "./sign";

interface RowProps {
  text: string;
  ballot: number;
  on: number; // my dots here
  most: number;
  canPut: boolean;
  pending: boolean;
  wrong: string | null;
  put(): void;
  take(): void;
  children?: ComponentChildren; // what belongs to it below
}

export function VoteRow(row: RowProps) {
  return (
    <li class={`b${row.ballot + 1}`}>
      {row.most === 1 ? <One {...row} /> : <Many {...row} />}
      <span role="status">{row.wrong && <State as="refused">{row.wrong}</State>}</span>
      {row.children}
    </li>
  );
}

function One({ text, on, canPut, pending, put, take }: RowProps) {
  return (
    <button
      type="button"
      class={on ? "item given" : "item"}
      aria-pressed={on ? "true" : "false"}
      aria-disabled={on || canPut ? undefined : "true"}
      data-pending={pending ? "" : undefined}
      onClick={on ? take : put}
    >
      <span>{text}</span>
      <span class="slot">{pending ? <Icon name="clock" /> : on > 0 && <Icon name="tick" />}</span>
    </button>
  );
}

function Many({ text, ballot, on, most, canPut, pending, put, take }: RowProps) {
  return (
    <div class={on ? "item many given" : "item many"} data-pending={pending ? "" : undefined}>
      <span>
        {text}
        <span class="signs" aria-hidden="true">
          {Array.from({ length: most }, (_, n) => (
            <Sign key={n} ballot={ballot} spent={n >= on} many />
          ))}
        </span>
      </span>
      <button type="button" aria-label={t("Neem een stip terug: {text}", { text })} aria-disabled={on ? undefined : "true"} onClick={take}>
        <Icon name="minus" />
      </button>
      <output aria-label={t("Jouw stippen: {n}", { n: on })}>{on}</output>
      <button type="button" aria-label={t("Geef een stip: {text}", { text })} aria-disabled={canPut && on < most ? undefined : "true"} onClick={put}>
        <Icon name="plus" />
      </button>
    </div>
  );
}
