"""A phone without a screen: connects, joins, keeps the view of the step on stage, sends one op at a time until it is answered."""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable
from random import Random

import socketio
from socketio.exceptions import SocketIOError

ANSWER = 8.0  # seconds to wait for an answer
TRIES = 5  # however short its patience: a busy server is not gone
LOST = SocketIOError, TimeoutError

# A server that is silent for long is not worth a word; all else that goes wrong is.
logging.getLogger("engineio.client").addFilter(lambda it: it.msg != "packet queue is empty, aborting")


class Phone:
    """`stage`, `board`, `kind`, `parts`, `own` are what a page would show. `turn` is set when something changed that people react to; then there is a new one."""

    def __init__(self, url: str, token: str, key: str, patience: float):
        self._patience = patience  # seconds without a server before it gives up
        self._url, self._auth = url, {"token": token, "person": key}
        self._chance = Random(key)
        self._client: socketio.AsyncClient | None = None
        self._epoch, self._seq, self._joined = None, 0, False
        self._awake, self._inside, self._away = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._awake.set()
        self._moment: tuple = ()
        self.stage, self.board, self.kind, self.parts, self.own = {}, None, None, {}, {}
        self.turn = asyncio.Event()
        self.over = False

    async def stay(self) -> None:
        """Comes in, and again whenever the line is lost; until put away, refused, or the server is gone too long."""
        tries, last_here = 0, time.monotonic()
        while await self._awake.wait() and not self.over:
            tries += 1
            try:
                if await self._come_in():
                    await self._away.wait()
                    tries, last_here = 0, time.monotonic()
            finally:
                await self._hang_up()
            if tries >= TRIES and time.monotonic() - last_here > self._patience:
                self.put_away()
            elif tries:
                await asyncio.sleep(self._chance.uniform(0.5, 2.5))

    def put_away(self) -> None:
        self.over = True
        for event in (self._awake, self._inside, self._away, self.turn):
            event.set()

    def sleep(self) -> None:
        """The line is lost, until `wake`."""
        self._awake.clear()
        self._left()

    def wake(self) -> None:
        self._awake.set()

    def items(self) -> dict[str, dict]:
        return {id: part for id, part in self.parts.items() if "text" in part}

    def may_act(self) -> bool:
        now = self.stage.get("now", {})
        return bool(self.own) and now.get("state") == "open" and not now.get("break") and not self.stage["ended"]

    async def send(self, board: str, do: str, **fields) -> str | None:
        """Until there is an answer, with the same id each time. -> the reason when it is refused."""
        op = {"id": secrets.token_hex(8), "board": board, "do": do, **fields}
        while not self.over:
            await self._inside.wait()
            if self.over:
                break
            try:
                answer = await self._ask("ops", {"ops": [op]}, self._answered)
            except LOST:
                await asyncio.sleep(0.5)
                continue
            if "results" not in answer or answer["results"][0].get("refused") == "too_fast":
                await asyncio.sleep(3)
                continue
            return answer["results"][0].get("refused")
        return "over"

    # The line

    async def _come_in(self) -> bool:
        self._away.clear()
        self._client = socketio.AsyncClient(reconnection=False)
        self._client.on("view", self._viewed)
        self._client.on("disconnect", self._left)
        try:
            await self._client.connect(self._url, auth=self._auth, transports=["websocket"], wait_timeout=ANSWER)
        except Exception:
            return False  # what comes out when the line breaks now is no SocketIOError only, but also what the packages tripped over
        have = {"epoch": self._epoch, "seq": self._seq, "board": self.board} if self._epoch else None
        try:
            return "refused" not in await self._ask("join", {"have": have}, self._entered)
        except LOST:
            return False

    async def _ask(self, event: str, said: dict, hear: Callable[[dict], None]) -> dict:
        """`hear` gets the answer in its turn: after the views that came before it, before those that come after. Raises what is in LOST."""
        answered = asyncio.get_running_loop().create_future()

        def heard(answer: dict) -> None:
            hear(answer)
            if not answered.done():
                answered.set_result(answer)

        await self._client.emit(event, said, callback=heard)
        async with asyncio.timeout(ANSWER):
            return await answered

    def _entered(self, answer: dict) -> None:
        if "refused" in answer:
            self.put_away()
            return
        if answer["view"] is not None:
            self.parts = answer["view"]
        self._epoch, self.stage, self.own = answer["epoch"], answer["stage"], answer["own"]
        self._seq, self.board, self.kind = answer["seq"], answer["board"], answer["kind"]
        self._joined = True
        self._inside.set()
        self._look_up()

    def _answered(self, answer: dict) -> None:
        self.own = answer.get("own", self.own)
        self._look_up()

    def _viewed(self, view: dict) -> None:
        if not self._joined or view["seq"] < self._seq:
            return
        if view["epoch"] != self._epoch or (view["from"] or 0) > self._seq:
            self._left()  # something was missed: come in again
            return
        kept = {} if view["from"] is None else {key: part for key, part in self.parts.items() if key not in view["gone"]}
        self.parts = kept | view["set"]
        before = self.own if view["board"] == self.board else {}  # of a new step it is on its way, with the answer to what was just sent
        self.stage, self.own = view.get("stage", self.stage), view.get("own", before)
        self._seq, self.board, self.kind = view["seq"], view["board"], view["kind"]
        self._look_up()

    def _look_up(self) -> None:
        listed = frozenset(id for id, part in self.items().items() if "i" in part)  # what is worked on; cards that people write do not count
        moment = (self.board, self.may_act(), self.stage["ended"], listed)
        if moment != self._moment:
            self._moment, before, self.turn = moment, self.turn, asyncio.Event()
            before.set()

    def _left(self, *_) -> None:
        self._joined = False
        if not self.over:
            self._inside.clear()
        self._away.set()

    async def _hang_up(self) -> None:
        self._left()
        await self._client.disconnect()
