// One of a few: a radio group with arrow keys. What an option looks like is up to who uses it.

import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

export interface Option {
  id: string;
  class?: string;
  pending?: boolean; // its tap is on its way
  draw(chosen: boolean): ComponentChildren;
}

interface ChoiceProps {
  labelledBy: string;
  class: string;
  options: Option[];
  value: string | undefined;
  choose(id: string): void;
  enter?(): void; // Enter on an option: on to the next thing
  describedBy?: string;
}

export function Choice({ labelledBy, class: look, options, value, choose, enter, describedBy }: ChoiceProps) {
  const group = useRef<HTMLDivElement>(null);
  const reachable = options.some(({ id }) => id === value) ? value : options[0]?.id;

  function keyed(event: KeyboardEvent, index: number) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === "Enter" && enter) {
      event.preventDefault();
      return enter();
    }
    if (!step) return;
    event.preventDefault();
    const next = (index + step + options.length) % options.length;
    choose(options[next].id);
    (group.current!.children[next] as HTMLElement).focus();
  }

  return (
    <div ref={group} class={look} role="radiogroup" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {options.map((option, index) => (
        <button
          key={option.id}
          type="button"
          role="radio"
          class={option.class}
          data-pending={option.pending ? "" : undefined}
          aria-checked={option.id === value ? "true" : "false"}
          tabIndex={option.id === reachable ? 0 : -1}
          onClick={() => choose(option.id)}
          onKeyDown={(event) => keyed(event, index)}
        >
          {option.draw(option.id === value)}
        </button>
      ))}
    </div>
  );
}
