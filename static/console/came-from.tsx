// Where the picked card comes from and what each step said of it, as far as the room was shown.
import { useEffect, useState } from "preact/hooks";
import { cameFrom, stationSays } from "../charts/descent";
import type { Descent, Item } from "../wire";
import { t } from "../words";
import { stage } from "./room";
import { descentOf } from "./server";

export function CameFrom({ id, item }: { id: string; item: Item }) {
  const [descent, setDescent] = useState<Descent>();
  const { revealed } = stage.value.now;
  useEffect(() => {
    let here = true;
    descentOf(id).then((found) => here && setDescent(found), () => here && setDescent(undefined)); // without a line there is nothing to tell
    return () => void (here = false);
  }, [item, revealed]);
  if (!descent || (descent.cards < 2 && descent.steps.length < 2)) return null;
  return (
    <section class="came-from">
      <h3>{t("Waar dit vandaan komt")}</h3>
      <p>{cameFrom(descent)}</p>
      {descent.steps.length > 1 && (
        <ol>
          {descent.steps.map((station) => (
            <li key={station.step ?? station.title}>
              <b>{station.title}</b> {stationSays(station)}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
