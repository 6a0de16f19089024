"""The job of one session, for real: everybody comes in, writes three cards, gives three dots, takes one back, gives it again at one instant."""

import asyncio
import random
import secrets
import time
from collections import Counter
from pathlib import Path

from house import House

from benchmarks.crowd import Crowd
from benchmarks.measure import busiest, cpu, each, percentiles, spent
from benchmarks.wire import Line, lots, view_of
from facilitator.demo.ideas import content
from facilitator.store import Store

AGAIN = 0.1  # of the ops is sent twice
ITEMS = 60  # in the vote, the most there may be
BALLOTS = [{"id": "sterk", "name": "Sterk", "dots": 2}, {"id": "beter", "name": "Kan beter", "dots": 1}]
DOTS = ("sterk", "sterk", "beter")  # of one person
TICKS = 11  # views in a second, its ends counted
SAYS = [says for strands in content()["pyramid"].values() for ideas in strands.values() for says in ideas]
LEVELS = ("foundation", "base", "extra", "intensive")
SLOW = "import time\nfrom facilitator.store import File\nappend = File.append\ndef slow(self, *given):\n    time.sleep({})\n    return append(self, *given)\nFile.append = slow\n"


class Job:
    """`await Job(...).run()` -> figures; `_phase` and `_step` say which. Times in ms."""

    def __init__(self, folder: Path, people: int, seconds: float, slow_fsync: float):
        self._people, self._seconds = people, seconds
        self._house = House(folder / "data", before=SLOW.format(slow_fsync / 1000) if slow_fsync else "")
        self._chance = random.Random(people)
        self._told: list[dict] = []  # every answer to the crowd

    async def run(self) -> dict:
        self._house.start()
        self._session = self._house.create("kennismaken")
        try:
            figures = await self._lead()
        finally:
            self._house.stop()
        return figures | {"log": self._recount()}

    async def _lead(self) -> dict:
        async with lots() as http:
            tokens = self._session.tokens
            self._console, self._screen = [await Line(http, self._house.url, tokens[role]).connect() for role in ("console", "screen")]
            for line in (self._console, self._screen):
                await line.ask("join", {"have": None})
            self._crowd = Crowd(self._house.url, tokens["participant"], self._people)
            figures = await self._phases()
            await self._crowd.leave()
            await self._console.close()
            await self._screen.close()
        return figures

    async def _phases(self) -> dict:
        joins = await self._crowd("come")
        steps = {"go to the pyramid": await self._step("go", step="piramide", **{"from": None})}
        written = [[self._card() for _ in range(3)] for _ in range(self._people)]
        cards = await self._phase(written, self._seconds, AGAIN, visible=written)
        steps["close it"] = await self._step("close")
        items = [op["card"] for mine in written for op in mine][:ITEMS]
        steps["go to the vote"] = await self._step("go", step="stemmen", items=items, **{"from": "piramide"})
        await self._do("adjust", step="stemmen", config={"ballots": BALLOTS})
        steps["open it"] = await self._step("open")
        chosen = [self._chance.sample(items, len(DOTS)) for _ in range(self._people)]
        puts = [[vote("put", item, ballot) for item, ballot in zip(mine, DOTS, strict=True)] for mine in chosen]
        votes = await self._phase(puts, self._seconds, AGAIN, visible=[mine[-1:] for mine in puts])
        takes = [[vote("take", mine[-1], DOTS[-1])] for mine in chosen]
        taken = await self._phase(takes, self._seconds / 3, visible=takes)
        again = [[vote("put", mine[-1], DOTS[-1])] for mine in chosen]
        instant = await self._phase(again, 0, visible=again)
        steps["reveal"] = await self._step("reveal")
        steps["go to the order"] = await self._step("go", step="volgorde", items=items[:5], **{"from": "stemmen"})
        steps["back to the vote"] = await self._step("go", step="stemmen", **{"from": "volgorde"})
        return {
            "join": {"people": len(joins), "seconds": round(max(it["came"] for it in joins) - min(it["sent"] for it in joins), 2)},
            "phases": {"cards": cards, "votes": votes, "votes taken back": taken, "votes at one instant": instant},
            "steps": steps,
        }

    async def _phase(self, ops: list[list[dict]], seconds: float, again: float = 0, *, visible: list[list[dict]]) -> dict:
        """A wave of ops from the crowd: the time until each answer, and from there until the screen shows it.

        `visible` are the ops that change what the screen may show: while a vote is closed only a person's last dot does.
        """
        before, began = cpu(self._house.pid), time.monotonic()
        told = await self._crowd("send", [[[op] for op in mine] for mine in ops], seconds, again)
        ids = {op["id"] for mine in visible for op in mine}
        first = {result["id"]: (one["came"], result["seq"]) for one in reversed(told) for result in one["results"] if "seq" in result and result["id"] in ids}
        await self._screen_at(max(seq for _, seq in first.values()))
        used, shown = spent(self._house.pid, before), self._shown(began)
        self._told += told
        return {
            "ops": len(told),
            "seconds": round(max(one["came"] for one in told) - min(one["sent"] for one in told), 2),
            "ack": percentiles([one["came"] - one["sent"] for one in told]),
            "screen": percentiles([seen(shown, seq) - came for came, seq in first.values()]) | {"ops": len(first)},
            "to the screen": traffic(shown),
            "cpu us per op": each(used, len(told)),
        }

    def _shown(self, since: float) -> list[tuple[float, int, int]]:
        """The screen's views: moment, seq, bytes."""
        return [(came, view_of(text)["seq"], len(text.encode())) for came, text in self._screen.views if came >= since]

    async def _screen_at(self, seq: int) -> None:
        end = time.monotonic() + 10
        while not self._screen.views or view_of(self._screen.views[-1][1])["seq"] < seq:
            assert time.monotonic() < end, "the screen stayed behind"
            await asyncio.sleep(0.02)

    async def _step(self, do: str, **fields) -> dict:
        """When the first and the last phone show what the facilitator did, in ms after the key was pressed."""
        is_there = {"go": lambda step, *_: step == fields["step"], "reveal": lambda *now: now[2]}.get(do, lambda _, state, __: state == {"open": "open", "close": "closed"}[do])
        pressed = time.monotonic()
        await self._do(do, **fields)
        while True:
            await asyncio.sleep(0.2)
            there = [next((came for came, *now in phone if is_there(*now)), None) for phone in await self._crowd("stages", pressed)]
            if None not in there or time.monotonic() > pressed + 10:
                break
        came = [it - pressed for it in there if it]
        return {"phones": len(came), "first": round(1000 * min(came), 1), "last": round(1000 * max(came), 1)}

    async def _do(self, do: str, **fields) -> None:
        [result] = (await self._console.ask("ops", {"ops": [op("stage", do, **fields)]})).said()["results"]
        assert "seq" in result, result

    def _card(self) -> dict:
        return op("piramide", "add", card=secrets.token_hex(8), text=self._text(), level=self._chance.choice(LEVELS))

    def _text(self) -> str:
        """Two of the things that people write in a rehearsal: all different, some alike, as in a real room."""
        one, other = (self._chance.choice(says) for says in self._chance.sample(SAYS, 2))
        return f"{one}; {other.lower()}"[:80]

    def _recount(self) -> dict:
        """What was answered against what is on disk."""
        log = Store(self._house.data).read(self._session.id)
        at = {entry["id"]: entry["seq"] for entry in log}
        answers = [result for one in self._told for result in one["results"]]
        accepted = [result for result in answers if "seq" in result]
        work = [entry for entry in log if entry["do"] in ("add", "put", "take")]
        dots = Counter({"put": 0, "take": 0}) + Counter(entry["do"] for entry in work)
        return {
            "answered": len(answers),
            "refused": len(answers) - len(accepted),
            "sent twice": len(accepted) - len({result["id"] for result in accepted}),
            "lost": sum(at.get(result["id"]) != result["seq"] for result in accepted),
            "double": len(work) - len({entry["id"] for entry in work}),
            "cards": dots["add"],
            "dots": dots["put"] - dots["take"],
        }


def op(board: str, do: str, **fields) -> dict:
    return {"id": secrets.token_hex(8), "board": board, "do": do, **fields}


def vote(do: str, item: str, ballot: str) -> dict:
    return op("stemmen", do, item=item, ballot=ballot)


def seen(shown: list[tuple[float, int, int]], seq: int) -> float:
    return next(came for came, at, _ in shown if at >= seq)


def traffic(shown: list[tuple[float, int, int]]) -> dict:
    """Views and bytes in all, in the busiest second, and the most that a tick of 0.1 s allows for views of this size."""
    biggest = max(size for *_, size in shown)
    return {"views": len(shown), "bytes": sum(size for *_, size in shown), "busiest second": busiest([(came, size) for came, _, size in shown]), "bound": {"views": TICKS, "bytes": TICKS * biggest}}
