// What goes with the rows of a plan on a phone and on a laptop alike: adding one, taking one away, being done.

import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../icons";
import { type Live, newId } from "../live";
import { refusal, t } from "../words";
import { Button } from "./button";
import { useKept } from "./kept";
import type { Row } from "./rows";
import { tableName } from "./table-name";

export function ofTable(live: Live): string | undefined {
  const { table } = live.own.value;
  return table ? tableName(live.stage.value!, table) : undefined;
}

// A new row: its name is kept until it is sent. When it is refused it stands in "niet verstuurd".
export function useAdding(live: Live, added: (id: string) => void) {
  const step = live.board.value!.id;
  const [text, change] = useKept(live.keep, `newrow.${step}`, "");
  const [wrong, complain] = useState<string | null>(null);
  function submit() {
    const card = newId();
    const name = text.trim();
    if (!name) return complain(refusal("empty"));
    change("");
    live.send({ board: step, do: "add", card, text: name });
    added(card);
  }
  return { text, wrong, submit, change: (it: string) => (complain(null), change(it)) };
}

export function Remove({ live, row }: { live: Live; row: Row }) {
  const [asking, ask] = useState<boolean | null>(null); // null: never asked
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asking !== null) here.current?.querySelector("button")?.focus();
  }, [asking]);
  function remove() {
    live.send({ board: live.board.value!.id, do: "remove", card: row.id });
    document.querySelector("h1")!.focus();
  }
  return (
    <div class="two" ref={here}>
      {asking ? (
        <>
          <p>{t("Wil je deze regel weghalen, met wat erin staat?")}</p>
          <button type="button" onClick={remove}>
            {t("Ja, haal weg")}
          </button>
          <button type="button" onClick={() => ask(false)}>
            {t("Nee")}
          </button>
        </>
      ) : (
        <button type="button" onClick={() => ask(true)} aria-label={t("Haal weg: {text}", { text: row.text })}>
          <Icon name="cross" /> {t("Haal weg")}
        </button>
      )}
    </div>
  );
}

export function DoneButton({ live }: { live: Live }) {
  const { done } = live.own.value;
  return (
    <Button main={!done} icon={done ? undefined : "tick"} press={() => live.send({ board: "stage", do: done ? "undone" : "done", step: live.board.value!.id })}>
      {done ? t("Toch niet klaar") : t("Ik ben klaar")}
    </Button>
  );
}

// Last time does not always fit on a phone.
export function Before({ live }: { live: Live }) {
  return live.parts.value.last?.on_screen ? <p class="small soft">{t("Wat er vorige keer stond, staat op het grote scherm.")}</p> : null;
}

// My rows that the others do not see (yet).
export function Unseen({ live }: { live: Live }) {
  const list = live.own.value.cards?.filter(({ state }) => state !== "shown" && state !== "merged") ?? [];
  return (
    <>
      {list.map(({ id, text, state }) => (
        <p key={id} class="small">
          {state === "held" ? t("“{text}” wacht op de begeleider.", { text }) : t("“{text}” laat de begeleider nu niet zien.", { text })}
        </p>
      ))}
    </>
  );
}
