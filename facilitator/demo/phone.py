"""A phone without a screen: connects, joins, keeps the view of the step on stage, sends one op at a time until it is answered."""

import asyncio
import secrets
import time
from random import Random

import socketio
from socketio.exceptions import SocketIOError

ANSWER = 8.0  # seconds to wait for an answer


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
        self._door = asyncio.Lock()  # a client that is told to hang up while it connects takes the one who waits for it along
        self._moment: tuple = ()
        self.stage, self.board, self.kind, self.parts, self.own = {}, None, None, {}, {}
        self.turn = asyncio.Event()
        self.over = False

    async def stay(self) -> None:
        """Comes in, and again whenever the line is lost; until put away, refused, or the server is gone too long."""
        last_here = time.monotonic()
        while not self.over:
            await self._awake.wait()
            async with self._door:
                came = self.over or await self._come_in()
            if came:
                await self._away.wait()
                last_here = time.monotonic()
            elif time.monotonic() - last_here > self._patience:
                self.put_away()
            else:
                await asyncio.sleep(self._chance.uniform(0.5, 2.5))
        await self._hang_up()

    def put_away(self) -> None:
        self.over = True
        for event in (self._awake, self._inside, self._away, self.turn):
            event.set()

    async def sleep(self) -> None:
        """The line is lost, until `wake`."""
        self._awake.clear()
        async with self._door:
            await self._hang_up()

    def wake(self) -> None:
        self._awake.set()

    def items(self) -> dict[str, dict]:
        return {id: part for id, part in self.parts.items() if "text" in part}

    def may_act(self) -> bool:
        now = self.stage.get("now", {})
        return now.get("state") == "open" and not now.get("break") and not self.stage["ended"]

    async def send(self, board: str, do: str, **fields) -> str | None:
        """Until there is an answer, with the same id each time. -> the reason when it is refused."""
        op = {"id": secrets.token_hex(8), "board": board, "do": do, **fields}
        while not self.over:
            await self._inside.wait()
            if self.over:
                break
            if not (client := self._client):
                continue  # the line was lost again before our turn came
            try:
                answer = await client.call("ops", {"ops": [op]}, timeout=ANSWER)
            except SocketIOError:
                await asyncio.sleep(0.5)
                continue
            if "results" not in answer or answer["results"][0].get("refused") == "too_fast":
                await asyncio.sleep(3)
                continue
            self.own = answer["own"]
            return answer["results"][0].get("refused")
        return "over"

    # The line

    async def _come_in(self) -> bool:
        self._joined = False
        self._away.clear()
        client = self._client = socketio.AsyncClient(reconnection=False)
        client.on("view", self._viewed)
        client.on("disconnect", lambda *_: self._left(client))
        try:
            await client.connect(self._url, auth=self._auth, transports=["websocket"], wait_timeout=ANSWER)
            return await self._join()
        except SocketIOError:
            await self._hang_up()
            return False

    async def _join(self) -> bool:
        have = {"epoch": self._epoch, "seq": self._seq, "board": self.board} if self._epoch else None
        answer = await self._client.call("join", {"have": have}, timeout=ANSWER)
        if "refused" in answer:
            self.put_away()
            return False
        if answer["view"] is not None:
            self.parts = answer["view"]
        self._epoch, self.stage, self.own = answer["epoch"], answer["stage"], answer["own"]
        self._seq, self.board, self.kind = answer["seq"], answer["board"], answer["kind"]
        self._joined = True
        self._inside.set()
        self._look_up()
        return True

    async def _viewed(self, view: dict) -> None:
        if not self._joined or view["seq"] < self._seq:
            return
        if view["epoch"] != self._epoch or (view["from"] or 0) > self._seq:
            await self._hang_up()  # something was missed: come in again
            return
        kept = {} if view["from"] is None else {key: part for key, part in self.parts.items() if key not in view["gone"]}
        self.parts = kept | view["set"]
        self.stage, self.own = view.get("stage", self.stage), view.get("own", self.own)
        self._seq, self.board, self.kind = view["seq"], view["board"], view["kind"]
        self._look_up()

    def _look_up(self) -> None:
        listed = frozenset(id for id, part in self.items().items() if "i" in part)  # what is worked on; cards that people write do not count
        moment = (self.board, self.may_act(), self.stage["ended"], listed)
        if moment != self._moment:
            self._moment, before, self.turn = moment, self.turn, asyncio.Event()
            before.set()

    def _left(self, client) -> None:
        """Also called late, about a line that was replaced since: that changes nothing."""
        if client is not self._client:
            return
        self._joined = False
        if not self.over:
            self._inside.clear()
        self._away.set()

    async def _hang_up(self) -> None:
        if client := self._client:
            self._left(client)
            self._client = None
            await client.disconnect()
