// Giving dots: the ballots on top, a row per thing under the heading of its place.

import type { ComponentChildren } from "preact";
import { LevelGlyph } from "../icons";
import type { Live } from "../live";
import type { Ballot } from "../wire";
import { nt, refusal, t } from "../words";
import { Ballots } from "./ballots";
import type { Dots } from "./dots";
import { groups } from "./groups";
import { useKept } from "./kept";
import { Page } from "./page";
import { Ready } from "./ready";
import { sendHere } from "./unsent";
import { VoteRow } from "./voterow";

export interface Voted {
  live: Live;
  ballots: Ballot[];
  dots: Dots;
  wrong: Wrong;
  complain(wrong: Wrong): void;
}

export type Wrong = { item: string; why: string } | null;

// What a vote does that asks more than a dot.
export interface More {
  before(word: "put" | "take", item: string, ballot: string): boolean; // whether it may go now
  under(item: string, text: string): ComponentChildren; // what stands below its row, what is wrong too
}

export function Voting({ live, ballots, dots, wrong, complain, more }: Voted & { more?: More }) {
  const step = live.board.value!.id;
  const { config, about } = live.parts.value;
  const [kept, choose] = useKept(live.keep, `ballot.${step}`, ballots[0].id);
  const index = Math.max(0, ballots.findIndex(({ id }) => id === kept));
  const ballot = ballots[index];

  function give(word: "put" | "take", item: string, maySend: boolean, why: string) {
    complain(maySend ? null : { item, why: refusal(why) });
    if (!maySend || (more && !more.before(word, item, ballot.id))) return;
    sendHere(live, { board: step, do: word, item, ballot: ballot.id }, (why) => complain({ item, why }));
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
        wrong={wrong && wrong.item === id && !more ? wrong.why : null}
        put={() => give("put", id, left > 0 && on < config.max_per_item, left ? "max_per_item" : "no_dots_left")}
        take={() => give("take", id, on > 0, "no_dot_there")}
      >
        {more && more.under(id, text)}
      </VoteRow>
    );
  };
  return (
    <Page live={live} beside title={about.title} lead={about.prompt} foot={<Ready live={live} said={howMany(ballots.reduce((n, it) => n + dots.left(it), 0))} />}>
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

function howMany(left: number): string {
  return left ? nt("Je hebt nog {n} stip. Je mag ook minder geven.", "Je hebt nog {n} stippen. Je mag ook minder geven.", left) : t("Je stippen zijn op. Je mag nog wisselen.");
}
