// The lines of a plan as the screen draws them: a row of the room, or a row of one table.

import { type Cells, items, type Parts } from "../wire";

export interface Line {
  key: string;
  row: string;
  text: string;
  table?: number;
  cells: Cells;
}

// All lines, or those of one table; of several tables row by row, so that what they wrote stands together.
export function linesOf(parts: Parts, only?: number): Line[] {
  const rows = items(parts).sort(([, a], [, b]) => (a.i ?? 0) - (b.i ?? 0));
  if (parts.config.per === "room") return rows.map(([row, { text, cells }]) => ({ key: row, row, text, cells: cells ?? {} }));
  const tables = tablesOf(parts).filter(({ table }) => !only || table === only);
  return rows.flatMap(([row, { text }]) => tables.filter(({ cells }) => row in cells).map(({ table, cells }) => ({ key: `${row} ${table}`, row, text, table, cells: cells[row] })));
}

export function tablesOf(parts: Parts): { table: number; cells: Record<string, Cells> }[] {
  return Object.keys(parts)
    .filter((key) => key.startsWith("table:"))
    .map((key) => parts[key])
    .sort((a, b) => a.table - b.table);
}

// Somebody types here at this moment.
export function isTyped(parts: Parts, line: Pick<Line, "row" | "table">, column: string): boolean {
  return !!parts.typing?.[[line.row, column, line.table].filter(Boolean).join(" ")];
}
