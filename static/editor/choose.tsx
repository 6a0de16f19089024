// Which kind of step: what it is called and what people do in it.
import { t } from "../words";
import { Dialog } from "./dialog";
import { forms, script } from "./draft";

export function Choose({ onPick, onClose }: { onPick(kind: string): void; onClose(): void }) {
  const fit = Object.entries(forms.value.kinds).filter(([, kind]) => !kind.not_in.includes(script.value.setting));
  return (
    <Dialog title={t("Welke stap komt erbij?")} onClose={onClose}>
      <ul class="kinds">
        {fit.map(([id, kind]) => (
          <li key={id}>
            <button type="button" class="btn" onClick={() => onPick(id)}>
              <b>{kind.name}</b>
              <span class="small">{kind.does}</span>
            </button>
          </li>
        ))}
      </ul>
      <form method="dialog" class="foot">
        <button class="btn">{t("Toch niet")}</button>
      </form>
    </Dialog>
  );
}
