// Sentences the group agrees on: each under its question, as large as they fit, changing while people write.

import type { Live } from "../live";
import { useFit } from "../screen/fit";
import { Footer } from "../screen/footer";
import { Header } from "../screen/header";
import { type Field, items } from "../wire";
import { t } from "../words";

const SIZES = 6;

export function Agreed({ live }: { live: Live }) {
  const parts = live.parts.value;
  const fields = parts.config.fields as Field[];
  const ref = useFit<HTMLOListElement>(SIZES);
  const { done, people } = parts.turnout;
  return (
    <>
      <Header title={parts.about.title} prompt={parts.about.prompt} stage={live.stage.value!} />
      <main class="board">
        <ol class="agreed-on" ref={ref}>
          {fields.map((field) => {
            const found = items(parts).find(([, item]) => item.field === field.id);
            return (
              <li key={field.id} class={found ? "" : "none"}>
                {field.name && <h2>{field.name}</h2>}
                <p>{found ? found[1].text : t("Hier komt jullie zin.")}</p>
              </li>
            );
          })}
        </ol>
      </main>
      <Footer live={live}>{t("{done} van {people} klaar", { done, people })}</Footer>
    </>
  );
}
