// The result on the phone, in words: what we talk about, then the strongest links. The map is on the screen.

import type { Live } from "../live";
import type { Relation, RelationsRanking, RelationType } from "../wire";
import { nt, people, t } from "../words";
import { Notice } from "./button";
import { typeName } from "./judge";
import { myLinks, pairOf } from "./links";

const FIRST = 8;

export function Found({ live }: { live: Live }) {
  const parts = live.parts.value;
  const ranking = parts.ranking as RelationsRanking | undefined;
  if (!ranking) return null;
  const asks = (parts.config.types as RelationType[]).flatMap(({ asks }) => asks);
  const told = (keys: string[]) => keys.filter((key) => parts[key]).slice(0, FIRST);
  const rest = ranking.lines.filter((key) => !ranking.agenda.includes(key));
  return (
    <>
      <Notice icon="eye" title={t("De kaart is open.")}>
        {ranking.people ? nt("{n} mens deed mee.", "{n} mensen deden mee.", ranking.people) : t("Er heeft niemand iets ingevuld.")}
      </Notice>
      {ranking.agenda.length > 0 && (
        <section>
          <h2>{t("Hier praten we over")}</h2>
          <p>{asks.join(" ")}</p>
          <List live={live} keys={told(ranking.agenda)} says={(link) => people(link.against)} />
        </section>
      )}
      {rest.length > 0 && (
        <section>
          <h2>{t("De sterkste verbanden")}</h2>
          <List live={live} keys={told(rest)} says={(link) => `${typeName(parts.config.types, link.type!)}, ${people(link.n)}`} />
        </section>
      )}
    </>
  );
}

function List({ live, keys, says }: { live: Live; keys: string[]; says(link: Relation): string }) {
  const parts = live.parts.value;
  const mine = myLinks(live, live.board.value!.id);
  return (
    <ul class="mine">
      {keys.map((key) => {
        const link = parts[key] as Relation;
        const said = mine.get(pairOf(link.a, link.b));
        return (
          <li key={key} class="card">
            <div class="body">
              <span>{t("{a} en {b}", { a: parts[link.a].text, b: parts[link.b].text })}</span>
              <b>{says(link)}</b>
              {said && <span class="where">{t("jij zei: {type}", { type: typeName(parts.config.types, said.type) })}</span>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
