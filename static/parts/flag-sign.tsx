// A flag: its colour, and a pattern of its own, so that colour is never the only sign. Its name always stands beside it.

import { useId } from "preact/hooks";

const PATTERNS: Record<string, { size: number; turned?: boolean; mark: preact.JSX.Element | null }> = {
  green: { size: 8, mark: <circle cx="4" cy="4" r="1.7" /> },
  yellow: { size: 7, mark: <rect width="1.7" height="7" /> },
  red: { size: 8, turned: true, mark: <rect width="1.8" height="8" /> },
  black: { size: 8, mark: null },
};

export function FlagSign({ flag }: { flag: string }) {
  const id = useId();
  const { size, turned, mark } = PATTERNS[flag];
  return (
    <svg class={`flag-sign flag-${flag}`} viewBox="0 0 42 40" aria-hidden="true">
      <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform={turned ? "rotate(45)" : undefined}>
        {mark}
      </pattern>
      <rect class="pole" x="2" y="1" width="4" height="38" />
      <rect class="cloth" x="6" y="2.5" width="34" height="23" />
      <rect fill={`url(#${id})`} x="6" y="2.5" width="34" height="23" />
      <rect class="seam" x="7" y="3.5" width="32" height="21" />
    </svg>
  );
}
