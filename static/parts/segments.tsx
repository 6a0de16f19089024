// A question with a few short answers side by side.

import { Icon } from "../icons";
import { Choice, type Option } from "./choice";

interface SegmentsProps {
  id: string;
  asks: string;
  options: { id: string; name: string }[];
  value: string;
  choose(id: string): void;
  enter(): void;
}

export function Segments({ id, asks, options, value, choose, enter }: SegmentsProps) {
  return (
    <div>
      <p class="q" id={id}>
        {asks}
      </p>
      <Choice labelledBy={id} class="seg" options={options.map(segment)} value={value} choose={choose} enter={enter} />
    </div>
  );
}

function segment({ id, name }: { id: string; name: string }): Option {
  return {
    id,
    draw: (chosen) => (
      <>
        {chosen && <Icon name="tick" />}
        {name}
      </>
    ),
  };
}
