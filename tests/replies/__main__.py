"""What the check of replies costs and what it stops, through a real web process and over real HTTP.

    python -m tests.replies
    python -m tests.replies --replies 500 --crossing 50 --seed 7

Each reply is made of sentences, cut like a model's tokens; those that cross hold a word that stands in for what nobody needs
to write down, at a random place. Every reply is asked for twice: of a process that checks and of one that doesn't, so that the
time to the first text can be compared. Ends with 0 when every crossing reply was cut in time, no other was touched, and the
first text was not later than it may be.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from companion.simulated.model import in_pieces
from companion.simulated.running import running_upstream
from tests import services
from tests.client import Person, Reply
from tests.replies.sentences import SUBJECTS
from tests.server import Site

WORD = "periwinkle"  # stands for `explicit`, see tests/services.py
AT_ONCE = 4
TOLD_EVERY = 50
MOST_CHARACTERS, MOST_MS = 200, 5.0
WIDE = {
    "MESSAGE_BURST": "100000",
    "MESSAGES_PER_MINUTE": "100000",
    "FRAME_BURST": "100000",
    "FRAMES_PER_SECOND": "100000",
    "CONVERSATION_LIMIT_PER_USER": "100000/m",
    "CONVERSATION_LIMIT_PER_ADDRESS": "100000/m",
}
CHECKED, UNCHECKED = 0, 1


@dataclass(frozen=True)
class Written:
    """What the model says, and from where on it crosses."""

    pieces: list[str]
    crosses_at: int | None

    @property
    def text(self) -> str:
        return "".join(self.pieces)


@dataclass(frozen=True)
class Came:
    written: Written
    checked: Reply
    unchecked: Reply

    @property
    def is_filtered(self) -> bool:
        return self.checked.end is not None and self.checked.end["finish"] == "filtered"

    @property
    def got_out(self) -> int:
        """Characters from where it crosses on."""
        if self.written.crosses_at is None or not self.written.text.startswith(self.checked.text):
            return 0
        return max(len(self.checked.text) - self.written.crosses_at, 0)


def write(rng: random.Random, *, crosses: bool) -> Written:
    words = " ".join(rng.choices(rng.choice(SUBJECTS), k=rng.randint(2, 12))).split(" ")
    if crosses:
        words.insert(rng.choice([0, len(words), rng.randrange(len(words))]), WORD)
    text = " ".join(words)
    return Written(pieces(rng, text), text.index(WORD) if crosses else None)


def pieces(rng: random.Random, text: str) -> list[str]:
    """Like tokens: mostly words with the blank before them, some torn."""
    cut = []
    for word in re.findall(r"\s*\S+", text):
        place = rng.randrange(1, len(word)) if len(word) > 5 and rng.random() < 0.3 else len(word)
        cut += [part for part in (word[:place], word[place:]) if part]
    return cut


async def ask(person: Person, url: str, written: Written) -> Reply:
    conversation = await person.start_conversation()
    async with person.socket(conversation, url=url) as socket:
        return await socket.talk(f"Tell me something {in_pieces(*written.pieces)}")


async def ask_all(people: Sequence[Person], urls: Sequence[str], replies: Sequence[Written]) -> list[Came]:
    waiting = list(enumerate(replies))
    came: list[Came] = []

    async def talk(person: Person) -> None:
        while waiting:
            number, written = waiting.pop()
            both = [CHECKED, UNCHECKED] if number % 2 else [UNCHECKED, CHECKED]
            told = {which: await ask(person, urls[which], written) for which in both}
            came.append(Came(written, told[CHECKED], told[UNCHECKED]))
            if len(came) % TOLD_EVERY == 0:
                say(f"{len(came)} of {len(replies)} replies heard")

    await asyncio.gather(*map(talk, people))
    return came


def run(count: int, crossing: int, seed: int) -> int:
    rng = random.Random(seed)  # places, not secrets
    replies = [write(rng, crosses=number < crossing) for number in range(count)]
    rng.shuffle(replies)
    services.start()
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            running_upstream(first_token_ms=50, token_ms=8) as upstream,
            ExitStack() as stack,
        ):
            counted = Path(folder) / "counted.jsonl"
            site = Site(model_url=upstream.base_url, name="replies", ports=2)
            own: dict[str, Any] = {"command": ("-m", "tests.replies.counted"), **WIDE}
            checked = stack.enter_context(site.web(0, REPLIES_COUNTED=str(counted), **own))
            unchecked = stack.enter_context(site.web(1, **own))
            urls = [checked.url, unchecked.url]
            people = site.seed_people(AT_ONCE)
            say(f"both processes run; {count} replies, each heard twice, take some minutes")
            # What is read and compiled at first use belongs to nobody's reply.
            asyncio.run(ask_all(people, urls, [write(rng, crosses=False) for _ in range(20)]))
            counted.write_text("")
            came = asyncio.run(ask_all(people, urls, replies))
            stored = {str(key): text for key, text in site.rows("SELECT message_id, text FROM chat_variant")}
            costs = [json.loads(line) for line in counted.read_text().splitlines()]
    finally:
        services.stop()
    say(f"seed {seed}")
    return report(came, costs, stored)


def report(came: list[Came], costs: list[dict[str, Any]], stored: dict[str, str]) -> int:
    crossing = [one for one in came if one.written.crosses_at is not None]
    others = [one for one in came if one.written.crosses_at is None]
    touched = [one for one in others if one.is_filtered or one.checked.text != one.written.text]
    filtered = [one for one in crossing if one.is_filtered and WORD not in one.checked.text]
    out = [one.got_out for one in crossing]
    kept = [one for one in came if stored[one.checked.started["message"]] == one.checked.text]
    first = sorted(one["first_ms"] for one in costs if "first_ms" in one)
    later = [one["first_ms"] for one in costs if one.get("first_pieces", 1) > 1]
    late = statistics.median(
        one.checked.end["latency"]["first_token_ms"] - one.unchecked.end["latency"]["first_token_ms"] for one in others
    )
    length = mean(len(one.written.text) for one in came)
    say(f"replies {len(came)}, of {length:.0f} characters; rows like what was heard {len(kept)}")
    say(
        f"crossing {len(crossing)}, filtered {len(filtered)}; characters that got out: most {max(out)}, mean {mean(out):.2f}"
    )
    say(f"others {len(others)}, not untouched {len(touched)}")
    say(
        f"judgements a reply {mean(one['calls'] for one in costs):.1f}, {mean(one['judge_ms'] for one in costs):.2f} ms of CPU;"
    )
    say(
        f"  with the scan {mean(one['check_ms'] for one in costs):.2f} ms, for {mean(one['pieces'] for one in costs):.0f} pieces"
    )
    say(
        f"first text later by: mean {mean(first):.2f} ms, median {statistics.median(first):.2f}, 95 of 100 below "
        f"{first[int(len(first) * 0.95)]:.2f}, most {first[-1]:.2f}; {len(later)} waited for a second piece, others at most "
        f"{max(one['first_ms'] for one in costs if one.get('first_pieces') == 1):.2f}"
    )
    say(f"  CPU before the first text: most {max(one['first_cpu_ms'] for one in costs if 'first_ms' in one):.2f} ms")
    say(f"  median difference to the process that doesn't check: {late:+.1f} ms")
    is_right = len(filtered) == len(crossing) and not touched and len(kept) == len(came)
    return 0 if is_right and max(out) <= MOST_CHARACTERS and mean(first) <= MOST_MS else 1


def mean(numbers: Any) -> float:
    return statistics.fmean(numbers)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--replies", type=int, default=500)
    parser.add_argument("--crossing", type=int, default=50)
    parser.add_argument("--seed", type=int, default=None, help="the same replies again")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.randrange(10**6)
    return run(options.replies, options.crossing, seed)


if __name__ == "__main__":
    sys.exit(main())
