// A few words beside an answer, for the facilitator: kept while I type, sent by the button, mended by sending again.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Live } from "../live";
import { refusal, t } from "../words";
import { Button, State } from "./button";
import { Field } from "./field";
import { useKept } from "./kept";

interface NoteProps {
  live: Live;
  label: string;
  most: number;
  about: { item?: string };
  known?: { text: string; state: string }; // as the server has it
}

export function AsideNote({ live, label, most, about, known }: NoteProps) {
  const step = live.board.value!.id;
  const [draft, setDraft] = useKept<string | null>(live.keep, `note.${step}.${about.item ?? ""}`, null);
  const [wrong, complain] = useState<string | null>(null);
  const coming = live.outbox.value.filter(({ op }) => op.board === step && op.do === "note" && op.item === about.item).pop();
  const there = (coming?.op.text as string | undefined) ?? known?.text ?? "";
  const value = draft ?? there;
  const changed = value.trim() !== there;

  async function send() {
    if (!changed) return;
    const text = value.trim();
    setDraft(null);
    const answer = await live.send({ board: step, do: "note", ...about, text });
    if (!("refused" in answer)) return;
    setDraft(text);
    complain(refusal(answer.refused));
    for (const it of live.unsent.value) if (it.op.do === "note" && it.op.item === about.item) live.forget(it.id);
  }
  return (
    <div class="aside-note" data-pending={coming ? "" : undefined}>
      <Field id="note" label={label} hint={t("mag leeg blijven")} value={value} change={(text) => (complain(null), setDraft(text))} most={most} enter={send} wrong={wrong} />
      <p class="small soft">{t("De begeleider leest dit na de uitslag, zonder naam. Schrijf zelf ook geen namen op.")}</p>
      <div class="sends">
        {changed && <Button press={send}>{t("Bewaar")}</Button>}
        <span role="status">{!changed && !wrong && <How coming={!!coming} state={known?.state} online={live.link.value === "online"} />}</span>
      </div>
    </div>
  );
}

function How({ coming, state, online }: { coming: boolean; state?: string; online: boolean }): ComponentChildren {
  if (coming) return <State as="pending">{online ? t("Onderweg") : t("Wacht op verbinding")}</State>;
  return state ? <State as="saved">{t("Aangekomen")}</State> : null;
}
