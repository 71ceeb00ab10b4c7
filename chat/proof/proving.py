"""Three instances, people who are led to any of them, one killed and one stopped in the middle of replies; then the lines."""

from __future__ import annotations

import asyncio
import random
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chat.proof.lines import Line, judge
from chat.proof.prover import STAND_INS, Prover, arrive
from chat.proof.sender import Sender
from companion.simulated.house import House, running_house
from companion.simulated.running import running_upstream

INSTANCES = 3
SENDERS = 3
START_SECONDS, LONGEST_SECONDS = 180.0, 300.0
PEOPLE_A_REPLY = 25  # of so many, one must be hearing a reply from the instance that is struck

Say = Callable[[str], None]


@dataclass(frozen=True)
class Options:
    people: int
    broken: str | None
    seed: int


def prove(options: Options, *, say: Say) -> list[Line]:
    """Raises AssertionError or TimeoutError where it could not be carried through."""
    with (
        running_upstream(first_token_ms=200, token_ms=25, tokens=40, is_varied=True) as model,
        running_house(
            model.base_url, say=say, webs=INSTANCES,
            command=("-m", "chat.proof.sabotaged", options.broken) if options.broken else ("manage.py",),
            SAFETY_STAND_INS=STAND_INS, ADULT_PROVIDERS="local", ACCEPT_SELF_DECLARATION="yes",
            MESSAGE_BURST=str(Sender.burst), MESSAGES_PER_MINUTE=str(Sender.per_minute),
        ) as house,
    ):  # fmt: skip
        say(f"{INSTANCES} instances run")
        return asyncio.run(_run(house, options, say))


async def _run(house: House, options: Options, say: Say) -> list[Line]:
    rng = random.Random(options.seed)
    async with asyncio.timeout(START_SECONDS):
        people = await asyncio.to_thread(house.seed_people, options.people + SENDERS)
        senders = [Sender(person, house.urls) for person in people[:SENDERS]]
        provers = [await arrive(person, house.urls, random.Random(rng.random())) for person in people[SENDERS:]]
    say(f"{options.people} people talk, {SENDERS} more send too much")
    enough = asyncio.Event()
    async with asyncio.timeout(LONGEST_SECONDS), asyncio.TaskGroup() as everybody:
        for prover in provers:
            everybody.create_task(prover.prove(enough))
        await asyncio.gather(*(sender.send() for sender in senders))
        await _strike(house, 1, signal.SIGKILL, provers, say)
        await _strike(house, 2, signal.SIGTERM, provers, say)
        enough.set()
    moves = sum(sum(one.connections.values()) for one in provers)
    say(f"{sum(len(one.exchanges) for one in provers)} messages were said over {moves} connections")
    return await asyncio.to_thread(judge, house.values["DATABASE_URL"], provers, senders)


async def _strike(house: House, number: int, how: signal.Signals, provers: Sequence[Prover], say: Say) -> None:
    """In the middle of replies; then wait until it runs again."""
    url, least = house.urls[number], max(len(provers) // PEOPLE_A_REPLY, 1)
    while (hearing := sum(one.hears_on == url for one in provers)) < least:
        await asyncio.sleep(0.02)  # people tell nobody that they hear something
    victim = house.web(number)
    assert victim is not None, f"instance {number + 1} ended by itself"
    victim.send_signal(how)
    say(
        f"instance {number + 1} {'killed' if how is signal.SIGKILL else 'stopped gently'} while {hearing} heard a reply there"
    )
    while victim.is_running() and victim.status() != "zombie":
        await asyncio.sleep(0.05)
    await house.ready()
