"""What it costs those who chat when a thousand conversations wait to be learned from, and how long these wait.

    python -m tests.learning_burst
    python -m tests.learning_burst --conversations 1000 --people 50 --seconds 40

A real web process, a real worker with its beat, the built-in embedder, the simulated model. People chat all the time; first with
an idle worker, then while it learns what was put into the queue all at once. Ends with 0 when everything was learned and the time
to the first text, 95 of 100 of them, rose by no more than it may.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg

from companion.simulated.running import running_upstream
from tests import services
from tests.client import Person, Socket
from tests.server import ROOT, Site

MOST_ADDED_MS = 50.0
LONGEST_SECONDS = 240  # to learn from all; what is left then is counted as not learned
TELL_SECONDS = 20
PAUSE_SECONDS = (4.0, 10.0)  # between a reply and the next message
TOLD = [
    "My dog is called Rex and I live in Porto.",
    "I work as a nurse. My sister Ana lives in Braga.",
    "I love tea, and I'm flying to Rome in June.",
    "What a day! The tram was late again, and it rained.",
]
SMALL_TALK = [
    "Good morning, how are you?",
    "I had soup for lunch.",
    "Tell me about whales.",
    "My garden is full of roses.",
]
WIDE = {
    "MESSAGE_BURST": "100000", "MESSAGES_PER_MINUTE": "100000", "FRAME_BURST": "100000", "FRAMES_PER_SECOND": "100000",
    "CONVERSATION_LIMIT_PER_USER": "100000/m", "CONVERSATION_LIMIT_PER_ADDRESS": "100000/m",
}  # fmt: skip
QUEUE = """
INSERT INTO memory_episode (id, user_id, persona_id, conversation_id, message_id, text, context, author, route, said_at, embedder,
                            embedded_at, importance, is_question, learn_attempts, learn_error)
SELECT gen_random_uuid(), owner, (SELECT id FROM chat_persona LIMIT 1), md5(owner::text)::uuid, gen_random_uuid(), told.text,
       '', '', 'everyday', now() - interval '5 minutes' + told.place * interval '10 seconds', '', now(), 1, false, 0, ''
FROM unnest(%s::bigint[]) AS owner, unnest(%s::text[]) WITH ORDINALITY AS told(text, place)
"""
UNREAD = "SELECT count(*) FROM memory_episode WHERE user_id = ANY(%s::bigint[]) AND learned_at IS NULL"


@contextmanager
def worker(site: Site, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "celery", "-A", "companion", "worker", "--beat", "--concurrency", "1"]
    with (folder / "worker.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "--schedule", str(folder / "schedule")], cwd=ROOT, env=site.environment, stdin=subprocess.DEVNULL,
            stdout=log, stderr=log,
        )  # fmt: skip
        try:
            yield process
        finally:
            process.terminate()
            process.wait(60)


def cpu_seconds(process: subprocess.Popen[bytes]) -> float:
    """User and system time of the worker and what it forked. On a busy machine it gets little, and that is meant."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    stats = [Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split() for pid in (process.pid, *children)]
    return sum(int(fields[11]) + int(fields[12]) for fields in stats) / os.sysconf("SC_CLK_TCK")


class Crowd:
    """People who chat until they are told to stop; ``times`` are the milliseconds to the first text so far."""

    def __init__(self, people: Sequence[Person], url: str) -> None:
        self.people = people
        self.url = url
        self.times: list[float] = []
        self.failures = 0
        self._is_over = asyncio.Event()
        self._answered = [asyncio.Event() for _ in people]

    async def chat(self) -> None:
        await asyncio.gather(*map(self._one, self.people, self._answered))

    async def everybody_was_answered(self) -> None:
        async with asyncio.timeout(120):
            await asyncio.gather(*(heard.wait() for heard in self._answered))

    def stop(self) -> None:
        self._is_over.set()

    async def _one(self, person: Person, answered: asyncio.Event) -> None:
        conversation = await person.start_conversation()
        async with person.socket(conversation, url=self.url) as socket:
            while not self._is_over.is_set():
                await self._pause()
                if not self._is_over.is_set():
                    taken = await first_text_ms(socket)
                    self.failures += taken is None
                    self.times += [] if taken is None else [taken]
                    answered.set()

    async def _pause(self) -> None:
        try:
            await asyncio.wait_for(self._is_over.wait(), random.uniform(*PAUSE_SECONDS))
        except TimeoutError:
            return


async def first_text_ms(socket: Socket) -> float | None:
    """None where the turn failed."""
    began = time.monotonic()
    client_id = await socket.say(random.choice(SMALL_TALK))
    turn = (await socket.accepted(client_id))["turn"]
    reply = socket.replies[turn]
    await socket.until(lambda: reply.started or reply.end, seconds=60)
    taken = (time.monotonic() - began) * 1000
    await socket.ended(turn, seconds=60)
    return taken if reply.started else None


async def measure(
    site: Site, url: str, learner: subprocess.Popen[bytes], people: Sequence[Person], owners: list[int], seconds: float
) -> int:
    crowd = Crowd(people, url)
    chatting = asyncio.create_task(crowd.chat())
    await crowd.everybody_was_answered()  # so what is read at first use was read
    say(f"{len(people)} people chat; watching for {seconds:.0f} s")
    crowd.times.clear()
    await asyncio.sleep(seconds)
    before, crowd.times = crowd.times, []
    began, used = time.monotonic(), cpu_seconds(learner)
    with psycopg.connect(site.database_url) as database:
        database.execute(QUEUE, [owners, TOLD])
    unread = await until_read(site, owners, began)
    drained, during = time.monotonic() - began, crowd.times
    say(
        f"{cpu_seconds(learner) - used:.0f} s of CPU for the worker meanwhile, {os.getloadavg()[0]:.0f} wait for the machine"
    )
    say(f"{unread} messages are left after {drained:.1f} s; turns that failed all in all: {crowd.failures}")
    crowd.stop()
    await chatting
    [(memories,)] = site.rows("SELECT count(*) FROM memory_memory WHERE user_id = ANY(%s::bigint[])", owners)
    return report(before, during, unread=unread, drained=drained, conversations=len(owners), memories=memories)


async def until_read(site: Site, owners: list[int], began: float) -> int:
    """How many messages are left when all are read, or when that took too long."""
    told = began
    while True:
        [(unread,)] = await asyncio.to_thread(site.rows, UNREAD, owners)
        now = time.monotonic()
        if not unread or now - began > LONGEST_SECONDS:
            return int(unread)
        if now - told > TELL_SECONDS:
            told = now
            say(f"after {now - began:.0f} s {unread} messages are left")
        await asyncio.sleep(0.5)  # a row tells nobody that it changed


def report(
    before: list[float], during: list[float], *, unread: int, drained: float, conversations: int, memories: int
) -> int:
    for title, times in (("before", before), ("during", during)):
        middle, most = statistics.median(times), p95(times)
        say(f"{title}: {len(times)} first texts, median {middle:.0f} ms, 95 of 100 below {most:.0f} ms")
    added = p95(during) - p95(before)
    say(f"{conversations} conversations, {drained:.1f} s, {memories} memories; added to 95 of 100: {added:+.0f} ms")
    return 0 if added <= MOST_ADDED_MS and memories and not unread else 1


def p95(times: list[float]) -> float:
    return sorted(times)[int(0.95 * (len(times) - 1))]


def run(conversations: int, people: int, seconds: float) -> int:
    services.start()
    os.environ["EMBEDDINGS"] = "builtin"
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            running_upstream(first_token_ms=150, token_ms=25, tokens=60) as upstream,
            ExitStack() as stack,
        ):
            site = Site(model_url=upstream.base_url, name="burst", ports=1)
            web = stack.enter_context(site.web(0, **WIDE))
            seeded = site.seed_people(people + conversations)
            owners = [one.user_id for one in seeded[people:] if one.user_id is not None]
            learner = stack.enter_context(worker(site, Path(folder)))
            return asyncio.run(measure(site, web.url, learner, seeded[:people], owners, seconds))
    finally:
        services.stop()


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--conversations", type=int, default=1000)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=40, help="how long to watch before the burst")
    options = parser.parse_args()
    return run(options.conversations, options.people, options.seconds)


if __name__ == "__main__":
    sys.exit(main())
