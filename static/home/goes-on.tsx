// "Gaat verder op": the earlier sessions that a new one begins with. Offered ones, the follow code of a report, or the file of a report.
import { useEffect, useId, useState } from "preact/hooks";
import { day, people, t } from "../words";
import { earlierFor, type Earlier, type Fits } from "./owner";

const MOST = 2 * 1024 * 1024; // bytes of a file, as the server has it
const PAUSE_MS = 300; // after the last letter of the group

interface Props {
  script: { id: string; goes_on_from: string[] };
  group: string;
  onPick: (earlier: Earlier[]) => void;
}

// Give it `key={script.id}`: another script goes on from other sessions.
export function GoesOn({ script, group, onPick }: Props) {
  const [offered, setOffered] = useState<Fits[]>([]);
  const [picked, setPicked] = useState<Fits[]>([]);
  const [code, setCode] = useState("");
  const [file, setFile] = useState<{ report?: object; wrong?: string }>({});
  const id = useId();
  useEffect(() => {
    const later = setTimeout(() => earlierFor(script.id, group).then(setOffered, () => setOffered([])), PAUSE_MS);
    return () => clearTimeout(later);
  }, [script.id, group]);
  useEffect(() => {
    onPick([...picked.map((it) => ({ session: it.id })), ...(code.trim() ? [{ code }] : []), ...(file.report ? [{ report: file.report }] : [])]);
  }, [picked, code, file]);
  // Of each script one session can come along.
  const tick = (it: Fits, on: boolean) => setPicked([...picked.filter(({ script }) => script !== it.script), ...(on ? [it] : [])]);
  const n = picked.length + Number(!!code.trim()) + Number(!!file.report);
  return (
    <details class="goes-on" open={script.goes_on_from.length > 0}>
      <summary>
        {t("Gaat verder op een eerdere sessie")} {n > 0 && <span class="tag">{n}</span>}
      </summary>
      {offered.length > 0 && (
        <ul>
          {offered.map((it) => (
            <li key={it.id}>
              <label>
                <input type="checkbox" checked={picked.some(({ id }) => id === it.id)} disabled={!!it.lacks} onChange={(event) => tick(it, event.currentTarget.checked)} />
                <span>
                  <b>{it.title}</b> {it.rehearsal && <span class="tag">{t("proefsessie")}</span>}
                  <span class="small soft">{[day(it.date), it.group, people(it.people)].filter(Boolean).join(" · ")}</span>
                  {it.lacks && <span class="small">{it.lacks}</span>}
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <div class="row fields">
        <label class="field">
          <span>{t("Vervolgcode uit een verslag")}</span>
          <input type="text" maxLength={20} value={code} onInput={(event) => setCode(event.currentTarget.value)} autocomplete="off" autocapitalize="characters" spellcheck={false} />
        </label>
        <label class="field">
          <span>{t("Of het bestand van een verslag (JSON)")}</span>
          <input type="file" accept=".json,application/json" aria-describedby={id} onChange={async (event) => setFile(await read(event.currentTarget.files?.[0]))} />
        </label>
      </div>
      <p id={id} role="alert" class="wrong">
        {file.wrong}
      </p>
    </details>
  );
}

async function read(file?: File): Promise<{ report?: object; wrong?: string }> {
  if (!file) return {};
  if (file.size > MOST) return { wrong: t("{name} is te groot. Een verslag is hoogstens 2 MB.", { name: file.name }) };
  try {
    return { report: JSON.parse(await file.text()) };
  } catch {
    return { wrong: t("{name} is geen verslag. Kies het JSON-bestand dat je bij het verslag hebt opgeslagen.", { name: file.name }) };
  }
}
