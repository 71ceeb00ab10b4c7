import pytest
from django.core.management import call_command

from sessions_ext.limits.away import redis_away
from tests.nginx import nginx_program
from tests.own_valkey import OwnValkey
from tests.server import Site
from tests.upstream.fixture import upstream


@pytest.fixture(scope="session", autouse=True)
def static_files():
    """Pages name their files by hash, so those must be collected before the first page is made."""
    call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture(scope="session")
def site(upstream):
    """A database of its own for real web processes; what tests do there stays until the end of the run."""
    site = Site(model_url=upstream.base_url, ports=8)
    yield site
    site.remove()


@pytest.fixture(scope="session")
def web(site):
    """A real web process."""
    with site.web(0) as process:
        yield process


@pytest.fixture(scope="session")
def other_web(site):
    """A second web process on the same services."""
    with site.web(1) as process:
        yield process


@pytest.fixture
def own_redis():
    """A Valkey of the test's own, which it may stop."""
    valkey = OwnValkey()
    yield valkey
    valkey.remove()


@pytest.fixture
def redis_may_go(own_redis, settings):
    """This process's sessions and states lie in a Valkey of the test's own."""
    settings.CACHES = {name: options | {"LOCATION": own_redis.url} for name, options in settings.CACHES.items()}
    yield own_redis
    redis_away.answered()  # the next test's Redis is another, and there
