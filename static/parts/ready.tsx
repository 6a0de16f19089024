// The bar of a step that one may go on changing: how far I am, and that I am done.

import type { Live } from "../live";
import { t } from "../words";
import { Button } from "./button";

export function Ready({ live, said }: { live: Live; said: string }) {
  const step = live.board.value!.id;
  const { done } = live.own.value;
  return (
    <>
      <p role="status">{done ? t("Je bent klaar. Wisselen mag nog.") : said}</p>
      <Button main={!done} press={() => live.send({ board: "stage", do: done ? "undone" : "done", step })}>
        {done ? t("Toch niet") : t("Ik ben klaar")}
      </Button>
    </>
  );
}
