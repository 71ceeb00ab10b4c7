"""`manage.py proof` in small: its lines say yes of two real processes; where a mistake is put into them, its own says no."""

import asyncio
import random

import pytest

from chat.proof.lines import judge
from chat.proof.prover import EXPLICIT, SAFE, arrive
from chat.proof.sender import Sender

PEOPLE = 12
LINES = {
    "age": "nobody asked their age twice",
    "lock": "locks kept",
    "resume": "no character lost or doubled",
    "limit": "limits shared",
}


async def lines_of(site, urls):
    people = site.seed_people(PEOPLE + 1)
    script = (EXPLICIT, SAFE, SAFE, SAFE)
    provers = [
        await arrive(person, urls, random.Random(number), script=script, longest_pause=0.2)
        for number, person in enumerate(people[1:])
    ]
    sender = Sender(people[0], urls, burst=20, per_minute=30)  # the defaults of the settings
    enough = asyncio.Event()
    enough.set()
    async with asyncio.timeout(90):
        await asyncio.gather(sender.send(), *(prover.prove(enough) for prover in provers))
    return judge(site.database_url, provers, [sender])


async def test_every_line_says_yes_and_both_counts_are_of_something(site, web, other_web):
    lines = await lines_of(site, [web.url, other_web.url])
    assert [str(line) for line in lines if not line.is_kept] == []
    assert [line.seen > 0 for line in lines] == [True] * 5
    assert [line.expected for line in lines[:4]] == [line.seen for line in lines[:4]]
    replies, _, questions, locks, _ = lines
    assert (replies.seen, questions.seen, locks.seen) == (PEOPLE * 4, PEOPLE, PEOPLE * 3)


@pytest.fixture
def mistaken(site, mistake):
    """Two processes with it; both start at once."""
    webs = [site.spawn(site.ports[index], command=("-m", "chat.proof.sabotaged", mistake)) for index in (2, 3)]
    try:
        yield [web.wait_until_ready().url for web in webs]
    finally:
        for web in webs:
            web.stop()


@pytest.mark.timeout(240)  # two processes that start, also on a busy machine
@pytest.mark.parametrize("mistake", LINES)
async def test_a_mistake_makes_its_own_line_say_no_and_no_other(site, mistake, mistaken):
    lines = await lines_of(site, mistaken)
    assert [line.name for line in lines if not line.is_kept] == [LINES[mistake]]
