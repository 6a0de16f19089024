// The vote: dots over items, on one or more ballots, closed until the facilitator shows the result.

import { DotsResult } from "../charts/dots";
import { Turnout } from "../charts/turnout";
import { useState } from "preact/hooks";
import { LevelGlyph } from "../icons";
import type { Live } from "../live";
import { Ballots } from "../parts/ballots";
import { Button, Notice } from "../parts/button";
import { type Dots, myDots } from "../parts/dots";
import { groups } from "../parts/groups";
import { useKept } from "../parts/kept";
import { Page } from "../parts/page";
import { VoteResult } from "../parts/results";
import { Sign } from "../parts/sign";
import { VoteRow } from "../parts/voterow";
import { type Ballot, type Item, placeOf } from "../wire";
import { dots as inDotsOf, type KindWords, nt, refusal, t } from "../words";
import { bestFirst, Chips, inDots, Shelves, type Desk } from "../console/shelf";

export function Phone({ live }: { live: Live }) {
  const { state, revealed } = live.stage.value!.now;
  const { config } = live.parts.value;
  const ballots = config.ballots as Ballot[];
  const dots = myDots(live, live.board.value!.id, ballots[0].id);
  if (state === "open") return <Voting live={live} ballots={ballots} dots={dots} />;
  return (
    <Page live={live} beside title={live.parts.value.about.title} lead={live.parts.value.about.prompt}>
      {revealed ? (
        <VoteResult live={live} ballots={ballots} dots={dots} />
      ) : (
        <>
          <Notice icon="lock" title={t("Het stemmen is dicht.")}>
            {t("De uitslag is nog dicht. Kijk mee op het grote scherm.")}
          </Notice>
          <MyDots live={live} ballots={ballots} dots={dots} />
        </>
      )}
    </Page>
  );
}

function Voting({ live, ballots, dots }: { live: Live; ballots: Ballot[]; dots: Dots }) {
  const step = live.board.value!.id;
  const { config, about } = live.parts.value;
  const [kept, choose] = useKept(live.keep, `ballot.${step}`, ballots[0].id);
  const [wrong, complain] = useState<{ item: string; why: string } | null>(null);
  const index = Math.max(0, ballots.findIndex(({ id }) => id === kept));
  const ballot = ballots[index];

  function give(word: "put" | "take", item: string, maySend: boolean, why: string) {
    complain(maySend ? null : { item, why: refusal(why) });
    if (!maySend) return;
    live.send({ board: step, do: word, item, ballot: ballot.id }).then((answer) => {
      const closed = live.board.value?.id !== step || live.stage.value!.now.state !== "open";
      if (!("refused" in answer) || closed) return; // then it stands in "niet verstuurd"
      complain({ item, why: refusal(answer.refused) });
      for (const it of live.unsent.value) if (it.op.do === word && it.op.item === item) live.forget(it.id);
    });
  }
  const row = (id: string, text: string) => {
    const on = dots.on(ballot.id, id);
    const left = dots.left(ballot);
    return (
      <VoteRow
        key={id}
        text={text}
        ballot={index}
        on={on}
        most={config.max_per_item}
        canPut={left > 0}
        pending={dots.pending(ballot.id, id)}
        wrong={wrong?.item === id ? wrong.why : null}
        put={() => give("put", id, left > 0 && on < config.max_per_item, left ? "max_per_item" : "no_dots_left")}
        take={() => give("take", id, on > 0, "no_dot_there")}
      />
    );
  };
  return (
    <Page live={live} beside title={about.title} lead={about.prompt} foot={<Foot live={live} left={ballots.reduce((n, it) => n + dots.left(it), 0)} />}>
      <div class="vote">
        <Ballots ballots={ballots} chosen={ballot.id} choose={choose} dots={dots} />
        <div id="vote-list" role={ballots.length > 1 ? "tabpanel" : undefined} aria-labelledby={ballots.length > 1 ? `tab-${ballot.id}` : undefined}>
          {groups(live.parts.value).map((group) => (
            <section key={group.id}>
              {group.name && (
                <h2 class={`group ${group.number ? `fac-level-${group.number}` : ""}`}>
                  {group.number && (
                    <span class="tag">
                      {group.number}
                      <LevelGlyph level={group.number} />
                    </span>
                  )}
                  {group.name}
                </h2>
              )}
              <ul>{group.items.map(([id, { text }]) => row(id, text))}</ul>
            </section>
          ))}
        </div>
      </div>
      {dots.over > 0 && <p class="small">{nt("Kaarten zijn uit elkaar gehaald. Een stip van jou telt daardoor nu niet mee.", "Kaarten zijn uit elkaar gehaald. {n} stippen van jou tellen daardoor nu niet mee.", dots.over)}</p>}
    </Page>
  );
}

function Foot({ live, left }: { live: Live; left: number }) {
  const step = live.board.value!.id;
  const { done } = live.own.value;
  const said = left
    ? nt("Je hebt nog {n} stip. Je mag ook minder geven.", "Je hebt nog {n} stippen. Je mag ook minder geven.", left)
    : t("Je stippen zijn op. Je mag nog wisselen.");
  return done ? (
    <>
      <p role="status">{t("Je bent klaar. Wisselen mag nog.")}</p>
      <Button press={() => live.send({ board: "stage", do: "undone", step })}>{t("Toch niet")}</Button>
    </>
  ) : (
    <>
      <p role="status">{said}</p>
      <Button main press={() => live.send({ board: "stage", do: "done", step })}>
        {t("Ik ben klaar")}
      </Button>
    </>
  );
}

// What I gave, in plain text, once the vote is closed.
function MyDots({ live, ballots, dots }: { live: Live; ballots: Ballot[]; dots: Dots }) {
  const all = groups(live.parts.value).flatMap((group) => group.items);
  return (
    <>
      {ballots.map((ballot, index) => {
        const given = all.filter(([id]) => dots.on(ballot.id, id));
        return (
          <section key={ballot.id}>
            <h2>{ballots.length > 1 ? t("Jouw stippen bij “{ballot}”", { ballot: ballot.name }) : t("Jouw stippen")}</h2>
            {given.length ? (
              <ul class="result">
                {given.map(([id, { text }]) => (
                  <li key={id}>
                    <Sign ballot={index} />
                    <span>{text}</span>
                    <span class="count">{dots.on(ballot.id, id) > 1 && `${dots.on(ballot.id, id)}×`}</span>
                  </li>
                ))}
              </ul>
            ) : (
              <p>{t("Je gaf hier geen stippen.")}</p>
            )}
          </section>
        );
      })}
    </>
  );
}

export function Screen({ live }: { live: Live }) {
  if (live.parts.value.ranking) return <DotsResult live={live} />;
  return <Turnout live={live} before={t("Straks kiest iedereen voor zichzelf.")} during={{ sure: t("De uitslag is nog dicht."), talk: t("Zo kiest iedereen voor zichzelf.") }} />;
}

// Until the reveal by place, as on the phones; then best first, with the dots.
export function Console({ desk }: { desk: Desk }) {
  if (desk.ranked) return <Chips desk={desk} rows={bestFirst(desk)} told={(item) => inDots(desk, item)} />;
  return desk.places.length > 1 ? <Shelves desk={desk} places={[...desk.places].reverse()} of={placeOf} /> : <Chips desk={desk} rows={desk.rows} />;
}

export const words: KindWords = {
  name: () => t("stemmen"),
  now: () => t("Nu: stemmen"),
  opens: () => t("Open het stemmen"),
  closes: () => t("Sluit het stemmen"),
  standing(parts) {
    const first: Item | undefined = parts[parts.ranking.ids[0]];
    return first && t("Open. Bovenaan: “{text}”, {dots}.", { text: first.text, dots: inDotsOf(Object.values(first.dots || {})[0] || 0) });
  },
};
