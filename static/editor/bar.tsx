// One line on top: which draaiboek, how long it lasts, whether it is right, and what to do with it.
import { Icon, Mark } from "../icons";
import { minutes, nt, t } from "../words";
import { dirty, file, lasts, picked, script, total, WHOLE } from "./draft";
import { errors } from "./looking";
import { busy, give, save, saveCopy, take, told } from "./keeping";

export function Bar() {
  const was = lasts(file.value.was);
  return (
    <>
      <header class="bar">
        <a href={file.value.id ? `/start?draaiboek=${file.value.id}` : "/start"} class="back" aria-label={t("Terug naar de startpagina")}>
          <Mark />
        </a>
        <b class="title">{script.value.title || t("Zonder titel")}</b>
        <span class="time tabular">
          <Icon name="clock" /> <b>{minutes(total.value)}</b>
          {was !== total.value && <span class="soft">{t("dat was {n}", { n: was })}</span>}
        </span>
        <span class="end">
          <Wrong />
          <label class="btn small quiet">
            <input type="file" class="vh" accept=".toml,text/plain" onChange={(event) => take(event.currentTarget)} />
            <span>{t("Haal TOML op")}</span>
          </label>
          <button type="button" class="btn small quiet" onClick={give}><span>{t("Download TOML")}</span></button>
          <button type="button" class="btn main" aria-disabled={busy.value ? "true" : undefined} onClick={save}>{dirty.value || !file.value.id ? t("Bewaar") : t("Bewaard")}</button>
        </span>
      </header>
      <Told />
    </>
  );
}

// The first thing that is wrong is one press away.
function Wrong() {
  const n = errors.value.length;
  if (!n) return null;
  const first = errors.value.find((one) => one.step === null) ?? errors.value[0];
  const go = () => {
    picked.value = first.step ?? WHOLE;
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.form [aria-invalid="true"]')?.focus());
  };
  return (
    <button type="button" class="btn small quiet state refused" onClick={go}>
      <Icon name="warn" /> <span>{nt("{n} ding klopt nog niet", "{n} dingen kloppen nog niet", n)}</span>
    </button>
  );
}

function Told() {
  const it = told.value;
  if (!it) return <div role="status" class="vh" />;
  return (
    <div role={it.wrong ? "alert" : "status"} class={it.wrong ? "told wrong" : "told"}>
      <p>{it.says}</p>
      {it.lines && (
        <ul>
          {it.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <span class="row">
        {it.copy && <button type="button" class="btn small" onClick={saveCopy}>{t("Bewaar als kopie")}</button>}
        {it.drop && <button type="button" class="btn small" onClick={it.drop}>{t("Gooi dat weg")}</button>}
        {it.start && <a class="btn small" href={`/start?draaiboek=${file.value.id}`}>{t("Begin een werksessie")}</a>}
        <button type="button" class="btn small quiet" onClick={() => (told.value = null)}><span>{t("Sluit")}</span></button>
      </span>
    </div>
  );
}
