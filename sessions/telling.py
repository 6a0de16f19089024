"""What may be told of a session, and to whom: the parts of a view, the carry sheets, the results; nothing that was not shown, nothing of too few.

A view is for one audience: phone, screen or console. Half of all consoles are mirrored to the projector, so what is hidden is hidden there too.
"""

from sessions import carry
from sessions.cards import Card, Cards
from sessions.descent import Descents
from sessions.earlier import Earlier
from sessions.scripted import From
from sessions.splits import ENOUGH
from sessions.stage import Stage, Step
from sessions.table import Table

BESIDE = 5  # texts of an earlier session that a phone shows beside its work
PLENTY = 60  # items a step is offered when its kind has no limit of its own


class Telling:
    """`seq` is that of the last entry."""

    def __init__(self, stages: Stage, cards: Cards, earlier: Earlier):
        self.stages, self.cards, self.earlier, self.seq = stages, cards, earlier, 1
        self._few: dict[str, tuple[int, bool]] = {}  # per step: worked out at a seq

    def held(self) -> list[dict]:
        return [self._held(card) for card in self._waiting()]

    def _waiting(self) -> list[Card]:
        """What waits for the facilitator; what somebody said with an answer waits for the reveal first."""
        return [card for card in self.cards.held() if self.shown(self.stages.steps[card.step])]

    def _held(self, card: Card) -> dict:
        """A card that waits for the facilitator: because it came too late, or because every card of its step does."""
        moderated = self.stages.steps[card.step].moderates
        place = card.place.get("field") or card.place.get("level")
        return {"card": card.id, "step": card.step, "text": card.text, **({"because": card.because} if card.because else {}), **({"place": place} if place else {}), "late": not moderated}

    def view(self, audience: str) -> dict[str, dict]:
        step = self.stages.step
        if step is None:
            return self._offers() if audience == "console" else {}
        parts = self._board_view(step, audience)
        parts["about"] = {"title": step.plan.title, "prompt": step.plan.prompt, **self._places(step), **self._told(step)}
        if isinstance(step.plan.beside, str):
            beside = self.stages.steps[step.plan.beside]
            parts["beside"] = {"step": beside.id, "kind": beside.plan.kind, "title": beside.plan.title, "parts": self._board_view(beside, "phone" if audience == "phone" else "screen"), **self._compared(step)}
        last = self._last(step, audience)
        if last is None and (found := self.earlier.beside(step.plan)):
            parts["beside"] = found.beside(BESIDE if audience == "phone" else None)
        parts.update(last or {})
        if audience == "screen":
            parts.update(self._called(step) | self._held_up(step))
        if audience != "phone":
            parts["turnout"] = self._turnout(step)
        if audience == "console":
            parts.update(self._offers())
        return parts

    def _board_view(self, step: Step, audience: str) -> dict:
        parts = step.kind.view(step.board, self.cards, audience, self.shown(step))
        if audience != "console" and not step.secret and self.few(step):
            return {key: part for key, part in parts.items() if key not in self.cards}
        return parts

    def _compared(self, step: Step) -> dict:
        """What the kind finds when the earlier step beside this one is of the same kind: only once both may be told."""
        earlier, compare = self.stages.steps.get(str(step.plan.beside)), getattr(step.kind, "compare", None)
        if earlier is None or compare is None or earlier.kind is not step.kind or not (self.shown(earlier) and self.shown(step)):
            return {}
        compared = compare(earlier.board, step.board, self.cards)
        return {"compared": compared} if compared else {}

    def _last(self, step: Step, audience: str) -> dict | None:
        """What this step found in an earlier session, or the step of its kind that the script names, as the kind shows it behind the present: only once this one may be told.

        None where there is none, or the kind cannot compare the two: then it stands beside the step like any other, where the script says so.
        """
        found = self.earlier.beside(step.plan) or self.earlier.find(self.stages.script, step.id)
        show = getattr(step.kind, "last", None)
        if found is None or show is None or found.kind != step.plan.kind:
            return None
        if not self.tells(step):
            return {}
        told = show(found.table, step.board, self.cards, audience)
        return told and {"last": {"session": found.session, "date": found.date, **told}}

    def _called(self, step: Step) -> dict[str, dict]:
        """A card or bundle that its board does not show by itself, while the facilitator holds it up."""
        card = self.stages.screen.get("card")
        if card is None or not self.shown(step) or card not in self.cards.shown(getattr(step.board, "on_call", ())):
            return {}
        return {card: self.cards.face(card)}

    def _held_up(self, step: Step) -> dict[str, dict]:
        """Where the card that everybody talks about comes from; what it is in this step stands on the card itself."""
        card = self.stages.screen.get("card")
        descent = self.descents().of(card, before=step.id) if card in self.cards else {}
        return {"descent": descent} if descent.get("steps") else {}

    def descents(self) -> Descents:
        """Where cards came from and went: over the steps that the room was shown, and that people could read."""
        told = [step for step in self.stages.steps.values() if step.visited and not step.reads and not step.turns and self.tells(step)]
        return Descents(self.cards, [(step, self.result(step)) for step in told], self.earlier)

    def shown(self, step: Step) -> bool:
        """Whether the result may be told: it was shown, and in an anonymous step there are answers enough to hide among."""
        return step.shown and not (step.secret and self.few(step))

    def tells(self, step: Step) -> bool:
        """Whether the report may print what this step found."""
        if step.turns:
            return bool(self.result(step).shown())
        return step.shown and not self.few(step)

    def few(self, step: Step) -> bool:
        """Whether an anonymous step has too few answers to show any. Cards wait for that only where the script says so itself."""
        if step.reads or not (step.anonymous(self.stages.people) if step.secret else step.plan.anonymous is True):
            return False
        seq, few = self._few.get(step.id, (0, False))
        if seq != self.seq:  # several parts of one view ask
            few = step.kind.result(step.board, self.cards).facts["answers"] < ENOUGH
            self._few[step.id] = self.seq, few
        return few

    def _told(self, step: Step) -> dict:
        """What else a page has to know of the step: who may do it and on which phone, and what others can see or guess."""
        plan = step.plan
        told = {
            "roles": self.stages.roles if plan.ask_role or plan.only else None,
            "only": plan.only or None,
            "table": plan.device == "table" or None,
            "moderate": step.moderates or None,
            "reads": step.reads,
            "keep": None if plan.keep else False,
            "skip": plan.anonymous is True or not plan.keep or None,
            "anonymous": ("yes" if step.anonymous(self.stages.people) else "guess") if plan.anonymous else None,
            "safety": self.stages.safety or None if step in self.stages.ends else None,
            "few": ENOUGH if (step.revealed or not step.secret) and self.few(step) else None,
        }
        return {key: value for key, value in told.items() if value is not None}

    def _turnout(self, step: Step) -> dict:
        """People, not phones: who is done, and of how many. `waits` where it differs: people on paper cannot press "done"."""
        people, device = self.stages.people, step.plan.device
        phones = people.at_work(device, step.plan.only)
        waits = people.people(phones, device)
        told = {"done": people.people(step.done & set(phones), device), "people": waits + people.paper}
        if people.paper:
            told["waits"] = waits
        if step.moderates:
            told["waiting"] = sum(card.step == step.id for card in self._waiting())
        return told

    def _places(self, step: Step) -> dict:
        """The levels or fields that carried items came from: the headings over them."""
        if not step.plan.from_:
            return {}
        while not (found := _places_of(step)) and step.plan.from_ and not step.plan.from_.session:
            step = self.stages.steps[step.plan.from_.step]
        if not found and (earlier := self.earlier.named(step.plan.from_)):
            found = earlier.places
        return {"places": [{key: place[key] for key in ("id", "name", "number") if key in place} for place in found]}

    def _offers(self) -> dict[str, dict]:
        """The carry sheets: what each later step would work on, as far as that may be known now."""
        offers = {step.id: self.offer(step) for step in self.stages.steps.values()}
        return {f"offer:{id}": offer for id, offer in offers.items() if offer}

    def offer(self, step: Step) -> dict | None:
        """None while there is nothing to carry from. What the facilitator wrote on the sheet stands on it first."""
        plan = step.plan.from_
        if plan is None:
            return None
        rule, most = carry.parse(plan.rule), step.most or PLENTY
        typed = [{"id": id, "text": self.cards.face(id)["text"], "why": {"typed": True}, "picked": True, "tie": False} for id in self.cards.shown(step.brought)]
        source = None if plan.session else self.stages.steps[plan.step]
        if source and not source.visited and not typed:
            return None
        table, why = self._from_step(source, rule) if source else self._from_session(plan)
        items = carry.offer(rule, table, most, plan.ballot) if table else []
        items = self._points(step, items, most) if step.points else items
        told = {"source": source.id} if source else {"source": None, "script": plan.session, "session": found.told if (found := self.earlier.named(plan)) else None}
        bare = {} if getattr(step.kind, "LEAST", 1) else {"least": 0}
        why_not = {} if items else {"why": why}
        items = [*typed, *(item for item in items if item["id"] not in step.brought)]
        return {"step": step.id, **told, "rule": plan.rule, "ready": bool(items), "most": most, "items": items, **why_not, **bare}

    def _from_step(self, source: Step, rule: carry.Rule) -> tuple[Table | None, str]:
        """What the rule may look at, or why that is nothing."""
        needs = rule.cuts or (rule.name == "field" and getattr(source.board, "sorts", False))
        if not source.visited or (needs and not self.shown(source)):
            return None, "reveal" if source.visited else "later"
        return self._source(source, needs), "empty"

    def _from_session(self, plan: From) -> tuple[Table | None, str]:
        """What an earlier session found, as its cards are now."""
        found = self.earlier.named(plan)
        if found is None:
            return None, "no_session"
        rows = {self.cards.top(row["id"]): row for row in reversed(found.cards)}
        now = [{**rows[id], "id": id, "text": self.cards.face(id)["text"], "state": self.cards.state(id)} for id in self.cards.tops(row["id"] for row in found.cards)]
        return Table(found.kind, now, found.table.facts), "empty"

    def _points(self, step: Step, groups: list[dict], most: int) -> list[dict]:
        """The points in each of the groups on the sheet, in the order of the sheet; those of picked groups are picked as long as they fit."""
        points = [{"id": id, "text": self.cards.face(id)["text"], "why": {**group["why"], "of": group["text"]}, "picked": group["picked"], "tie": group["tie"]}
                  for group in groups for id in self.cards.shown(step.points.get(self._group(step, group), ()))]
        goes = [point["id"] for point in points if point["picked"]][:most]
        return [{**point, "picked": point["id"] in goes} for point in points]

    def _group(self, step: Step, group: dict) -> str:
        """The name in the script of a group on the sheet: the facilitator may have said it in other words."""
        if step.plan.from_.session:
            return next((row["text"] for row in self.earlier.named(step.plan.from_).cards if self.cards.top(row["id"]) == group["id"]), "")
        source = self.stages.steps[step.plan.from_.step]
        names = {self.cards.top(id): name for id, name in zip(self.cards.prepared(source.id), source.plan.config["items"], strict=True)}
        return names.get(group["id"], "")

    def carried(self, step: Step) -> dict[str, list[str]]:
        """How the facilitator changed what the rule picked: ids of shown items `added` and `left` out."""
        if step.picked is None:
            return {"added": [], "left": []}
        picked, items = self.cards.shown(step.picked), self.cards.shown(step.board.items)
        return {"added": [id for id in items if id not in picked], "left": [id for id in picked if id not in items]}

    def _source(self, source: Step, needs: bool) -> Table:
        """The result the rule works on; without its figures, in the order of the list, when it does not need those: they may be hidden."""
        table = source.kind.result(source.board, self.cards)
        table.rows = [row for row in table.rows if row["id"] in self.cards]  # only what is a card can go along
        if source.secret and not needs:
            order = {id: i for i, id in enumerate(self.cards.tops(source.board.items))}
            rows = [{"id": row["id"], "text": row["text"], "state": row["state"], **self.cards[row["id"]].place, **({"kept": True} if row.get("kept") else {})} for row in table.rows]
            return Table(table.kind, sorted(rows, key=lambda row: order[row["id"]]), {})
        return table

    def result(self, step: Step) -> Table:
        table = step.kind.result(step.board, self.cards)
        table.facts |= self._compared(step) | (self._last(step, "screen") or {})
        return table


def _places_of(step: Step) -> list[dict]:
    face = getattr(step.board, "face", {})
    return face.get("levels") or face.get("fields") or []
