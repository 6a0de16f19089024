// Earlier sessions: back to their console or screen, or gone for good.
import { useState } from "preact/hooks";
import { people, t } from "../words";
import { wipe, type Session } from "./owner";

export function Earlier({ sessions, onWiped }: { sessions: Session[]; onWiped: () => void }) {
  return (
    <section class="earlier" aria-labelledby="earlier">
      <h2 id="earlier">{t("Werksessies op deze computer")}</h2>
      {sessions.length ? (
        <ul class="scroll">
          {sessions.map((it) => (
            <Row key={it.id} session={it} onWiped={onWiped} />
          ))}
        </ul>
      ) : (
        <p class="small soft">{t("Nog geen. Begin er links een.")}</p>
      )}
    </section>
  );
}

function Row({ session, onWiped }: { session: Session; onWiped: () => void }) {
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState("");
  const gone = () => wipe(session.id).then(onWiped, (error: Error) => setWrong(error.message));
  const name = session.title;
  return (
    <li>
      <p>
        <b>{name}</b> {session.rehearsal && <span class="tag">{t("proefsessie")}</span>} {session.ended ? <span class="tag">{t("afgelopen")}</span> : null}
      </p>
      <p class="small soft">{[when(session.started), session.group, people(session.people), t("code {code}", { code: session.code })].filter(Boolean).join(" · ")}</p>
      {asking ? (
        <p class="row small" role="alert">
          <b>{t("Alles van deze sessie wissen? Dat kan niet terug.")}</b>
          <button type="button" class="btn small" onClick={gone}>{t("Ja, wis alles")}</button>
          <button type="button" class="btn small" onClick={() => setAsking(false)}>{t("Nee")}</button>
        </p>
      ) : (
        <p class="row">
          <a href={session.console_url} aria-label={t("Bediening van {name}", { name })}>{t("Bediening")}</a>
          <a href={session.screen_url} target="_blank" rel="noopener" aria-label={t("Scherm van {name}", { name })}>{t("Scherm")}</a>
          <button type="button" class="btn quiet" aria-label={t("Wis {name}", { name })} onClick={() => setAsking(true)}>{t("Wis")}</button>
        </p>
      )}
      {wrong && <p role="alert">{wrong}</p>}
    </li>
  );
}

function when(seconds: number): string {
  return new Date(1000 * seconds).toLocaleString("nl-NL", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
}
