import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from companion.embedded.process import free_port
from tests.client import Person
from tests.growing.silent import stay_silent
from tests.nginx import Front


@pytest.fixture(scope="package")
def webs(site, nginx_program):
    """Three web processes that know nginx; the front stands at the address that they call theirs."""
    tls_port = free_port()
    settings = {
        "PUBLIC_URL": f"https://127.0.0.1:{tls_port}",
        "TRUSTED_PROXIES": "127.0.0.1",
        "LOGIN_LIMIT_PER_ADDRESS": "5/d",
    }
    with ExitStack() as running:
        processes = [site.spawn(free_port(), **settings) for _ in range(3)]
        for process in processes:
            running.callback(process.stop)
            process.tls_port = tls_port
        yield [process.wait_until_ready() for process in processes]


@pytest.fixture(scope="package")
def front(webs, nginx_program):
    with Front(nginx_program, [web.port for web in webs], tls_port=webs[0].tls_port) as front:
        yield front


@pytest.fixture(scope="package")
def silent_socket(front):
    """What became of a client that opened a socket when the tests began, and never said a word."""
    no_longer = threading.Event()
    with ThreadPoolExecutor(1) as beside:
        yield beside.submit(stay_silent, front.url, front.tls, no_longer)
        no_longer.set()


@pytest.fixture
async def person(front, silent_socket):
    somebody = Person(front.url)
    somebody.tls = front.tls
    return await somebody.sign_up()


@pytest.fixture
async def conversation(person):
    return await person.start_conversation()
