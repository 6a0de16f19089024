// Laying a link by hand: tap one element, tap the other, say what they have to do with each other.

import { useState } from "preact/hooks";
import type { Live } from "../live";
import { items, type MyLink, type RelationType } from "../wire";
import { nt, refusal, t } from "../words";
import { Button } from "./button";
import { Judge, typeName } from "./judge";
import { useKept } from "./kept";
import { myLinks, pairOf } from "./links";
import { MyLinks } from "./mylinks";
import { Page } from "./page";

type Draft = Partial<MyLink>;

export function ByHand({ live }: { live: Live }) {
  const step = live.board.value!.id;
  const parts = live.parts.value;
  const [kept, keep] = useKept<Draft>(live.keep, `link.${step}`, {});
  const [wrong, complain] = useState("");
  const [said, say] = useState("");
  const draft = { ...kept, a: kept.a && parts[kept.a] ? kept.a : undefined, b: kept.b && parts[kept.b] ? kept.b : undefined };

  function send(link: MyLink) {
    keep({});
    complain("");
    say(t("Je verband is onderweg."));
    live.send({ ...answer(link), board: step, do: "link" }).then((it) => {
      if (!("refused" in it)) return say(t("Je verband is aangekomen."));
      say("");
      const refused = live.unsent.value.find(({ op }) => op.do === "link" && pairOf(op.a as string, op.b as string) === pairOf(link.a, link.b));
      if (!refused || live.keep.get<Draft>(`link.${step}`)?.a || !live.parts.value[link.a] || !live.parts.value[link.b]) return; // then it stands in "niet verstuurd"
      live.forget(refused.id);
      keep(link);
      complain(refusal(it.refused));
    });
  }
  if (draft.a && draft.b)
    return (
      <Judge
        live={live}
        title={t("Een verband")}
        draft={{ ...draft, a: draft.a, b: draft.b }}
        change={(part) => keep({ ...draft, ...part })}
        send={send}
        apart={["unknown"]}
        word={t("Leg dit verband")}
        back={{ word: t("Terug"), press: () => keep({ a: draft.a }) }}
        wrong={wrong || undefined}
      />
    );
  return (
    <Choosing
      live={live}
      first={draft.a}
      said={said}
      choose={(id) => (say(""), draft.a === id ? keep({}) : draft.a ? keep(before(live, draft.a, id)) : keep({ a: id }))}
      edit={(link) => keep(answer(link))}
      remove={({ a, b }) => (live.send({ board: step, do: "unlink", a, b }), say(t("Je verband is weggehaald.")), document.querySelector("h1")!.focus())}
    />
  );
}

// What the server takes of a link.
export const answer = ({ a, b, type, because, basis }: MyLink): MyLink => ({ a, b, type, ...(because?.trim() && { because: because.trim() }), ...(basis && { basis }) });

// What I said before about these two stands in the form.
function before(live: Live, a: string, b: string): Draft {
  const known = myLinks(live, live.board.value!.id).get(pairOf(a, b));
  return known && !known.leaving ? { ...answer(known), a, b } : { a, b };
}

interface ChoosingProps {
  live: Live;
  first?: string;
  said: string;
  choose(id: string): void;
  edit(link: MyLink): void;
  remove(link: MyLink): void;
}

function Choosing({ live, first, said, choose, edit, remove }: ChoosingProps) {
  const parts = live.parts.value;
  const step = live.board.value!.id;
  const types = parts.config.types as RelationType[];
  const mine = myLinks(live, step);
  const { done } = live.own.value;
  const list = items(parts).sort(([, a], [, b]) => (a.i ?? a.at) - (b.i ?? b.at));
  const note = (id: string) => {
    const link = first && mine.get(pairOf(first, id));
    return link && !link.leaving ? typeName(types, link.type) : "";
  };
  return (
    <Page
      live={live}
      beside
      title={parts.about.title}
      lead={parts.about.prompt}
      foot={
        <>
          <p>{nt("Je legde {n} verband.", "Je legde {n} verbanden.", [...mine.values()].filter(({ leaving }) => !leaving).length)}</p>
          {first ? (
            <Button press={() => choose(first)}>{t("Kies opnieuw")}</Button>
          ) : (
            <Button main={!done} press={() => live.send({ board: "stage", do: done ? "undone" : "done", step })}>
              {done ? t("Toch niet klaar") : t("Ik ben klaar")}
            </Button>
          )}
        </>
      }
    >
      <section>
        <h2>{first ? t("Tik nu op het tweede element") : t("Tik op het eerste element")}</h2>
        <ul class="choose">
          {list.map(([id, { text }]) => (
            <li key={id}>
              <button type="button" aria-pressed={id === first} onClick={() => choose(id)}>
                {text}
                {note(id) && <small>{note(id)}</small>}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <p role="status" class={said && !first ? "small" : "vh"}>
        {first ? t("Tik nu op het tweede element") : said}
      </p>
      <MyLinks live={live} acts={{ edit, remove }} />
    </Page>
  );
}
