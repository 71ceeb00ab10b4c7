import os
from contextlib import ExitStack
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tests.stack.stack import Up


@pytest.fixture
def ups():
    """Starts stacks; ends them and removes their data afterwards."""
    with ExitStack() as started:

        def start(folder, **options) -> Up:
            up = Up(folder, **options)
            started.callback(up.remove_data)
            return started.enter_context(up)

        yield start


@pytest.fixture(scope="package")
def up(tmp_path_factory):
    """One stack for the checks that leave it as it was."""
    folder = tmp_path_factory.mktemp("stack")
    with Up(folder / "data", LLM_PROVIDER="builtin") as stack:
        yield stack.is_ready()
    stack.remove_data()


@pytest.fixture
def own_database():
    """An empty database on the tests' server; its address."""
    url = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS companion_outside WITH (FORCE)")
        connection.execute("CREATE DATABASE companion_outside")
        yield urlunsplit(url._replace(path="/companion_outside"))
        connection.execute("DROP DATABASE companion_outside WITH (FORCE)")


@pytest.fixture
def redis_url():
    """The tests' Redis; its address."""
    return os.environ["REDIS_URL"]
