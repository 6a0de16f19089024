// The line icons of the visual language, 24 x 24, always beside a word. An icon alone says nothing.

const PATHS = {
  wifi: "M3.5 10.2a12 12 0 0 1 17 0M7.2 14.2a6.8 6.8 0 0 1 9.6 0M12 18.4v.2",
  offline: "M3 3l18 18M8.5 8.6A9 9 0 0 0 4.5 11M12 6a11 11 0 0 1 8.5 4.2M8 14.6a6 6 0 0 1 5.3-1.6M12 18.4v.2",
  tick: "M4 12.5l5.5 5.5L20 6.5",
  plus: "M12 4v16M4 12h16",
  minus: "M4 12h16",
  cross: "M5 5l14 14M19 5L5 19",
  ask: "M7.5 8.5a4.5 4.5 0 1 1 6.6 4c-1.4.8-2.1 1.6-2.1 3.2M12 19.8v.1",
  clock: "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 7v5.3l3.6 2.4",
  lock: "M5 10.5h14v10h-14zM8 10.5V8a4 4 0 0 1 8 0v2.5",
  up: "M12 20V5M5 11.5L12 4.5l7 7",
  down: "M12 4v15M5 12.5l7 7 7-7",
  left: "M20 12H5M11.5 5l-7 7 7 7",
  right: "M4 12h15M12.5 5l7 7-7 7",
  pen: "M4 20l1-4.5L16.5 4 20 7.5 8.5 19z",
  warn: "M12 3.5L22 20.5H2zM12 10v4.5M12 17.4v.1",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM9.2 12a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0 -5.6 0",
  closed: "M3 3l18 18M9.5 6A10 10 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.7 3.4M6 7.6A15.5 15.5 0 0 0 2.5 12S6 18.5 12 18.5a9.5 9.5 0 0 0 4.5-1.2",
  screen: "M2.5 4h19v13h-19zM8 21h8M12 17v4",
  pause: "M8 5v14M16 5v14",
  note: "M5 3.5h10L19.5 8v12.5H5zM8.5 11h7M8.5 15h7",
  merge: "M5 4v5c0 3 2 4.5 7 4.5S19 12 19 9V4M12 13.5V20M8.5 16.5L12 20l3.5-3.5",
  undo: "M8.5 5L4 9.5 8.5 14M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-4",
  people:
    "M5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0M2 20c.5-4.5 3-6.5 6.5-6.5S14.5 15.5 15 20M15.5 4.8a3.5 3.5 0 0 1 0 6.4M17.5 13.8c2.6.7 4.1 2.7 4.5 6.2",
};

export type IconName = keyof typeof PATHS;

export const Icon = ({ name }: { name: IconName }) => <Line path={PATHS[name]} />;

export function Line({ path }: { path: string }) {
  return (
    <svg class="ic" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="square">
      <path d={path} />
    </svg>
  );
}

// The six dots one can take hold of.
export function Grip() {
  return (
    <svg class="ic" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round">
      <path d="M8 5v0M8 12v0M8 19v0M16 5v0M16 12v0M16 19v0" />
    </svg>
  );
}

// The mark: ten people, one pyramid.
export function Mark() {
  return (
    <svg class="logo" viewBox="-1 0 26 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="4.6" stroke-linecap="round">
      <path d="M12 3v0M8.6 9v0M15.4 9v0M5.2 15v0M12 15v0M18.8 15v0M1.8 21v0M8.6 21v0M15.4 21v0M22.2 21v0" />
    </svg>
  );
}

// A small stepped gable with its own layer filled; 1 is the foundation.
export function LevelGlyph({ level }: { level: number }) {
  const layers = [4, 3, 2, 1].map((n, row) => {
    const half = 4.2 + 3 * row;
    return <rect x={14 - half} y={1.8 + 7 * row + (n === 1 ? 1 : 0)} width={2 * half} height="4.4" fill={n === level ? "currentColor" : "none"} />;
  });
  return (
    <svg class="glyph" viewBox="-1 0 30 30" aria-hidden="true" stroke="currentColor" stroke-width="1.4">
      {layers}
    </svg>
  );
}
