// What was decided and what is still open, for all to read.

import type { Live } from "../live";
import type { Note } from "../wire";
import { t } from "../words";
import { Footer } from "./footer";
import { Header } from "./header";
import { at, type Thing, usePages } from "./pages";

export function Notes({ live }: { live: Live }) {
  const stage = live.stage.value!;
  const list = inOrder(stage.notes ?? []).map((it) => ({ id: it.id, key: it.as + it.text, it }));
  const { ref, pages } = usePages({ list, draw });
  const n = at(stage.screen?.page ?? 1, pages.length);
  return (
    <>
      <Header title={t("Dit spreken we af")} stage={stage} />
      <main class="notes">
        {!list.length && <p class="none">{t("Er is nog niets vastgelegd.")}</p>}
        <ul ref={ref}>{pages[n].map(draw)}</ul>
      </main>
      <Footer live={live} page={{ n: n + 1, of: pages.length }} />
    </>
  );
}

const inOrder = (notes: Note[]): Note[] => [...notes.filter((it) => it.as === "decision"), ...notes.filter((it) => it.as === "open")];

const draw = ({ id, it }: Thing<Note>) => (
  <li key={id} class={it.as}>
    <b>{it.as === "decision" ? t("Besluit") : t("Nog open")}</b>
    <span>{it.text}</span>
  </li>
);
