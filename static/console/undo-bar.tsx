// What was done last, with the way back; it stays until the next act.
import { t } from "../words";
import { sentence, toRedo, toUndo } from "./acts";
import { redo, undo } from "./leading";
import { Press } from "./press";
import { stage, textOf } from "./room";

export function UndoBar() {
  const acts = stage.value.acts || [];
  const last = toUndo(acts);
  const again = toRedo(acts);
  if (!last && !again) return null;
  return (
    <div class="undo">
      <p aria-live="polite">{last ? sentence(stage.value, last, textOf) : t("Alles is ongedaan gemaakt.")}</p>
      <span class="row">
        {last && <Press icon="undo" look="small" word={t("Maak ongedaan")} letter="Z" onPress={undo} />}
        {again && <Press look="small" word={t("Toch wel")} letter="⇧Z" onPress={redo} />}
      </span>
    </div>
  );
}
