import os
import subprocess
import sys

import pytest

from companion.env import BASE_DIR
from tests.client import Person
from tests.sentinel.watched import Watched
from tests.server import Site


@pytest.fixture(scope="package")
def servers():
    watched = Watched()
    yield watched
    watched.remove()


@pytest.fixture
def watched(servers):
    """All of them run, whatever a test did before."""
    servers.bring_back()
    servers.wait_until_whole()
    return servers


@pytest.fixture(scope="package")
def own_site(upstream, servers):
    site = Site(model_url=upstream.base_url, name="sentinel", ports=2)
    site.environment |= {"REDIS_URL": servers.url}
    yield site
    site.remove()


@pytest.fixture(scope="package")
def webs(own_site):
    with own_site.web(0) as one, own_site.web(1) as two:
        yield one, two


@pytest.fixture
def worker(own_site, watched, tmp_path):
    """One with its beat."""
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "celery", "-A", "companion", "worker", "--concurrency", "1"),
                *("-B", "--schedule", tmp_path / "schedule"),
            ],
            cwd=BASE_DIR, env=own_site.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip
        yield process
        process.terminate()
        process.wait(30)


@pytest.fixture
async def person(webs, watched):
    return await Person(webs[0].url).sign_up()
