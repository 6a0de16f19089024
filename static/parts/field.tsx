// A text field with its count. Enter goes on to the next thing; a card is one line of thought.

import { Ref } from "preact";
import { t } from "../words";
import { State } from "./button";

interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  value: string;
  change(text: string): void;
  most: number;
  enter(): void;
  wrong?: string | null;
  field?: Ref<HTMLTextAreaElement>;
}

export function Field({ id, label, hint, value, change, most, enter, wrong, field }: FieldProps) {
  function keyed(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    enter();
  }
  return (
    <div>
      <label for={id}>
        {label}
        <span id={`${id}-count`} class="tabular">
          {hint && !value ? hint : t("{n} van {most} tekens", { n: value.length, most })}
        </span>
      </label>
      <textarea
        ref={field}
        id={id}
        value={value}
        maxLength={most}
        enterkeyhint="next"
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        aria-invalid={wrong ? "true" : undefined}
        onInput={(event) => change(event.currentTarget.value)}
        onKeyDown={keyed}
      />
      {wrong && (
        <State as="refused" id={`${id}-wrong`}>
          {wrong}
        </State>
      )}
    </div>
  );
}
