// One row of a plan, large, with all its cells: what everybody talks about now.

import { Footer } from "../screen/footer";
import { useFit } from "../screen/fit";
import { Header } from "../screen/header";
import type { Live } from "../live";
import { tableName } from "../parts/table-name";
import type { Column } from "../wire";
import { t } from "../words";
import { linesOf } from "./plan-lines";
import { Value } from "./plan-value";

export function PlanRow({ live, id }: { live: Live; id: string }) {
  const parts = live.parts.value;
  const [, ...columns] = parts.config.columns as [Column, ...Column[]];
  const lines = linesOf(parts).filter(({ row }) => row === id);
  const ref = useFit<HTMLDListElement>(5);
  return (
    <>
      <Header title={parts.about.title} stage={live.stage.value!} />
      <main class="board plan-row">
        <h2>{parts[id].text}</h2>
        <dl ref={ref} class={lines.length > 1 ? "many" : columns.length < 4 ? "long" : ""}>
          {columns.map((column) => (
            <div key={column.id}>
              <dt>{column.name}</dt>
              {lines.map((line) => (
                <dd key={line.key}>
                  {line.table && <b>{tableName(live.stage.value!, line.table)}</b>}
                  <Value parts={parts} line={line} column={column} />
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </main>
      <Footer live={live} spare={[t("Hier praten we nu over")]} />
    </>
  );
}
