"""A web process holds more sockets than the 1024 files that systems give a process that doesn't ask."""

import resource

import psutil
import pytest


@pytest.fixture
def few_files():
    """What is started now may open few, unless it asks for more."""
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (512, most))
    yield 512
    resource.setrlimit(resource.RLIMIT_NOFILE, (now, most))


def test_a_web_process_asks_for_more_files(site, few_files):
    with site.web(4) as process:
        allowed, most = psutil.Process(process.process.pid).rlimit(psutil.RLIMIT_NOFILE)

    assert allowed == (65_536 if most == resource.RLIM_INFINITY else min(most, 65_536))
    assert allowed > few_files
