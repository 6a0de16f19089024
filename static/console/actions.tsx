// The row of actions: the big one is what you most likely do next, the others stand beside it.
import type { IconName } from "../icons";
import { t } from "../words";
import { likelyMove, move, pause } from "./leading";
import { Press } from "./press";
import { lead, parts, stage } from "./room";
import { collects, current, following, likely, nextTurn, numberOf, wordsOf, type Move } from "./steps";

interface Button {
  word: string;
  icon?: IconName;
  end?: IconName;
  letter?: string;
}

export function Actions() {
  const { now } = stage.value;
  if (now.break) {
    return (
      <div class="act">
        <Press look="main" icon="right" word={t("Einde pauze")} letter="U" onPress={pause} />
        <Press icon="plus" word={t("1 minuut")} onPress={() => lead("break", { minutes: Math.max(1, Math.ceil((now.break!.left || 0) / 60) + 1) })} />
      </div>
    );
  }
  const main = likely(stage.value, parts.value);
  return (
    <div class="act">
      <Press look="main" {...face(main)} onPress={likelyMove} />
      {beside(main).map((it) => (
        <Press key={it} {...face(it)} onPress={() => move(it)} />
      ))}
    </div>
  );
}

function beside(main: Move): Move[] {
  const { now, ended } = stage.value;
  const step = current(stage.value);
  if (ended) return ["resume"];
  if (!step) return [];
  const may: Move[] = [];
  if (now.state === "open" || now.state === "closed") may.push("look");
  if (now.state === "look") may.push("close");
  if (now.state === "closed") may.push("open");
  if (!collects(step) && !now.revealed && now.state !== "waiting") may.push("reveal");
  return may.filter((it) => it !== main);
}

function face(what: Move): Button {
  const step = current(stage.value);
  const words = step && wordsOf(step.kind);
  const { state } = stage.value.now;
  const after = following(stage.value);
  const faces: Record<Move, Button> = {
    go: { word: t("Naar stap {n}", { n: after ? numberOf(stage.value, after.id) : "" }), end: "right", letter: "N" },
    turn: { word: nextTurn(stage.value, parts.value)?.word ?? "", end: "right", letter: "V" },
    open: { word: state === "closed" ? t("Weer open") : state === "look" ? t("Ga verder") : (words?.opens(step?.config?.mode) ?? ""), icon: "pen", letter: "O" },
    close: { word: words?.closes(step?.config?.mode) ?? "", icon: "lock", letter: "C" },
    reveal: { word: t("Toon uitslag"), icon: "eye", letter: "R" },
    look: { word: t("Kijk op"), icon: "up", letter: "L" },
    report: { word: t("Naar het verslag"), end: "right" },
    resume: { word: t("Hervat de sessie"), icon: "undo" },
  };
  return what === "go" && !step ? { ...faces.go, word: t("Begin met stap 1") } : faces[what];
}
