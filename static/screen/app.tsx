// Which page the projector shows: what the facilitator asked for, else the step on stage.

import { KINDS } from "kinds:screen";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../icons";
import type { Live } from "../live";
import { refusal, t } from "../words";
import { Floor } from "./floor";
import { Blank, Door, Ended, Few } from "./moments";
import { Notes } from "./notes";
import { Spotlight } from "./spotlight";
import { Break, Timer } from "./timer";
import { Tools } from "./tools";
import { Waiting } from "./waiting";

export function App({ live }: { live: Live }) {
  return (
    <>
      <Page live={live} />
      <Offline live={live} />
      <Tools />
    </>
  );
}

function Page({ live }: { live: Live }) {
  const stage = live.stage.value;
  if (live.refused.value) return <Door title={refusal(live.refused.value)} says={t("Open het scherm opnieuw vanaf de pagina van de begeleider.")} />;
  if (!stage) return <Door title={t("Verbinding maken")} />;
  const { show, card } = stage.screen ?? { show: "board" };
  const board = live.board.value;
  if (show === "blank") return <Blank live={live} />;
  if (show === "notes") return <Notes live={live} />;
  if (show === "card" && card && live.parts.value[card] && !(board && KINDS[board.kind].words.shows?.(live.parts.value, card))) return <Spotlight live={live} card={live.parts.value[card]} />;
  if (stage.ended) return <Ended live={live} />;
  if (show === "code") return <Waiting live={live} />;
  if (stage.now.break) return <Break live={live} />;
  if (!board || !stage.now.step) return stage.timer ? <Talk live={live} /> : <Waiting live={live} />;
  if (stage.now.state === "waiting" && stage.timer) return <Talk live={live} />;
  const { about } = live.parts.value;
  const Board = about.few ? Few : KINDS[board.kind].Screen;
  return (
    <>
      {about.safety && !KINDS[board.kind].words.whole && <Floor live={live} />}
      <Board key={board.id} live={live} />
    </>
  );
}

// Time to talk before anything is written.
function Talk({ live }: { live: Live }) {
  const { timer, title } = live.stage.value!;
  const about = live.parts.value.about;
  return <Timer live={live} title={about?.title ?? title} prompt={about?.prompt} left={timer!.left} total={timer!.total} over={t("De tijd is om")} />;
}

const PATIENCE = 1500; // ms: a hiccup is not worth a word to the whole room

function Offline({ live }: { live: Live }) {
  const off = live.link.value === "offline" && !live.refused.value && !!live.stage.value;
  const full = !off && !!live.stage.value?.trouble;
  const [said, say] = useState(false);
  useEffect(() => {
    if (!off) return say(false);
    const timer = setTimeout(() => say(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [off]);
  return (
    <div class="offline" role="status" hidden={!said && !full}>
      {full && (
        <>
          <Icon name="offline" /> <b>{t("De schijf van de laptop is vol.")}</b> {t("Telefoons bewaren het werk.")}
        </>
      )}
      {said && (
        <>
          <Icon name="offline" /> <b>{t("Even geen verbinding.")}</b> {t("Het werk is bewaard.")}
        </>
      )}
    </div>
  );
}
