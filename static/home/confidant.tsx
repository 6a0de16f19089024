// How to reach the vertrouwenspersoon: people read it on the first and the last step. Or it stands on the board, on purpose.
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../words";
import type { PartProps } from "./begin";

const LONGEST = 200; // characters, as the server has it

export function Confidant({ wrong, change }: PartProps) {
  const [text, setText] = useState("");
  const [board, setBoard] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (wrong) field.current!.focus();
  }, [wrong]);
  const tell = (text: string, board: boolean) => {
    setText(text);
    setBoard(board);
    change({ confidant: board ? "" : text.trim() || undefined });
  };
  return (
    <fieldset class="confidant" aria-describedby="why-confidant">
      <legend>{t("Hoe bereik je de vertrouwenspersoon?")}</legend>
      <p id="why-confidant" class="small">{t("Dit onderwerp kan iemand raken. Daarom staat dit op de eerste en de laatste stap.")}</p>
      <input type="text" ref={field} aria-label={t("Naam en telefoon of kamer")} placeholder={t("Naam en telefoon of kamer")} maxLength={LONGEST} disabled={board} value={board ? "" : text} onInput={(event) => tell(event.currentTarget.value, false)} autocomplete="off" aria-invalid={wrong ? true : undefined} />
      <label class="row">
        <input type="checkbox" checked={board} onChange={(event) => tell(text, event.currentTarget.checked)} /> {t("Zetten we op het bord")}
      </label>
      <p role="alert" class="wrong">{wrong}</p>
    </fieldset>
  );
}
