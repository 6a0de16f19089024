// The links on the facilitator's desk: after the reveal what was found, with the group's verdict and the reasons; always a form for who is on paper.
import { useState } from "preact/hooks";
import type { Basis, Item, Relation, RelationsRanking, RelationType } from "../wire";
import { people, t } from "../words";
import type { Desk } from "./shelf";

export function LinksDesk({ desk }: { desk: Desk }) {
  const ranking = desk.parts.ranking as RelationsRanking | undefined;
  const found = Object.entries(desk.parts).filter(([key, link]) => key.startsWith("link:") && (link.type || link.against)) as [string, Relation][];
  found.sort(([, one], [, two]) => two.against - one.against || two.n - one.n);
  return (
    <>
      {ranking && (
        <section class="links">
          <h2>{t("Verbanden")}</h2>
          {!found.length && <p class="none small">{t("Nog geen verbanden.")}</p>}
          <ul>
            {found.map(([key, link]) => (
              <One key={key} desk={desk} link={link} />
            ))}
          </ul>
        </section>
      )}
      <OnPaper desk={desk} />
    </>
  );
}

function One({ desk, link }: { desk: Desk; link: Relation }) {
  const { parts, act } = desk;
  const types = parts.config.types as RelationType[];
  const both = t("{a} en {b}", { a: parts[link.a]?.text, b: parts[link.b]?.text });
  const said = types.filter(({ id }) => link.types?.[id]).map(({ id, name }) => `${name}: ${people(link.types![id])}`);
  return (
    <li>
      <div class="split">
        <b>{both}</b>
        <label>
          <span class="vh">{t("Wat weten we hiervan: {both}", { both })}</span>
          <select value={link.basis ?? ""} onChange={(event) => act("basis", { a: link.a, b: link.b, as: (event.currentTarget.value || null) as Basis | null })}>
            <option value="">{t("nog niet gezegd")}</option>
            <option value="onderbouwd">{t("onderbouwd")}</option>
            <option value="aanname">{t("aanname")}</option>
          </select>
        </label>
      </div>
      <p class="small">{[...said, grounds(link)].filter(Boolean).join(" · ")}</p>
      {(link.reasons ?? []).map(({ id, text, show }) => (
        <p class={`reason ${show ? "" : "soft"}`} key={id}>
          <span>“{text}”</span>
          <button type="button" class="btn quiet" onClick={() => act("reason", { reason: id, show: !show })}>
            <span>{show ? t("Verberg") : t("Toon")}</span>
            <span class="vh">{text}</span>
          </button>
        </p>
      ))}
    </li>
  );
}

function grounds({ grounds = {} }: Relation): string {
  return (["onderbouwd", "aanname"] as const).filter((as) => grounds[as]).map((as) => `${as}: ${grounds[as]}`).join(", ");
}

// One answer of one or more people without a phone.
function OnPaper({ desk }: { desk: Desk }) {
  const { parts, act, rows } = desk;
  const [chosen, choose] = useState({ a: "", b: "", type: "", because: "" });
  const [n, setN] = useState(1);
  const [said, say] = useState("");
  if (!parts.config || rows.length < 2) return null;
  const types = parts.config.types as RelationType[];
  const ready = chosen.a && chosen.b && chosen.type;
  const set = (part: Partial<typeof chosen>) => (say(""), choose({ ...chosen, ...part }));
  const submit = async (event: Event) => {
    event.preventDefault();
    const { because, ...pair } = chosen;
    if (!ready || !(await act("tally", { ...pair, n, ...(because.trim() && { because: because.trim() }) }))) return;
    choose({ a: "", b: "", type: "", because: "" });
    say(t("Geteld."));
  };
  const pick = (label: string, key: "a" | "b" | "type", options: [string, string][]) => (
    <label class="field">
      <span>{label}</span>
      <select value={chosen[key]} onChange={(event) => set({ [key]: event.currentTarget.value })}>
        <option value="">{t("kies")}</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  const texts = rows.map(([id, item]: [string, Item]): [string, string] => [id, item.text]);
  return (
    <details class="links-paper">
      <summary>{t("Een verband van papier meetellen")}</summary>
      <form onSubmit={submit}>
        {pick(t("Het ene element"), "a", texts)}
        {pick(t("Het andere element"), "b", texts.filter(([id]) => id !== chosen.a))}
        {pick(t("Wat ze met elkaar hebben"), "type", [...types.map(({ id, name }): [string, string] => [id, name]), ["none", t("geen verband")], ["unknown", t("weet niet")]])}
        {parts.config.because !== "none" && (
          <label class="field">
            <span>{t("Want …")}</span>
            <input type="text" maxLength={160} value={chosen.because} onInput={(event) => set({ because: event.currentTarget.value })} />
          </label>
        )}
        <p class="row">
          <label class="number">
            <span>{t("Mensen die dit vinden")}</span>
            <input type="number" min={1} max={50} value={n} onInput={(event) => setN(Math.min(50, Math.max(1, event.currentTarget.valueAsNumber || 1)))} />
          </label>
          <button type="submit" class="btn" aria-disabled={ready ? undefined : true}>
            {t("Tel mee")}
          </button>
          <span role="status">{said}</span>
        </p>
      </form>
    </details>
  );
}
