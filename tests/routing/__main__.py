"""People who are led to either of two web processes at random: what one learned, the other must know.

    python -m tests.routing --people 200
    python -m tests.routing --people 40 --sabotage
    python -m tests.routing --limits

Everybody says something explicit, is asked for their age, shows it to a process at random, is answered without saying it again,
and then talks, locks, leaves, reconnects, withdraws and verifies anew. Every frame is compared with rules of the script's own
(tests/routing/rules.py). Ends with 0 when nothing was off. ``--sabotage`` has each process know of an age only what it learned
itself (chat/proof/sabotaged.py), so the same script must find failures and end with 1. ``--limits`` counts one person's messages.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from companion.simulated.running import running_upstream
from tests import services
from tests.routing.limits import count_messages
from tests.routing.walker import Tally, Walker
from tests.server import Site

AT_ONCE = 16
LEAST_FRAMES = 2000
# Of messages and frames the walks may have as many as they like; limits are counted by --limits.
WIDE = {
    "MESSAGE_BURST": "100000",
    "MESSAGES_PER_MINUTE": "100000",
    "FRAME_BURST": "100000",
    "FRAMES_PER_SECOND": "100000",
    "AGE_LIMIT_PER_USER": "10000/m",
}


@contextmanager
def two_processes(**options: object) -> Iterator[tuple[Site, list[str]]]:
    services.start()
    try:
        with running_upstream(first_token_ms=10, token_ms=5) as upstream, ExitStack() as stack:
            site = Site(model_url=upstream.base_url, name="routing", ports=2)
            webs = [stack.enter_context(site.web(index, **options)) for index in range(2)]
            yield site, [web.url for web in webs]
    finally:
        services.stop()


async def walk_all(site: Site, urls: list[str], people: int, messages: int, seed: int) -> Tally:
    walkers = [
        Walker(person, urls, random.Random(f"{seed}-{number}"))  # ways, not secrets
        for number, person in enumerate(site.seed_people(people))
    ]
    room = asyncio.Semaphore(AT_ONCE)

    async def walk(walker: Walker) -> Tally:
        async with room:
            return await walker.walk(messages)

    total = Tally()
    for tally in await asyncio.gather(*map(walk, walkers)):
        total.add(tally)
    return total


def walks(people: int, messages: int, seed: int, *, is_sabotaged: bool) -> int:
    command = {"command": ("-m", "chat.proof.sabotaged", "age")} if is_sabotaged else {}
    say(f"seed {seed}{', with ages known to one process only' if is_sabotaged else ''}")
    with two_processes(**WIDE, **command) as (site, urls):
        began = time.monotonic()
        total = asyncio.run(walk_all(site, urls, people, messages, seed))
        seconds = time.monotonic() - began
        [(undone,)] = site.rows("SELECT count(*) FROM chat_turn WHERE state = 'running'")
        [(stored,)] = site.rows("SELECT count(*) FROM chat_message WHERE role = 'user'")
    report(total, seconds, stored, undone)
    is_enough = total.frames_to_verified >= min(LEAST_FRAMES, people * 10)
    return 0 if total.is_clean and is_enough and not undone and stored == total.messages else 1


def report(total: Tally, seconds: float, stored: int, undone: int) -> None:
    say(f"people {total.people}, on both processes {total.people_on_both}, in {seconds:.0f} s")
    say(f"messages said {total.messages}, stored {stored}; turns still running {undone}")
    say(f"frames {total.frames}, of them to verified people {total.frames_to_verified}")
    say(f"age.required to a verified person {total.asked_though_verified}")
    say(f"states and locks compared {total.states_compared}, different {total.states_different}")
    say(f"answers that went another way than the rules {total.answers_different}")
    say(
        f"verified {total.verifications} times; waiting messages that went on without being sent again {total.went_on} "
        f"({total.went_on_unwatched} with no page open), that did not {total.did_not_go_on}; declined {total.declined}"
    )
    say(f"withdrawn {total.withdrawals}; walks that broke off {total.broken_walks}")
    for kind, count in Counter(complaint.split(":")[0] for complaint in total.complaints).items():
        say(f"  {kind} {count}, such as")
        for complaint in [one for one in total.complaints if one.startswith(f"{kind}:")][:5]:
            say(f"    {complaint}")


def limits() -> int:
    with two_processes() as (site, urls):
        [person] = site.seed_people(1)
        count = asyncio.run(count_messages(person, urls))
    say(
        f"asked {count.asked} over both processes in T = {count.seconds:.2f} s, busy {count.busy}, told to wait {count.limited}"
    )
    say(f"passed p = {count.passed}; capacity + rate x T = {count.expected:.2f}; p - that = {count.difference:+.2f}")
    return 0 if abs(count.difference) <= 1 and not count.others else 1


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--messages", type=int, default=12, help="of each person, after the first")
    parser.add_argument("--seed", type=int, default=None, help="the same ways again")
    parser.add_argument(
        "--sabotage", action="store_true", help="with ages known to one process only: must find failures"
    )
    parser.add_argument("--limits", action="store_true", help="count one person's messages instead")
    options = parser.parse_args()
    if options.limits:
        return limits()
    seed = options.seed if options.seed is not None else random.randrange(10**6)
    return walks(options.people, options.messages, seed, is_sabotaged=options.sabotage)


if __name__ == "__main__":
    sys.exit(main())
