import pytest
import redis

from companion.replica.writes import KEY
from tests.client import Person
from tests.replica.pair import Pair
from tests.server import Site


@pytest.fixture(scope="package")
def pair():
    pair = Pair()
    yield pair
    pair.remove()


@pytest.fixture(scope="package")
def own_site(pair, upstream):
    """Web processes on the pair."""
    site = Site(model_url=upstream.base_url, name="pair", ports=3, server=pair.primary.url, redis=2)
    site.environment["DATABASE_REPLICA_URL"] = pair.replica_url(site.database_url)
    return site


@pytest.fixture(scope="package")
def first_web(own_site):
    with own_site.web(0) as process:
        yield process


@pytest.fixture(scope="package")
def second_web(own_site):
    with own_site.web(1) as process:
        yield process


@pytest.fixture
def forget_writes(pair, own_site):
    """As when nobody wrote for ten seconds: the replica has what was written, and nobody is kept from it."""
    with redis.Redis.from_url(own_site.environment["REDIS_URL"]) as client:

        def forget():
            pair.wait_until_replayed()
            for key in client.scan_iter(match=KEY.format(user_id="*")):
                client.delete(key)

        yield forget


@pytest.fixture
async def person(first_web):
    return await Person(first_web.url).sign_up()
