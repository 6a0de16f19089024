// The draaiboek on paper: with the times of the clock where one says when it begins.
import { useState } from "preact/hooks";
import { Icon } from "../icons";
import { t } from "../words";
import { sheetTicket, type Script } from "./owner";

export function Print({ script }: { script: Script }) {
  const [from, setFrom] = useState("");
  const [wrong, setWrong] = useState("");
  const print = async (event: Event) => {
    event.preventDefault();
    const page = open("", "_blank"); // at once: later a browser takes it for a pop-up
    try {
      const { ticket } = await sheetTicket(script.id);
      page!.location.href = `/run-sheet/${ticket}${from && `?from=${from}`}`;
      setWrong("");
    } catch (error) {
      page?.close();
      setWrong((error as Error).message);
    }
  };
  return (
    <form class="print row" onSubmit={print}>
      <label class="row">
        <span>{t("Begint om")}</span>
        <input type="time" value={from} onInput={(event) => setFrom(event.currentTarget.value)} />
      </label>
      <button type="submit" class="btn">
        <Icon name="note" /> {t("Draaiboek afdrukken")}
      </button>
      <p role="alert" class="wrong">{wrong}</p>
    </form>
  );
}
