import asyncio
import uuid

import pytest

from companion.env import env

# The limits on forms as they are without a setting; the tests' environment raises them.
DEFAULTS = {name: str(env.scheme[name][1]) for name in env.scheme if "_LIMIT_PER_" in name}


@pytest.fixture(scope="package")
def pair(site):
    """Two web processes with the limits as they come."""
    with site.web(5, **DEFAULTS) as one, site.web(6, **DEFAULTS) as two:
        yield one, two


@pytest.fixture(scope="package")
def people(site):
    """Seeded people; each test takes as many as it needs."""
    return iter(site.seed_people(60))


@pytest.fixture
def person(people, pair):
    somebody = next(people)
    somebody.url = pair[0].url
    return somebody


@pytest.fixture
async def conversation(person):
    return await person.start_conversation()


async def eventually(is_so, *, seconds=20):
    """Wait until an asynchronous condition answers something true."""
    async with asyncio.timeout(seconds):
        while not (answer := await is_so()):
            await asyncio.sleep(0.05)
    return answer


async def admitted(person, conversation, url):
    """An open socket, or None where it was closed for being one too many."""
    socket = await person.socket(conversation, url=url).open(wait_for_state=False)
    async with asyncio.timeout(10):
        while not socket.events and socket.close_code is None:
            await asyncio.sleep(0.01)
    assert socket.close_code in {None, 4429}
    return socket if socket.close_code is None else None


@pytest.fixture
def user_id():
    """Nobody's: buckets ask for no row."""
    return uuid.uuid4().int % 2**40
