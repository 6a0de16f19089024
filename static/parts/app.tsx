// What a phone shows: by what is on stage; every kind of step draws itself.

import { useEffect, useRef } from "preact/hooks";
import type { Live } from "../live";
import { t } from "../words";
import { Gate } from "./gate";
import { kinds } from "./kinds";
import { Break, Ended, Joining, Look, Refused, Waiting } from "./moments";
import { Few } from "./told";
import { Top } from "./top";

export function App({ live }: { live: Live }) {
  return (
    <>
      <Top live={live} />
      <Now live={live} />
      <Announce live={live} />
    </>
  );
}

function Now({ live }: { live: Live }) {
  const stage = live.stage.value;
  const board = live.board.value;
  if (live.refused.value) return <Refused reason={live.refused.value} />;
  if (!stage) return <Joining />;
  if (stage.ended) return <Ended live={live} />;
  if (stage.now.break) return <Break live={live} />;
  if (!board || stage.now.state === "waiting") return <Waiting live={live} />;
  if (stage.now.state === "look") return <Look live={live} />;
  if (stage.now.revealed && live.parts.value.about.few) return <Few live={live} />;
  const Board = kinds.value[board.kind];
  return (
    <Gate key={board.id} live={live}>
      {Board ? <Board live={live} /> : <Joining />}
    </Gate>
  );
}

// A new moment is said aloud.
function Announce({ live }: { live: Live }) {
  const stage = live.stage.value;
  const now = stage ? [live.board.value?.id, stage.now.state, stage.now.revealed, stage.ended, !!stage.now.break].join() : "";
  const before = useRef("");
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const heading = document.querySelector("h1");
    document.title = heading?.textContent || t("Werksessie");
    if (before.current && said.current) said.current.textContent = heading?.textContent ?? "";
    before.current = now;
  }, [now]);
  return <p class="vh" role="status" ref={said} />;
}
