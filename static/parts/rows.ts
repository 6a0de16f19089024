// The rows of a plan as this phone may fill them: what the server knows, with rows that are still on their way laid over it.

import type { Live } from "../live";
import { type Cells, type Column, type Filled, items, type Parts } from "../wire";

export interface Row {
  id: string;
  text: string;
  cells: Cells;
  mine?: boolean; // I added it: its name is mine to mend, and I may take it away
  pending?: boolean;
}

export function myRows(live: Live, step: string): Row[] {
  const { parts, own, outbox } = live;
  const cards = own.value.cards ?? [];
  const mine = new Set(cards.map(({ id }) => id));
  const shared = items(parts.value).sort(([, a], [, b]) => (a.i ?? 0) - (b.i ?? 0));
  const coming = cards.filter(({ id, state }) => state === "shown" && !(id in parts.value)); // arrived, and the view that shows it is still to come
  const known = [...shared.map(([id, { text, cells }]) => ({ id, text, cells })), ...(own.value.rows ?? coming)] as Row[];
  const rows = new Map(known.map(({ id, text, cells }) => [id, { id, text, cells: cells ?? own.value.cells?.[id] ?? {}, mine: mine.has(id) } as Row]));
  for (const { op } of outbox.value) {
    if (op.board !== step) continue;
    const id = op.card as string;
    const row = rows.get(id) ?? { id, text: "", cells: {} };
    if (op.do === "add") rows.set(id, { ...row, text: op.text as string, mine: true, pending: true });
    if (op.do === "remove") rows.delete(id);
  }
  return [...rows.values()];
}

// How many rows may still be added; one on its way counts.
export function rowsLeft(live: Live, rows: Row[]): number {
  const { rows: known, left } = filled(live);
  return left - Math.max(0, rows.length - known);
}

export const filled = (live: Live): Filled => live.own.value.filled ?? live.parts.value.filled;

// What stood in this cell last time.
export const wasIn = (parts: Parts, row: string, column: string): string | undefined => parts.last?.rows?.[row]?.[column];

export const columnsOf = (live: Live): [Column, ...Column[]] => live.parts.value.config.columns;
