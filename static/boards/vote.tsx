// The vote: dots over items, on one or more ballots, closed until the facilitator shows the result.

import { DotsResult } from "../charts/dots";
import { Turnout } from "../charts/turnout";
import { useState } from "preact/hooks";
import { Icon, LevelGlyph } from "../icons";
import type { Live } from "../live";
import { Ballots } from "../parts/ballots";
import { Notice } from "../parts/button";
import { type Dots, myDots } from "../parts/dots";
import { groups } from "../parts/groups";
import { useKept } from "../parts/kept";
import { Page } from "../parts/page";
import { Ready } from "../parts/ready";
import { type Draft, mySaid, Reason, useDrafts } from "../parts/reason";
import { VoteResult } from "../parts/results";
import { Sign } from "../parts/sign";
import { sendHere } from "../parts/unsent";
import { VoteRow } from "../parts/voterow";
import { type Ballot, type Item, type Op, placeOf, type Reason as Told } from "../wire";
import { dots as inDotsOf, type KindWords, nt, refusal, t, want } from "../words";
import { bestFirst, Chips, inDots, Paper, type PickedProps, Shelves, type Desk } from "../console/shelf";

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
  const asks: string = config.because;
  const drafts = useDrafts(live, step);
  const index = Math.max(0, ballots.findIndex(({ id }) => id === kept));
  const ballot = ballots[index];

  function give(word: "put" | "take", item: string, maySend: boolean, why: string) {
    complain(maySend ? null : { item, why: refusal(why) });
    if (!maySend) return;
    const says = asks !== "none" && !mySaid(live, step, item);
    if (word === "put" && says && asks === "required") return drafts.ask(item, { ...(drafts.of[item] ?? { text: "" }), ballot: ballot.id });
    if (word === "put" && says) drafts.set(item, { text: "" });
    if (word === "take") drafts.set(item, undefined);
    send({ board: step, do: word, item, ballot: ballot.id });
  }
  function save(item: string) {
    const draft = drafts.of[item];
    const text = draft.text.trim();
    if (!text && asks === "required") return complain({ item, why: refusal("because_needed") });
    complain(null);
    drafts.set(item, undefined);
    if (draft.ballot) send({ board: step, do: "put", item, ballot: draft.ballot, because: text }, draft);
    else if (text !== (mySaid(live, step, item)?.text ?? "")) send({ board: step, do: "why", item, text }, draft);
  }
  // With my words back in the field.
  function send(op: Op & { item: string }, draft?: Draft) {
    sendHere(live, op, (why) => {
      complain({ item: op.item, why });
      if (draft) drafts.set(op.item, draft);
    });
  }
  const row = (id: string, text: string) => {
    const on = dots.on(ballot.id, id);
    const left = dots.left(ballot);
    const draft = drafts.of[id];
    const why = wrong?.item === id ? wrong.why : null;
    return (
      <VoteRow
        key={id}
        text={text}
        ballot={index}
        on={on}
        most={config.max_per_item}
        canPut={left > 0}
        pending={dots.pending(ballot.id, id)}
        wrong={draft ? null : why}
        put={() => give("put", id, left > 0 && on < config.max_per_item, left ? "max_per_item" : "no_dots_left")}
        take={() => give("take", id, on > 0, "no_dot_there")}
      >
        {asks !== "none" && (
          <Reason
            id={id}
            item={text}
            said={mySaid(live, step, id)}
            draft={draft}
            needed={asks === "required"}
            given={ballots.some((it) => dots.on(it.id, id) > 0)}
            wrong={why}
            begin={(said) => drafts.ask(id, { text: said })}
            type={(said) => (complain(null), drafts.set(id, { ...draft, text: said }))}
            stop={() => (complain(null), drafts.set(id, undefined))}
            save={() => save(id)}
          />
        )}
      </VoteRow>
    );
  };
  return (
    <Page live={live} beside title={about.title} lead={about.prompt} foot={<Ready live={live} said={said(ballots.reduce((n, it) => n + dots.left(it), 0))} />}>
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

function said(left: number): string {
  return left ? nt("Je hebt nog {n} stip. Je mag ook minder geven.", "Je hebt nog {n} stippen. Je mag ook minder geven.", left) : t("Je stippen zijn op. Je mag nog wisselen.");
}

// What I gave, in plain text, once the vote is closed.
function MyDots({ live, ballots, dots }: { live: Live; ballots: Ballot[]; dots: Dots }) {
  const all = groups(live.parts.value).flatMap((group) => group.items);
  const why = (item: string) => mySaid(live, live.board.value!.id, item)?.text;
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
                    <span>
                      {text}
                      {why(id) && <small class="want">{want(why(id)!)}</small>}
                    </span>
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
  const [counting, count] = useState(false);
  const stays = (item: Item) => (item.kept ? t("blijft op tafel") : "");
  const told = (item: Item) => [inDots(desk, item), stays(item)].filter(Boolean).join(" · ");
  return (
    <>
      <button type="button" class="btn small" aria-pressed={counting ? "true" : "false"} onClick={() => count(!counting)}>
        {t("Stippen op papier")}
      </button>
      {counting ? (
        <Paper desk={desk} columns={desk.ballots} fields={(item, ballot) => ({ item, ballot })} />
      ) : desk.ranked ? (
        <Chips desk={desk} rows={bestFirst(desk)} told={told} />
      ) : desk.places.length > 1 ? (
        <Shelves desk={desk} places={[...desk.places].reverse()} of={placeOf} told={stays} />
      ) : (
        <Chips desk={desk} rows={desk.rows} told={stays} />
      )}
    </>
  );
}

// One card: it stays on the table whatever its dots, and why people chose it.
export function Picked({ id, item, act }: PickedProps) {
  const reasons = (item.reasons ?? []) as Told[];
  return (
    <>
      <button type="button" class="btn small" aria-pressed={item.kept ? "true" : "false"} onClick={() => act("keep", { item: id, on: !item.kept })}>
        <Icon name="tick" />
        {t("Niet wegstemmen")}
      </button>
      {item.kept && <p class="small">{t("Deze kaart gaat mee, hoeveel stippen hij ook heeft.")}</p>}
      {reasons.length > 0 && (
        <section class="whys">
          <h2>{nt("{n} reden", "{n} redenen", reasons.length)}</h2>
          <p class="small soft">{t("Er staat niet bij van wie ze zijn. De zaal leest ze als je de kaart op het scherm zet.")}</p>
          <ul class="members">
            {reasons.map(({ card, text, state }) => (
              <li key={card}>
                <span class={state === "shown" ? "" : "away"}>{want(text)}</span>
                <button type="button" class="btn quiet" aria-label={state === "shown" ? t("Verberg reden: {text}", { text }) : t("Toon reden: {text}", { text })} onClick={() => act(state === "shown" ? "hide" : "show", { card })}>
                  <span>{state === "shown" ? t("Verberg") : t("Toon")}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
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
