"""Somebody in the room: comes in, does what the step on stage asks, at their own speed, and stops when the facilitator asks for eyes on the screen."""

import asyncio
import contextlib
from dataclasses import dataclass
from random import Random

from facilitator.demo import kinds
from facilitator.demo.phone import Phone

AT_TABLE = 5  # people, each with a phone; one of them writes
GOODBYE = 60.0  # seconds that people still look at their phone after the end


@dataclass(frozen=True)
class Character:
    arrives: float  # seconds after the first
    slowness: float  # 1 is ordinary
    careless: float  # how often there is a slip of the pen in a card, 0 .. 1
    votes: bool
    says_done: bool
    leaves: bool  # loses the connection now and then
    table: int | None = None  # writes for this table, where one phone per table does a step
    at_table: int = AT_TABLE  # people there
    role: str | None = None  # where the script asks; None is any of them


class Person:
    """`common` is the same number for everybody in the room: what they have in common is made from it."""

    def __init__(self, phone: Phone, character: Character, common: float, chance: Random, pace: float):
        self.phone, self.character, self.chance = phone, character, chance
        self.plans: dict = {}  # what this person means to do in a step, kept for when it opens again
        self._common, self._self, self._pace = common, chance.random(), pace
        self._turn = phone.turn

    async def live(self) -> None:
        await asyncio.sleep(self.character.arrives / self._pace)
        async with asyncio.TaskGroup() as life:
            life.create_task(self.phone.stay())
            going = life.create_task(self._come_and_go())
            try:
                await self._take_part()
            finally:
                self.phone.put_away()
                going.cancel()

    async def take_time(self, seconds: float) -> bool:
        """-> whether the work can go on: False as soon as something changed on the stage."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds * self.character.slowness / self._pace):
                await self._turn.wait()
        return not self._turn.is_set()

    async def send(self, board: str, do: str, **fields) -> bool:
        """-> whether the work can go on: False when it is refused, or something changed on the stage."""
        return not await self.phone.send(board, do, **fields) and not self._turn.is_set()

    def mean_to(self, what: str, choose):
        """What this person decided about `what` in this step, the first time it came up."""
        key = self.phone.board, what
        if key not in self.plans:
            self.plans[key] = choose()
        return self.plans[key]

    def liking(self, what: str, own: float = 0.5) -> float:
        """How much this person likes something: what everybody thinks, with a taste of their own through it."""
        return Random(f"{self._common}/{what}").random() + Random(f"{self._self}/{what}").gauss(0, own)

    async def say_done(self) -> None:
        if self.character.says_done and not self.phone.own.get("done") and await self.take_time(self.chance.uniform(2, 8)):
            await self.phone.send("stage", "done", step=self.phone.board)

    async def _take_part(self) -> None:
        while not self.phone.over:
            self._turn = self.phone.turn
            if self.phone.may_act() and await self._settle():
                await kinds.take_part(self.phone.kind, self)
            if self.phone.stage.get("ended") and await self.take_time(GOODBYE):
                self.phone.put_away()
            await self._turn.wait()

    async def _settle(self) -> bool:
        """Tells what the step asks first: the role, and the table. -> whether this step is for me."""
        about, you = self.phone.parts.get("about", {}), self.phone.own.get("you", {})
        if "roles" in about and "group" not in you:
            if not await self.take_time(self.chance.uniform(2, 6)) or not await self.send("stage", "role", group=self.character.role or self._role(about["roles"])):
                return False
        if about.get("only") and self.phone.own["you"].get("group") not in about["only"]:
            return False
        if about.get("table") and "table" not in you:
            if self.character.table is None or not await self.take_time(self.chance.uniform(3, 8)):
                return False
            return await self.send("stage", "size", table=self.character.table, size=self.character.at_table, others=self.character.at_table - 1)
        return True

    def _role(self, roles: list[str]) -> str:
        """About a third has the first: a step may be for them alone, and shows nothing of fewer than five."""
        return self.chance.choices(roles, [max(1, len(roles) / 2), *[1] * (len(roles) - 1)])[0]

    async def _come_and_go(self) -> None:
        while self.character.leaves:
            await asyncio.sleep(self.chance.uniform(40, 150) / self._pace)
            self.phone.sleep()
            await asyncio.sleep(self.chance.uniform(5, 25) / self._pace)
            self.phone.wake()
