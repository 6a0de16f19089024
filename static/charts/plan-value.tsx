// One cell of a plan on the screen: its text, or that it is still empty; orange while somebody types there.

import { Icon } from "../icons";
import type { Column, Parts } from "../wire";
import { t } from "../words";
import { wasIn } from "../parts/rows";
import { isTyped, type Line } from "./plan-lines";

export function Value({ parts, line, column, role }: { parts: Parts; line: Line; column: Column; role?: "cell" }) {
  const text = line.cells[column.id];
  const typed = isTyped(parts, line, column.id);
  const was = wasIn(parts, line.row, column.id);
  return (
    <span class={`v ${text ? "" : "none"} ${typed ? "typed" : ""}`} role={role}>
      {typed && (
        <b>
          <Icon name="pen" /> <span class={text ? "vh" : ""}>{t("hier typt iemand")}</span>
        </b>
      )}
      {text ? <span>{text}</span> : !typed && <span>{column.type === "reason" ? t("want …?") : t("leeg")}</span>}
      {was && <small class="was">{was === text ? t("ook vorige keer") : t("vorige keer: {text}", { text: was })}</small>}
    </span>
  );
}
