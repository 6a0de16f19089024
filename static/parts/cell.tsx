// One cell of a plan while somebody fills it in. What is typed goes in by itself: on Enter, on leaving, after a pause, and when the step closes.
// Until it is sent it stays on this phone; when somebody else wrote here meanwhile, both texts are shown until one is chosen.

import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../icons";
import type { Live } from "../live";
import type { Column } from "../wire";
import { refusal, t } from "../words";
import { State } from "./button";
import { useKept } from "./kept";
import { type Row, wasIn } from "./rows";

const PAUSE_MS = 1_500;
const TYPING_MS = 3_000; // so often the others hear that somebody types here
const SAID_MS = 4_000;
const LINE = { plain: 20, labelled: 32 }; // letters on a line, about

interface CellProps {
  live: Live;
  row: Row;
  column: Column;
  first?: boolean; // the name of the row
  label: string; // what a screen reader says in a table, where no label stands above it
  plain?: boolean; // the label is in the head of the column
}

interface Draft {
  text: string;
  was: string; // what stood here when the typing began, or what I sent last
}

export function Cell({ live, row, column, first, label, plain }: CellProps) {
  const step = live.board.value!.id;
  const id = `${row.id}-${column.id}`;
  const [draft, setDraft] = useKept<Draft | null>(live.keep, `cell.${step}.${id}`, null);
  const [said, say] = useState<{ wrong?: string; saved?: boolean }>({});
  const [sent, setSent] = useState<Draft | null>(null); // arrived, and the view that shows it is still to come
  const seen = first ? row.text : (row.cells[column.id] ?? "");
  const waiting = live.outbox.value.filter(({ op }) => op.board === step && op.card === row.id && op.do === (first ? "edit" : "cell") && (first || op.column === column.id)).pop()?.op.text as string | undefined;
  const stands = waiting ?? (sent?.was === seen ? sent.text : seen);
  const now = useRef(draft);
  now.current = draft;
  const timer = useRef(0);
  const told = useRef(0);

  function typed(text: string) {
    say({});
    setDraft({ text, was: draft?.was ?? stands });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => commit(true), PAUSE_MS);
    if (performance.now() - told.current < TYPING_MS && told.current) return;
    told.current = performance.now();
    live.hint({ board: step, do: "typing", card: row.id, column: column.id });
  }
  // `on`: the typing goes on, so the field keeps what is in it.
  function commit(on: boolean) {
    clearTimeout(timer.current);
    told.current = 0;
    const mine = now.current;
    if (!mine) return;
    const text = mine.text.trim().replace(/\s+/g, " ");
    const nothing = text === mine.was || (first && !text);
    setDraft(on ? { text: mine.text, was: nothing ? mine.was : text } : null);
    if (!nothing) write(text, mine.was);
  }
  function write(text: string, was: string) {
    const op = first ? { do: "edit", text } : { do: "cell", column: column.id, text, was };
    live.send({ board: step, card: row.id, ...op }).then((answer) => {
      if (!("refused" in answer)) {
        setSent({ text, was: seen });
        setTimeout(() => setSent(null), SAID_MS);
        setTimeout(() => say((it) => (it.saved ? {} : it)), SAID_MS);
        return say((it) => (it.wrong ? it : { saved: true }));
      }
      if (live.board.value?.id !== step || live.stage.value!.now.state !== "open") return; // then it stands in "niet verstuurd"
      say({ wrong: refusal(answer.refused) });
      for (const it of live.unsent.value) if (it.op.card === row.id && it.op.column === (first ? undefined : column.id)) live.forget(it.id);
      setDraft({ text: now.current?.text ?? text, was });
    });
  }
  useEffect(() => {
    if (draft) timer.current = setTimeout(() => commit(false), PAUSE_MS); // left here by a page that is gone
    return () => commit(false);
  }, []);

  const others = (live.parts.value.typing?.[`${row.id} ${column.id}`] ?? 0) - (told.current ? 1 : 0) > 0;
  const clash = live.own.value.over?.find((it) => it.card === row.id && it.column === column.id && !live.keep.get(`over.${it.seq}`));
  const value = draft?.text ?? stands;
  const hint = hintOf(column);
  const was = wasIn(live.parts.value, row.id, column.id);
  return (
    <div class={`cell ${value ? "" : "none"} ${others ? "now" : ""}`} data-pending={waiting === undefined ? undefined : ""}>
      {!plain && (
        <label for={id}>
          {column.name}
          <span>{hint}</span>
        </label>
      )}
      <textarea
        id={id}
        aria-label={plain ? label : undefined}
        aria-describedby={`${id}-said`}
        aria-invalid={said.wrong ? "true" : undefined}
        data-column={column.id}
        rows={Math.min(8, Math.max(2, Math.ceil(value.length / LINE[plain ? "plain" : "labelled"])))}
        placeholder={plain && hint ? hint : undefined}
        value={value}
        maxLength={live.parts.value.config.max_chars}
        enterkeyhint="next"
        onInput={(event) => typed(event.currentTarget.value)}
        onBlur={() => commit(false)}
      />
      {was && <p class="small soft">{was === value ? t("ook vorige keer") : t("vorige keer: {text}", { text: was })}</p>}
      <div id={`${id}-said`} class="said">
        {said.wrong ? (
          <State as="refused">{said.wrong}</State>
        ) : waiting !== undefined ? (
          <State as="pending">{live.link.value === "online" ? t("Onderweg") : t("Wacht op verbinding")}</State>
        ) : (
          said.saved && <State as="saved">{t("Aangekomen")}</State>
        )}
        {others && (
          <span class="typing">
            <Icon name="pen" /> {t("Iemand typt hier")}
          </span>
        )}
      </div>
      {clash && <Clash live={live} clash={clash} stands={stands} put={(text) => write(text, stands)} />}
    </div>
  );
}

interface ClashProps {
  live: Live;
  clash: { seq: number; text: string; mine: string };
  stands: string;
  put(text: string): void;
}

// Two people wrote here at the same time. The last one counts; either may choose the other text.
function Clash({ live, clash, stands, put }: ClashProps) {
  const [, done] = useState(false);
  const back = stands === clash.text ? clash.mine : clash.text; // the one that does not stand there now
  function choose(text?: string) {
    live.keep.set(`over.${clash.seq}`, true);
    if (text !== undefined) put(text);
    done(true);
  }
  return (
    <div class="clash" role="status">
      <p>{clash.text ? t("Iemand anders schreef hier net: “{text}”.", { text: clash.text }) : t("Iemand anders maakte dit net leeg.")}</p>
      <p>{stands === clash.text ? t("Jij schreef: “{text}”.", { text: clash.mine }) : t("Jouw tekst staat er nu.")}</p>
      <div class="two">
        <button type="button" onClick={() => choose(back)}>
          {stands === clash.text ? t("Zet mijn tekst terug") : t("Zet die terug")}
        </button>
        <button type="button" onClick={() => choose()}>
          {t("Laat zo")}
        </button>
      </div>
    </div>
  );
}

export function hintOf({ type, hint }: Column): string {
  return hint || { text: "", owner: t("een rol of voornaam"), date: t("zoals: voor 1 maart"), reason: t("want …") }[type];
}

// Enter goes to the next cell, Shift and Enter back; the arrows go on where the text ends.
export function walk(event: KeyboardEvent & { currentTarget: HTMLElement }, last?: () => void): void {
  const here = event.target as HTMLTextAreaElement;
  if (event.isComposing || here.tagName !== "TEXTAREA") return;
  const all = [...event.currentTarget.querySelectorAll("textarea")];
  const at = all.indexOf(here);
  const start = here.selectionEnd === 0;
  const end = here.selectionStart === here.value.length;
  const column = all.filter((it) => it.dataset.column === here.dataset.column);
  const beside = (by: number) => column[column.indexOf(here) + by];
  const ways: Record<string, () => HTMLTextAreaElement | false | undefined> = {
    Enter: () => all[at + (event.shiftKey ? -1 : 1)],
    ArrowRight: () => end && all[at + 1],
    ArrowLeft: () => start && all[at - 1],
    ArrowDown: () => end && beside(1),
    ArrowUp: () => start && beside(-1),
  };
  const to = ways[event.key]?.();
  if (event.key === "Enter") event.preventDefault();
  if (event.key === "Enter" && !to && !event.shiftKey) return last?.();
  if (!to) return;
  event.preventDefault();
  const caret = ["ArrowLeft", "ArrowUp"].includes(event.key) ? 0 : to.value.length;
  to.focus();
  to.setSelectionRange(caret, caret);
}
