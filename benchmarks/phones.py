"""The job of 200 phones, beside the bare stack and the naive design in the same run: ratios hold on any machine, figures only on this one.

    python -m benchmarks.phones --people 200 [--seconds 10] [--slow-fsync 10] [--alone] [--json figures.json]
"""

import argparse
import asyncio
import json
import os
import platform
import secrets
import tempfile
from pathlib import Path

from benchmarks.crowd import Crowd
from benchmarks.job import AGAIN, DOTS, ITEMS, Job
from benchmarks.measure import cpu, each, percentiles, spent, table
from benchmarks.stacks import Stack

MOST = 650  # people: three cards of each, and a session takes 2,000


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--people", type=int, default=200, help=f"phones, at most {MOST}")
    ask.add_argument("--seconds", type=float, default=10, help="in which the cards and the votes come")
    ask.add_argument("--slow-fsync", type=float, default=0, metavar="MS", help="wait this long in every commit, as a slow disk does")
    ask.add_argument("--alone", action="store_true", help="leave the two servers to compare with out")
    ask.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    said = ask.parse_args()
    figures = asyncio.run(measured(said))
    print(report(figures))
    if said.json:
        said.json.write_text(json.dumps(figures, indent=2))


async def measured(said: argparse.Namespace) -> dict:
    people = min(said.people, MOST)
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f} before"
    with tempfile.TemporaryDirectory() as folder:
        ours = await Job(Path(folder), people, said.seconds, said.slow_fsync).run()
    others = {} if said.alone else {name: await compared(name, people, said.seconds) for name in ("bare", "naive")}
    return {"machine": machine, "people": people, "slow fsync": said.slow_fsync, "ours": ours, **others}


async def compared(name: str, people: int, seconds: float) -> dict:
    """The same votes at the same pace; there is nothing else that these two can do."""
    stack = Stack(name)
    try:
        crowd = Crowd(stack.url, "", people)
        await crowd("come")
        votes = [[[{"id": secrets.token_hex(8), "item": f"item-{n}"}] for n, _ in enumerate(DOTS)] for _ in range(people)]
        told = {"votes": await wave(stack, crowd, votes, seconds, AGAIN), "votes at one instant": await wave(stack, crowd, [mine[:1] for mine in votes], 0)}
        await crowd.leave()
    finally:
        stack.stop()
    return told


async def wave(stack: Stack, crowd: Crowd, batches: list, seconds: float, again: float = 0) -> dict:
    before = cpu(stack.pid)
    told = await crowd("send", batches, seconds, again)
    await asyncio.sleep(1)  # what it still had to tell the others
    return {"ops": len(told), "ack": percentiles([one["came"] - one["sent"] for one in told]), "cpu us per op": each(spent(stack.pid, before), len(told))}


def report(figures: dict) -> str:
    ours = figures["ours"]
    return "\n\n".join([
        f"{figures['people']} phones, {figures['machine']}" + (f", {figures['slow fsync']:g} ms added to every commit" if figures["slow fsync"] else ""),
        f"all in within {ours['join']['seconds']} s; {ITEMS} items in the vote; one op in {round(1 / AGAIN)} sent twice",
        counts(ours["log"]),
        phases(ours["phases"]),
        screen(ours["phases"]),
        steps(ours["steps"]),
        *([comparison(figures)] if "bare" in figures else []),
    ])


def counts(log: dict) -> str:
    return table(["on disk", *log], [["", *log.values()]])


def phases(told: dict) -> str:
    head = ["ms from tap to answer", "ops", "a second", "p50", "p95", "p99", "max", "server us per op"]
    return table(head, [[name, it["ops"], rate(it), *it["ack"].values(), it["cpu us per op"]] for name, it in told.items()])


def rate(it: dict) -> int:
    return round(it["ops"] / it["seconds"])


def screen(told: dict) -> str:
    head = ["ms from answer to screen", "p50", "p95", "p99", "max", "ops", "views", "busiest s", "bound", "bytes in it", "bound"]
    return table(head, [[name, *it["screen"].values(), *traffic(it["to the screen"])] for name, it in told.items()])


def traffic(it: dict) -> list:
    return [it["views"], it["busiest second"]["messages"], it["bound"]["views"], it["busiest second"]["bytes"], it["bound"]["bytes"]]


def steps(told: dict) -> str:
    return table(["ms from key to phone", "phones", "first", "last"], [[name, *it.values()] for name, it in told.items()])


def comparison(figures: dict) -> str:
    head = ["the same votes", "p50", "p95", "p99", "max", "server us per op"]
    kinds = {"ours": figures["ours"]["phases"], "bare stack, keeps nothing": figures["bare"], "naive, to everybody": figures["naive"]}
    waves = ("votes", "votes at one instant")
    return table(head, [[f"{wave}: {name}", *it[wave]["ack"].values(), it[wave]["cpu us per op"]] for wave in waves for name, it in kinds.items()])


if __name__ == "__main__":
    main()
