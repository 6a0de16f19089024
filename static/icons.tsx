// The line icons of the visual language, 24 x 24, always beside a word. An icon alone says nothing.

const PATHS = {
  wifi: "M3.5 10.2a12 12 0 0 1 17 0M7.2 14.2a6.8 6.8 0 0 1 9.6 0M12 18.4v.2",
  offline: "M3 3l18 18M8.5 8.6A9 9 0 0 0 4.5 11M12 6a11 11 0 0 1 8.5 4.2M8 14.6a6 6 0 0 1 5.3-1.6M12 18.4v.2",
  tick: "M4 12.5l5.5 5.5L20 6.5",
  plus: "M12 4v16M4 12h16",
  minus: "M4 12h16",
  cross: "M5 5l14 14M19 5L5 19",
  ask: "M7.500 8.500a4.500 4.500 0 1 1 6.600 4c-1.400.8-2.100 1.600-2.100 3.200M12 19.800v.1",
  clock: "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 7v5.3l3.6 2.4",
  lock: "M5 10.5h14v10h-14zM8 10.5V8a4 4 0 0 1 8 0v2.5",
  up: "M12 20V5M5 11.5L12 4.5l7 7",
  down: "M12 4v15M5 12.5l7 7 7-7",
  left: "M20 12H5M11.5 5l-7 7 7 7",
  right: "M4 12h15M12.5 5l7 7-7 7",
  pen: "M4 20l1-4.5L16.500 4 20 7.500 8.500 19z",
  warn: "M12 3.500L22 20.500H2zM12 10v4.500M12 17.400v.1",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM9.2 12a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0 -5.6 0",
  closed: "M3 3l18 18M9.5 6A10 10 0 0 1 12 5.5c6 0 9.5 6.500 9.500 6.500a16 16 0 0 1-2.700 3.400M6 7.600A15.500 15.500 0 0 0 2.500 12S6 18.500 12 18.500a9.500 9.500 0 0 0 4.500-1.200",
  screen: "M2.5 4h19v13h-19zM8 21h8M12 17v4",
  pause: "M8 5v14M16 5v14",
  note: "M5 3.500h10L19.500 8v12.500H5zM8.500 11h7M8.500 15h7",
  merge: "M5 4v5c0 3 2 4.500 7 4.500S19 12 19 9V4M12 13.500V20M8.500 16.500L12 20l3.500-3.500",
  undo: "M8.500 5L4 9.500 8.500 14M4.500 9.500H14a5.500 5.500 0 0 1 0 11h-4",
  people:
    "M5 8a3.500 3.500 0 1 0 7 0a3.500 3.500 0 1 0 -7 0M2 20c.5-4.500 3-6.500 6.500-6.500S14.500 15.500 15 20M15.500 4.800a3.500 3.500 0 0 1 0 6.400M17.500 13.800c2.600.7 4.100 2.700 4.500 6.200",
};

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="ic" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="square">
      <path d={PATHS[name]} />
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
      <path d="M12 3v0M8.6 9v0M15.4 9v0M5.2 15v0M12 15v0M18.800 15v0M1.800 21v0M8.600 21v0M15.400 21v0M22.200 21v0" />
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
