// The phone: a participant's page. Draws by what is on stage; every kind of step draws itself.

import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Phone as Order } from "./boards/order";
import { Phone as Pyramid } from "./boards/pyramid";
import { Phone as Vote } from "./boards/vote";
import { Phone as Wall } from "./boards/wall";
import { connect, type Live } from "./live";
import { Break, Ended, Joining, Look, Refused, Waiting } from "./parts/moments";
import { Top } from "./parts/top";
import { speak, t } from "./words";

const BOARDS = { pyramid: Pyramid, wall: Wall, vote: Vote, order: Order };

function App({ live }: { live: Live }) {
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
  const Board = BOARDS[board.kind];
  return <Board key={board.id} live={live} />;
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

const app = document.getElementById("app")!;
const boot = JSON.parse(app.dataset.boot || "{}");
speak(boot.catalog ?? {});
render(<App live={connect({ token: boot.token, session: boot.session, role: "participant" })} />, app);
