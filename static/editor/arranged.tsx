// The right order of the things that the step itself lists: none, or all of them with the first on top.
import { Icon } from "../icons";
import { t } from "../words";
import { Said, type Setting } from "./field";

export function Arranged({ field, value, set, id, around, wrong }: Setting) {
  const items: string[] = Array.isArray(around[field.among!]) ? around[field.among!] : [];
  if (!items.length && !value?.length) return null;
  const on = !!value?.length;
  const order: string[] = on ? value : items;
  const swap = (n: number, m: number) => set(order.map((one, k) => (k === n ? order[m] : k === m ? order[n] : one)));
  return (
    <fieldset class="field rows" id={id}>
      <legend>{field.label}</legend>
      <label class="check">
        <input type="checkbox" checked={on} onChange={(event) => set(event.currentTarget.checked ? items : undefined)} />
        <span>{t("Er is een goede volgorde")}</span>
      </label>
      {on && (
        <ol>
          {order.map((one, n) => (
            <li key={one}>
              <p class="in">{n + 1}. {one}</p>
              <div class="row tools">
                <button type="button" class="btn small" aria-label={t("{name} omhoog", { name: one })} aria-disabled={n === 0 ? "true" : undefined} onClick={() => n > 0 && swap(n, n - 1)}><Icon name="up" /></button>
                <button type="button" class="btn small" aria-label={t("{name} omlaag", { name: one })} aria-disabled={n === order.length - 1 ? "true" : undefined} onClick={() => n < order.length - 1 && swap(n, n + 1)}><Icon name="down" /></button>
              </div>
            </li>
          ))}
        </ol>
      )}
      <Said id={id} help={field.help} wrong={wrong} />
    </fieldset>
  );
}
