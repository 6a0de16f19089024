// Every single key of the console and what it does. The same acts are on buttons.
import { t } from "../words";
import { back, lock, moreTime, move, next, nextQuestion, nextStrand, pause, questions, redo, show, turn, undo, zoom } from "./leading";
import { picked, mergePicked, letGo } from "./picked";
import type { Key } from "./keys";
import { NOTE_FIELD } from "./notes";
import { sheet, tab } from "./room";

export function leadKeys(): Key[] {
  return [
    { keys: ["o"], shown: "O", does: t("open de stap"), act: () => move("open") },
    { keys: ["c"], shown: "C", does: t("sluit de stap"), act: () => move("close") },
    { keys: ["r"], shown: "R", does: t("toon de uitslag"), act: () => move("reveal") },
    { keys: ["l"], shown: "L", does: t("vraag om op te kijken"), act: () => move("look") },
    { keys: ["n", "ArrowRight"], shown: "N →", does: t("volgende stap"), act: next },
    { keys: ["p", "ArrowLeft"], shown: "P ←", does: t("vorige stap"), act: back },
    { keys: ["v"], shown: "V", does: t("volgende ronde, situatie of kijkvraag"), act: () => (questions().length ? nextQuestion() : move("turn")) },
    { keys: ["t"], shown: "T", does: t("start de tijd, of geef een minuut meer"), act: moreTime },
    { keys: ["u"], shown: "U", does: t("pauze, of einde pauze"), act: pause },
    { keys: ["s"], shown: "S", does: t("scherm: het bord"), act: () => show("board") },
    { keys: ["q"], shown: "Q", does: t("scherm: de code, of weer weg"), act: () => show("code") },
    { keys: ["b"], shown: "B", does: t("scherm: leeg, of weer terug"), act: () => show("blank") },
    { keys: ["[", "]"], shown: "[ ]", does: t("scherm: blader terug, blader verder"), act: () => undefined },
    { keys: ["1", "2", "3", "4"], shown: "1 - 4", does: t("scherm: één laag of veld groot"), act: () => undefined },
    { keys: ["w"], shown: "W", does: t("scherm: welbevinden, leren, alles"), act: nextStrand },
    { keys: ["g"], shown: "G", does: t("schrijf een besluit of notitie op"), act: writeNote },
    { keys: ["k"], shown: "K", does: t("deur dicht of open: niemand erbij"), act: lock },
    { keys: ["m"], shown: "M", does: t("voeg de gekozen kaarten samen"), act: mergePicked },
    { keys: ["z"], shown: "Z", does: t("maak ongedaan"), act: undo },
    { keys: ["shift+z"], shown: "Shift Z", does: t("toch wel: doe opnieuw"), act: redo },
    { keys: ["?"], shown: "?", does: t("dit overzicht"), act: () => (sheet.value = sheet.value === "keys" ? null : "keys") },
  ];
}

// The keys that share one line in the overview, and Esc, which is no single letter.
export function allKeys(): Key[] {
  const zooms = [1, 2, 3, 4].map((n) => ({ keys: [String(n)], shown: "", does: "", act: () => zoom(n) }));
  const pages = [
    { keys: ["["], shown: "", does: "", act: () => turn(-1), again: true },
    { keys: ["]"], shown: "", does: "", act: () => turn(1), again: true },
    { keys: ["Escape"], shown: "", does: "", act: () => picked.value.size && letGo() },
  ];
  return [...zooms, ...pages, ...leadKeys()];
}

// At once where the field is there already: what is typed next belongs in it.
function writeNote(): void {
  const field = () => document.getElementById(NOTE_FIELD)?.focus();
  if (tab.value === "now") return field();
  tab.value = "now";
  requestAnimationFrame(field);
}
