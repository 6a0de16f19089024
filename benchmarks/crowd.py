"""The phones, in a process of their own: they come in together, send what they are told when they are told, and report every moment.

The main process speaks to it over a pipe: (name, arguments) -> what the method of that name returns.
"""

import asyncio
import gc
import multiprocessing
import random
import time
from multiprocessing.connection import Connection

from benchmarks.wire import Line, lots, view_of


class Crowd:
    """From the main process: `await crowd("vote", ops, 10.0)`."""

    def __init__(self, url: str, token: str, people: int):
        self._mine, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.get_context("spawn").Process(target=run, args=(theirs, url, token, people), daemon=True)
        self._process.start()

    async def __call__(self, name: str, *given):
        self._mine.send((name, given))
        told = await asyncio.to_thread(self._mine.recv)
        if isinstance(told, Exception):
            raise told
        return told

    async def leave(self) -> None:
        await self("leave")
        self._process.join()


def run(pipe: Connection, url: str, token: str, people: int) -> None:
    asyncio.run(serve(pipe, Phones(url, token, people)))


async def serve(pipe: Connection, phones: "Phones") -> None:
    name = None
    while name != "leave":
        name, given = await asyncio.to_thread(pipe.recv)
        try:
            pipe.send(await getattr(phones, name)(*given))
        except Exception as wrong:
            pipe.send(wrong)


class Phones:
    def __init__(self, url: str, token: str, people: int):
        self._url, self._token, self._people = url, token, people

    async def come(self) -> list[dict]:
        """All at once, connect and join. -> per phone when it was asked and in."""
        self._http = lots()
        self._lines = [Line(self._http, self._url, self._token, f"{n:032x}") for n in range(self._people)]
        gc.disable()  # a pause of the crowd would look like a pause of the server
        return await asyncio.gather(*(self._come(line) for line in self._lines))

    async def _come(self, line: Line) -> dict:
        asked = time.monotonic()
        await line.connect()
        answer = await line.ask("join", {"have": None})
        return {"sent": asked, "came": answer.came}

    async def send(self, batches: list[list[list[dict]]], seconds: float, again: float = 0) -> list[dict]:
        """`batches[n]` are sent by phone n one after the other, spread by chance over `seconds`; 0 is all at one instant.

        A part `again` of them is sent twice, as when an answer was lost. -> per batch {"sent", "came", "results"}.
        """
        chance = random.Random(len(batches) + seconds)
        told = await asyncio.gather(*(self._send(line, mine, seconds, again, chance) for line, mine in zip(self._lines, batches, strict=True)))
        return [one for phone in told for one in phone]

    async def _send(self, line: Line, batches: list[list[dict]], seconds: float, again: float, chance: random.Random) -> list[dict]:
        began, told = time.monotonic(), []
        for wait, ops in zip(sorted(chance.uniform(0, seconds) for _ in batches), batches, strict=True):
            if seconds:
                await asyncio.sleep(began + wait - time.monotonic())
            answer = await line.ask("ops", {"ops": ops})
            told.append({"sent": answer.sent, "came": answer.came, "results": answer.said()["results"]})
            if chance.random() < again:
                answer = await line.ask("ops", {"ops": ops})
                told.append({"sent": answer.sent, "came": answer.came, "results": answer.said()["results"]})
        return told

    async def stages(self, since: float) -> list[list[tuple[float, str | None, str, bool]]]:
        """Per phone the stages that came after `since`: moment, step, state, revealed."""
        return [[told for came, text in line.views if came >= since and (told := stage_of(came, text))] for line in self._lines]

    async def heard(self, since: float) -> tuple[int, int]:
        """-> messages and bytes that came down to all phones together after `since`."""
        texts = [text for line in self._lines for came, text in line.views if came >= since]
        return len(texts), sum(map(len, texts))

    async def leave(self) -> None:
        await asyncio.gather(*(line.close() for line in self._lines))
        await self._http.close()


def stage_of(came: float, text: str) -> tuple[float, str | None, str, bool] | None:
    stage = view_of(text).get("stage") if '"stage":' in text else None
    return (came, stage["now"]["step"], stage["now"]["state"], stage["now"]["revealed"]) if stage else None
