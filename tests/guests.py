"""People for tests: python-socketio clients that keep the view as docs/wire.md says, in one thread of their own."""

import asyncio
import secrets
import threading
import time
from collections.abc import Callable

import socketio

WAIT = 20.0  # seconds; a busy laptop has them too


def new_id() -> str:
    return secrets.token_hex(8)


class Guests:
    def __enter__(self) -> "Guests":
        self._loop = asyncio.new_event_loop()
        self._all: list[Guest] = []
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_) -> None:
        self.run(self._everybody_leaves())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def __call__(self, url: str, token: str, person: str | None = None) -> "Guest":
        """Connected, not joined yet. A participant without `person` gets a key."""
        guest = Guest(self, url, token, person or secrets.token_hex(16))
        self._all.append(guest)
        return guest.connect()

    def phone(self, house, session, person: str | None = None) -> "Guest":
        return self(house.url, session.tokens["participant"], person).come_in()

    def screen(self, house, session) -> "Guest":
        return self(house.url, session.tokens["screen"]).come_in()

    def console(self, house, session) -> "Guest":
        return self(house.url, session.tokens["console"]).come_in()

    def run(self, work, seconds: float = WAIT):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(seconds)

    def together(self, *works, seconds: float = 30) -> list:
        """Several at the same moment: `guests.together(anna.asking("ops", {...}), ...)`."""

        async def all_of():
            return await asyncio.gather(*works)

        return self.run(all_of(), seconds)

    async def _everybody_leaves(self) -> None:
        await asyncio.gather(*(guest.client.disconnect() for guest in self._all))
        await asyncio.sleep(0.05)  # aiohttp closes its sockets one turn later


class Guest:
    """`parts`, `stage`, `own`, `board`, `kind`, `seq`, `epoch` as the page would show them; `views` is everything that came."""

    def __init__(self, guests: Guests, url: str, token: str, person: str):
        self._guests, self._url, self.token, self.person = guests, url, token, person
        self.client = socketio.AsyncClient(reconnection=False)
        self.client.on("view", self._viewed)
        self.client.on("disconnect", self._lost)
        self.views: list[dict] = []
        self.parts, self.stage, self.own = {}, {}, {}
        self.board = self.kind = self.epoch = None
        self.seq, self.lost, self.astray = 0, False, 0
        self.joined = False

    def connect(self) -> "Guest":
        self.lost = False
        self._guests.run(self.client.connect(self._url, auth={"token": self.token, "person": self.person}, transports=["websocket"]))
        return self

    def leave(self) -> None:
        self._guests.run(self.client.disconnect())

    def come_in(self) -> "Guest":
        answer = self.join()
        assert "refused" not in answer, answer
        return self

    def join(self, have: dict | None = None) -> dict:
        return self.ask("join", {"have": have})

    def ask(self, event: str, said, seconds: float = WAIT):
        return self._guests.run(self.asking(event, said, seconds), seconds + 1)

    async def asking(self, event: str, said, seconds: float = WAIT):
        """-> the answer, heard in its turn: after the views that came before it, before those that come after. Raises socketio.exceptions.TimeoutError."""
        answered = asyncio.get_running_loop().create_future()

        def heard(answer: dict) -> None:
            {"join": self._entered, "ops": self._answered}[event](answer)
            if not answered.done():
                answered.set_result(answer)

        await self.client.emit(event, said, callback=heard)
        try:
            async with asyncio.timeout(seconds):
                return await answered
        except TimeoutError:
            raise socketio.exceptions.TimeoutError from None

    def ops(self, *ops: dict, seconds: float = WAIT) -> dict:
        return self.ask("ops", {"ops": list(ops)}, seconds)

    def do(self, board: str, do: str, **fields) -> dict:
        """One op -> its result."""
        return self.ops(op(board, do, **fields))["results"][0]

    def go(self, step: str, **fields) -> dict:
        """Only for a console."""
        return self.do("stage", "go", step=step, **{"from": self.stage["now"]["step"]}, **fields)

    def until(self, true: Callable[["Guest"], bool], seconds: float = WAIT) -> "Guest":
        end = time.monotonic() + seconds
        while not true(self):
            assert time.monotonic() < end, f"it did not come: {self.stage} {self.parts}"
            time.sleep(0.01)
        return self

    def cards(self) -> dict[str, str]:
        """The texts on the board, by id."""
        return {id: part["text"] for id, part in self.parts.items() if isinstance(part, dict) and "text" in part}

    def _answered(self, answer: dict) -> None:
        self.own = answer.get("own", self.own)

    def _entered(self, answer: dict) -> None:
        if "refused" in answer:
            return
        self.epoch, self.seq, self.stage, self.own = answer["epoch"], answer["seq"], answer["stage"], answer["own"]
        self.board, self.kind = answer["board"], answer["kind"]
        if answer["view"] is not None:
            self.parts = answer["view"]
        self.joined = True

    def _viewed(self, view: dict) -> None:
        self.views.append({**view, "came": time.monotonic()})
        if not self.joined or view["epoch"] != self.epoch or (view["from"] or 0) > self.seq:
            self.astray += 1  # a page would join again
            return
        if view["seq"] < self.seq:
            return
        self.parts = {key: part for key, part in ({} if view["from"] is None else self.parts).items() if key not in view["gone"]} | view["set"]
        self.stage, self.own = view.get("stage", self.stage), view.get("own", self.own)
        self.seq, self.board, self.kind = view["seq"], view["board"], view["kind"]

    def _lost(self, *_) -> None:
        self.lost = True


def op(board: str, do: str, **fields) -> dict:
    return {"id": new_id(), "board": board, "do": do, **fields}


def card(text: str, level: str = "base", **fields) -> dict:
    """An op that adds a card to the pyramid of the script `kennismaken`."""
    return op("piramide", "add", card=new_id(), text=text, level=level, **fields)
