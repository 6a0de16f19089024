"""A Socket.IO client by hand: one frame out, one frame in, each with its moment, nothing decoded while the clock runs.

python-socketio's own client costs more per message than the server does; then we would measure that.
"""

import asyncio
import contextlib
import json
import time
from itertools import count

import aiohttp

LONGEST = 60.0  # seconds to wait for any answer


class Line:
    """`views` is what came down: (moment, text). Moments are time.monotonic(), the same in all processes of a machine."""

    def __init__(self, http: aiohttp.ClientSession, url: str, token: str, person: str | None = None):
        self._http, self._url, self._auth = http, url.replace("http", "ws", 1), {"token": token, "person": person}
        self._numbers, self._asked = count(), {}
        self.views: list[tuple[float, str]] = []

    async def connect(self) -> "Line":
        self._ws = await self._http.ws_connect(f"{self._url}/socket.io/?EIO=4&transport=websocket", compress=0, max_msg_size=0)
        await self._ws.receive()
        await self._ws.send_str(f"40{json.dumps(self._auth)}")
        assert (await self._ws.receive()).data.startswith("40")
        self._reader = asyncio.create_task(self._read())
        return self

    async def ask(self, event: str, said) -> "Answer":
        number, answer = next(self._numbers), asyncio.get_running_loop().create_future()
        self._asked[number] = answer
        text = f"42{number}{json.dumps([event, said])}"
        sent = time.monotonic()
        await self._ws.send_str(text)
        told, came = await asyncio.wait_for(answer, LONGEST)
        return Answer(sent, came, told)

    async def close(self) -> None:
        self._reader.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._reader
        await self._ws.close()

    async def _read(self) -> None:
        async for message in self._ws:
            came, text = time.monotonic(), message.data
            if text == "2":
                await self._ws.send_str("3")
            elif text.startswith("43"):
                start = text.index("[")
                self._asked.pop(int(text[2:start])).set_result((text[start:], came))
            else:
                self.views.append((came, text))


class Answer:
    def __init__(self, sent: float, came: float, text: str):
        self.sent, self.came, self._text = sent, came, text

    @property
    def took(self) -> float:
        return self.came - self.sent

    def said(self) -> dict:
        return json.loads(self._text)[0]


def view_of(text: str) -> dict:
    return json.loads(text[2:])[1]


def lots() -> aiohttp.ClientSession:
    """For as many lines as there are phones."""
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
