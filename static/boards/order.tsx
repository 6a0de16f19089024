import type { Live } from "../live";

export function Phone(_: { live: Live }) {
  return null;
}

export function Screen(_: { live: Live }) {
  return null;
}

export function Console(_: { live: Live }) {
  return null;
}
