// A dot on a ballot: disc, ring, square or triangle, so that colour is never the only difference.

const SHAPES = [
  <circle cx="11" cy="11" r="9.5" />,
  <circle cx="11" cy="11" r="8" fill="none" stroke-width="4.5" />,
  <rect x="2" y="2" width="18" height="18" />,
  <path d="M11 2L21 20H1z" />,
];

export function Sign({ ballot, spent, many }: { ballot: number; spent?: boolean; many?: boolean }) {
  return (
    <svg class={`sign b${ballot + 1}${spent ? " spent" : ""}${many ? " many" : ""}`} viewBox="0 0 22 22" aria-hidden="true">
      {spent ? <circle cx="11" cy="11" r="9" /> : SHAPES[ballot]}
    </svg>
  );
}
