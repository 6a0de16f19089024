// A table as people know it: by the name that it got when the session began, or by its number. On the wire it is always the number.

import type { Stage } from "../wire";
import { t } from "../words";

export const tableName = (stage: Stage, n: number): string => stage.tables?.[n - 1] ?? t("Tafel {n}", { n });

// Inside a sentence.
export const atTable = (stage: Stage, n: number): string => stage.tables?.[n - 1] ?? t("tafel {n}", { n });
