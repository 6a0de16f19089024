// The options of one question: one of them as radio buttons, or several as check boxes. A tap is sent at once.

import type { Option } from "../wire";
import { Choice } from "./choice";

interface OptionsProps {
  labelledBy: string;
  options: Option[];
  multi: boolean;
  on: string[];
  pending: string[];
  choose(options: string[]): void;
}

export function Options({ labelledBy, options, multi, on, pending, choose }: OptionsProps) {
  if (!multi)
    return (
      <Choice
        labelledBy={labelledBy}
        class="pick"
        options={options.map(({ id, name }) => ({ id, pending: pending.includes(id), draw: () => name }))}
        value={on[0]}
        choose={(id) => choose([id])}
      />
    );
  return (
    <div class="pick several" role="group" aria-labelledby={labelledBy}>
      {options.map(({ id, name }) => {
        const chosen = on.includes(id);
        return (
          <button
            key={id}
            type="button"
            role="checkbox"
            aria-checked={chosen ? "true" : "false"}
            data-pending={pending.includes(id) ? "" : undefined}
            onClick={() => choose(chosen ? on.filter((it) => it !== id) : [...on, id])}
          >
            {name}
          </button>
        );
      })}
    </div>
  );
}
