"""Kill every part of a running Companion while people talk, then count what was kept.

    python -m tests.killing --times 5
    python -m tests.killing --people 100 --all

Starts ``manage.py up`` in a folder of its own with the simulated model and a second web process beside it; people connect to
either. Kills, ``--times`` each at random moments of running replies: one of the web processes (-9), one of them (gently), Valkey,
PostgreSQL, the worker, and ``up`` itself (-9, then started again). With ``--all`` also restarts Valkey and PostgreSQL, flushes
Valkey, and has the model cut everybody off, say nothing for a while, and be slow. What was kept is counted by another process,
from the database and what people noted. With ``--sentinel`` it is the master of a Redis that Sentinels watch, and nothing else,
that is killed. Ends with 0 when nothing was lost, doubled or left behind.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from companion.env import BASE_DIR
from companion.simulated.house import House
from companion.simulated.running import running_upstream
from companion.simulated.talker import Talker, told
from tests.killing.faults import FAULTS, KILLS, MORE, WATCHED, Targets, strike
from tests.killing.record import Notes, Struck
from tests.killing.witness import arrive
from tests.sentinel.watched import Watched

RECOVERY_SECONDS = 90.0
MANY = 50  # so many people think between their messages; a few don't, so that every moment has a reply in it
THINK_SECONDS = (8.0, 14.0)


@dataclass(frozen=True)
class Options:
    times: int
    people: int
    seed: int
    kinds: tuple[str, ...]
    pause: tuple[float, float]


async def recovery(house: House, talkers: list[Talker], lasts: float) -> float | None:
    """Seconds until everybody has had a whole answer that began after the fault; None when somebody had none in time."""
    began = time.monotonic()
    marks = [len(talker.exchanges) for talker in talkers]

    def is_through(talker: Talker, mark: int) -> bool:
        answers = (exchange.reply for exchange in talker.exchanges[mark:])
        return any(reply is not None and told(reply.end) == "stop" for reply in answers)

    while time.monotonic() < began + RECOVERY_SECONDS:
        if all(map(is_through, talkers, marks)):
            taken = time.monotonic() - began
            await asyncio.sleep(lasts - taken)  # the next fault is one of its own
            return taken
        house.tend()
        await asyncio.sleep(0.1)  # a process that died tells nobody; it has to be looked for
    return None


async def run(options: Options, folder: Path, watched: Watched | None) -> int:
    rng = random.Random(options.seed)  # moments, not secrets
    notes = Notes(folder)
    settings = {"REDIS_URL": watched.url} if watched else {}
    with (
        running_upstream(first_token_ms=200, token_ms=25, tokens=60, is_varied=True) as upstream,
        loop_of_its_own() as crowd,
    ):
        house = House(folder, upstream.base_url, rng=rng, **settings)
        targets = Targets(house, upstream, watched)
        house.start()
        await house.ready()
        people = await asyncio.to_thread(house.seed_people, options.people)
        talkers = [await arrive(person, house.urls, notes, options.pause) for person in people]
        enough = asyncio.Event()
        talking = asyncio.run_coroutine_threadsafe(talk_all(talkers, enough), crowd)
        faults = [kind for kind in options.kinds for _ in range(options.times)]
        rng.shuffle(faults)
        for number, kind in enumerate(faults, 1):
            if watched is not None:
                watched.bring_back()
                await asyncio.to_thread(watched.wait_until_whole)
            async with asyncio.timeout(60):
                while not any(talker.is_hearing for talker in talkers):
                    await asyncio.sleep(0.02)
                await asyncio.sleep(rng.uniform(0, 1.2))  # the random moment is what is tried
                at = time.monotonic()
                struck = await strike(kind, targets)
            seconds = await recovery(house, talkers, FAULTS[kind].seconds)
            notes.keep(Struck(kind, at, seconds))
            if seconds is None:
                say(
                    f"{number:3}/{len(faults)} {struck:17} NOT everybody answered again within {RECOVERY_SECONDS:.0f} s"
                )
                break
            await house.ready()
            say(f"{number:3}/{len(faults)} {struck:17} everybody answered again after {seconds:.1f} s")
        crowd.call_soon_threadsafe(enough.set)
        await asyncio.wrap_future(talking)
        connections = sum((talker.connections for talker in talkers), Counter[str]())
        say(f"connections by address: {dict(connections)}")
        code = await asyncio.to_thread(count_apart, folder)
        await asyncio.to_thread(house.stop)
        left = await asyncio.to_thread(house.left)
    notes.close()
    say(f"processes left {len(left)}: {[process.pid for process in left]}")
    if code or left:
        return 1
    house.remove_data()
    return 0


@contextmanager
def loop_of_its_own() -> Iterator[asyncio.AbstractEventLoop]:
    """In a thread, so that people hear in time while processes are looked for, killed and started."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def talk_all(talkers: Sequence[Talker], enough: asyncio.Event) -> None:
    """Until it is enough; what somebody began is brought to its end, or noted as without one."""
    talking = [asyncio.create_task(talker.talk(enough)) for talker in talkers]
    await enough.wait()
    ended, stuck = await asyncio.wait(talking, timeout=RECOVERY_SECONDS)
    for task in stuck:
        task.cancel()
    await asyncio.gather(*stuck, return_exceptions=True)
    for task in ended:
        task.result()


def count_apart(folder: Path) -> int:
    counting = [sys.executable, "-m", "tests.killing.count", str(folder)]
    return subprocess.run(counting, cwd=BASE_DIR, check=False).returncode


def pause_of(think: str | None, people: int) -> tuple[float, float]:
    if think is None:
        return THINK_SECONDS if people >= MANY else (0.0, 0.0)
    least, longest = (float(part) for part in think.split("-"))
    return least, longest


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=1, help="faults of each kind")
    parser.add_argument("--people", type=int, default=4)
    parser.add_argument(
        "--think", metavar="LEAST-LONGEST", help=f"seconds between messages (8-14 from {MANY} people on, else none)"
    )
    parser.add_argument("--seed", type=int, default=None, help="the same moments again")
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("--all", action="store_true", help="restarts, a flush and a model in trouble, too")
    kinds.add_argument("--sentinel", action="store_true", help="kill the master of a Redis with Sentinels instead")
    asked = parser.parse_args()
    seed = asked.seed if asked.seed is not None else random.randrange(10**6)
    say(f"seed {seed}")
    folder = Path(tempfile.mkdtemp(prefix="companion-killing-"))
    struck = WATCHED if asked.sentinel else KILLS | MORE if asked.all else KILLS
    options = Options(asked.times, asked.people, seed, tuple(struck), pause_of(asked.think, asked.people))
    watched = Watched() if asked.sentinel else None
    try:
        code = asyncio.run(run(options, folder, watched))
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
