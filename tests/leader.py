"""A facilitator who leads a whole session from a console, as the script says: opens, merges what is alike, hides a card, lets in what waits, closes, shows, decides."""

import time

from guests import Guest, new_id
from participants import Participants

MERGES = 3  # bundles in one step
ALIKE = 0.3  # seconds in which the console looks for what is alike
TYPED = ["Meer rust in de gang", "Ouders eerder betrekken", "Tijd om af te stemmen"]
TICKS = 4  # what is taken along when the rule leaves it to the facilitator


class Leader:
    def __init__(self, console: Guest, people: Participants):
        self.console, self.people = console, people
        self._carried, self._hidden = 0, set()

    def lead(self) -> None:
        for number, step in enumerate(self.console.stage["steps"]):
            self.people.lose_the_line(number)
            self._begin(step)
            if step["kind"] == "flags":
                self._turns(step)
            else:
                self._one(step)
            self._note(step, "decision" if number % 2 else "open", f"Afgesproken bij {step['title']}")

    def act(self, board: str, do: str, **fields) -> None:
        answer = self.console.do(board, do, **fields)
        assert "refused" not in answer, (board, do, fields, answer)

    def _begin(self, step: dict) -> None:
        carried = {"items": self._takes(step)} if step["from"] else {}
        self.act("stage", "go", step=step["id"], **{"from": self.console.stage["now"]["step"]}, **carried)
        self.console.until(lambda page: page.board == step["id"])

    def _takes(self, step: dict) -> list[str]:
        """What the carry sheet offers; on every second sheet one thing is added, or else left out. Where it has nothing, the facilitator types."""
        sheet = self.console.until(lambda page: page.parts.get(f"offer:{step['id']}")).parts[f"offer:{step['id']}"]
        if not sheet["items"]:
            sheet = self._type(step)
        offered, picked = [item["id"] for item in sheet["items"]], [item["id"] for item in sheet["items"] if item["picked"]]
        if not picked:
            return offered[:TICKS]
        self._carried += 1
        if self._carried % 2:
            return picked
        more = [id for id in offered if id not in picked]
        return [*picked, more[0]] if more and len(picked) < sheet["most"] else picked[: max(2, len(picked) - 1)]

    def _type(self, step: dict) -> dict:
        for text in TYPED:
            self.act(step["id"], "bring", card=new_id(), text=text)
        return self.console.until(lambda page: len(page.parts[f"offer:{step['id']}"]["items"]) == len(TYPED)).parts[f"offer:{step['id']}"]

    def _one(self, step: dict) -> None:
        if self.console.stage["now"]["state"] != "open":
            self.act("stage", "open", step=step["id"])
        self._wait(step)
        self._release(step)
        self._merge(step)
        self._show(step)

    def _wait(self, step: dict, turn: str | None = None) -> None:
        """Until everybody is done, and the console shows it."""
        done = self.people.until_done(step["id"], turn)
        self.console.until(lambda page: page.parts["turnout"]["done"] == page.parts["turnout"]["people"] == done)

    def _turns(self, step: dict) -> None:
        first = self.console.parts["case"]
        for case in range(1, first["of"] + 1):
            for round in range(1, first["rounds"] + 1):
                turn = f"c{case}r{round}"
                if self.console.parts["case"]["turn"] != turn:
                    self.act(step["id"], "case", case=case, round=round)
                    self.console.until(lambda page, turn=turn: page.parts["case"]["turn"] == turn)
                self.act("stage", "open", step=step["id"])
                self._wait(step, turn)
                self._show(step)
            self.act(step["id"], "decide", case=case, flag=self.console.parts["config"]["flags"][case % 2]["id"], text="Zo zien we het nu.")
            for wish in self.console.parts["wishes"][:1]:
                self.act(step["id"], "quote", wish=wish["id"])

    def _release(self, step: dict) -> None:
        """All but the last of what waits."""
        held = [card["card"] for card in self.console.stage["held"] if card["step"] == step["id"]]
        if held[:-1]:
            self.act(step["id"], "release", cards=held[:-1])

    def _merge(self, step: dict) -> None:
        if "counts" not in self.console.parts:
            return
        time.sleep(ALIKE)
        for alike in self.console.parts.get("alike", [])[:MERGES]:
            answer = self.console.do(step["id"], "merge", cards=alike["cards"], into=new_id())
            if "refused" not in answer:  # they lie in one place
                self._hide(step, alike["cards"][-1])

    def _hide(self, step: dict, card: str) -> None:
        """One card in a bundle of each step says something that is better not read out."""
        if step["id"] not in self._hidden:
            self._hidden.add(step["id"])
            self.act(step["id"], "hide", card=card)

    def _show(self, step: dict) -> None:
        self.act("stage", "close", step=step["id"])
        if not step["secret"]:
            return
        self.act("stage", "reveal", step=step["id"])
        self.console.until(lambda page: page.stage["now"]["revealed"])
        if step["kind"] == "vote" and self._carried % 2:
            self.act(step["id"], "keep", item=self.console.until(lambda page: "ranking" in page.parts).parts["ranking"]["ids"][-1], on=True)
        if self.console.parts.get("key", {}).get("options", True) and "key" in self.console.parts:
            self.act(step["id"], "key", show=True)

    def _note(self, step: dict, kind: str, text: str) -> None:
        self.act("stage", "note", note=new_id(), step=step["id"], text=text, **{"as": kind})
