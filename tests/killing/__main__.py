"""Kill every part of a running Companion while people talk, then count what was kept.

    python -m tests.killing --times 5

Starts ``manage.py up`` in a folder of its own with the simulated model and a second web process beside it; people connect to
either. Kills, ``--times`` each at random moments of running replies: one of the web processes (-9), one of them (gently), Valkey,
PostgreSQL, the worker, and ``up`` itself (-9, then started again). With ``--sentinel`` it is the master of a Redis that
Sentinels watch, and nothing else. Ends with 0 when nothing was lost, doubled or left behind.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import psutil

from companion.simulated.house import House
from companion.simulated.running import running_upstream
from companion.simulated.talker import Talker, told
from tests.client import Person
from tests.killing.count import Count, count
from tests.sentinel.watched import Watched

KINDS = ("web -9", "web gently", "valkey -9", "postgres -9", "worker -9", "up -9")
MASTER = "master -9"
RECOVERY_SECONDS = 90.0


async def recover(house: House, talkers: list[Talker]) -> float:
    """Seconds until everybody has had a whole answer that began after the kill."""
    began = time.monotonic()
    marks = [len(talker.exchanges) for talker in talkers]

    def is_through(talker: Talker, mark: int) -> bool:
        return any(exchange.reply is not None for exchange in talker.exchanges[mark:])

    async with asyncio.timeout(RECOVERY_SECONDS):
        while not all(map(is_through, talkers, marks)):
            house.tend()
            await asyncio.sleep(0.1)  # a process that died tells nobody; it has to be looked for
    return time.monotonic() - began


async def struck(kind: str, house: House, watched: Watched | None) -> str:
    """What was killed."""
    if watched is not None:
        watched.kill_master()
        return kind
    while not (said := house.strike(kind)):
        await asyncio.sleep(0.1)  # it is being started again, and has no pid to strike yet
    return said


async def run(times: int, people: int, folder: Path, seed: int, watched: Watched | None) -> int:
    rng = random.Random(seed)  # moments, not secrets
    settings = {"REDIS_URL": watched.url} if watched else {}
    with running_upstream(first_token_ms=200, token_ms=25, tokens=60) as upstream:
        house = House(folder, upstream.base_url, rng=rng, **settings)
        house.start()
        await house.ready()
        talkers = [await arrive(house.urls[0], house.urls) for _ in range(people)]
        enough = asyncio.Event()
        talking = [asyncio.create_task(talker.talk(enough)) for talker in talkers]
        kills = [kind for kind in ((MASTER,) if watched else KINDS) for _ in range(times)]
        rng.shuffle(kills)
        for number, kind in enumerate(kills, 1):
            if watched is not None:
                watched.bring_back()
                await asyncio.to_thread(watched.wait_until_whole)
            async with asyncio.timeout(60):
                while not any(talker.is_hearing for talker in talkers):
                    await asyncio.sleep(0.02)
                await asyncio.sleep(rng.uniform(0, 1.2))  # the random moment is what is tried
                victim = await struck(kind, house, watched)
            seconds = await recover(house, talkers)
            await house.ready()
            say(f"{number:3}/{len(kills)} {victim:17} everybody answered again after {seconds:.1f} s")
        enough.set()
        await asyncio.gather(*talking)
        result = await asyncio.to_thread(count, house.folder / "var", talkers)
        await asyncio.to_thread(house.stop)
        left = await asyncio.to_thread(house.left)
    report(talkers, result, left)
    is_clean = result.is_clean and not left
    if is_clean:
        house.remove_data()
    return 0 if is_clean else 1


async def arrive(url: str, urls: list[str]) -> Talker:
    person = await Person(url).sign_up()
    return Talker(person, await person.start_conversation(), urls)


def report(talkers: list[Talker], result: Count, left: list[psutil.Process]) -> None:
    ends = Counter(told(exchange.reply.end) for talker in talkers for exchange in talker.exchanges if exchange.reply)
    connections = sum((talker.connections for talker in talkers), Counter[str]())
    say(f"connections by address: {dict(connections)}")
    say(f"messages accepted by clients {result.accepted}, rows {result.rows}")
    say(f"replies by end: {dict(ends)}")
    say(f"turns not done {result.turns_not_done}, lost {result.lost}, doubled {result.doubled}")
    say(f"replies whose text differs from the stored {result.different}")
    say(f"processes left {len(left)}: {[process.pid for process in left]}")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=1, help="kills of each kind")
    parser.add_argument("--people", type=int, default=4)
    parser.add_argument("--seed", type=int, default=None, help="the same moments again")
    parser.add_argument("--sentinel", action="store_true", help="kill the master of a Redis with Sentinels instead")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.randrange(10**6)
    say(f"seed {seed}")
    folder = Path(tempfile.mkdtemp(prefix="companion-killing-"))
    watched = Watched() if options.sentinel else None
    try:
        code = asyncio.run(run(options.times, options.people, folder, seed, watched))
    finally:
        if watched is not None:
            watched.remove()
    if code == 0:
        shutil.rmtree(folder, ignore_errors=True)
    else:
        say(f"logs: {folder}")
    return code


if __name__ == "__main__":
    sys.exit(main())
