"""Starts a PostgreSQL and a Valkey of the tests' own before Django reads its settings (a pytest plugin, ``-p tests.services``).

Others are used where COMPANION_TEST_DATABASE_URL and COMPANION_TEST_REDIS_URL name them; their role must be allowed to
create databases. Whatever the developer's environment says about models or addresses does not reach the tests.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest

from companion.embedded.home import home_at
from companion.embedded.postgres import Postgres
from companion.embedded.process import Child
from companion.embedded.valkey import Valkey
from tests.workers import workers_for

ENVIRONMENT = {
    "SECRET_KEY": "tests-only-and-long-enough-to-please-everybody",
    "PUBLIC_URL": "http://127.0.0.1:8000,http://testserver",
    "ALLOW_PLAIN_HTTP": "yes",
    "DEBUG": "no",
    "EMBEDDINGS": "none",
    "LLM_PROVIDER": "",
    "OPENAI_API_KEY": "",
    "LOCAL_LLM_BASE_URL": "",
    "BUILTIN_LLM_BASE_URL": "",
    "REDIS_CACHE_URL": "",
    "DATABASE_REPLICA_URL": "",
    # Each test has its own replies; those about kept ones set it (tests/live/test_openers.py).
    "REPLY_CACHE_SECONDS": "0",
    # Words that mean nothing, to lead messages down every route.
    "SAFETY_STAND_INS": "explicit:periwinkle;suggestive:marigold;nonconsensual:hemlock;minor_risk:monkshood;minor_cue:foxglove"
    ";self_harm:yarrow;disclosure:tansy",
    "LOG_LEVEL": "INFO",
    # All tests come from one address. Those about limits set them back (tests/limits).
    "LOGIN_LIMIT_PER_ADDRESS": "10000/m",
    "SIGNUP_LIMIT_PER_ADDRESS": "10000/m",
    "PASSWORD_LIMIT_PER_ADDRESS": "10000/m",
    "AGE_LIMIT_PER_ADDRESS": "10000/m",
    "CONVERSATION_LIMIT_PER_ADDRESS": "10000/m",
    "REPORT_LIMIT_PER_ADDRESS": "10000/m",
    "IMPORT_LIMIT_PER_ADDRESS": "10000/m",
    "TRUSTED_PROXIES": "",
}

_children: list[Child] = []
_folder: Path | None = None


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None]:
    options = early_config.known_args_namespace
    if not (options.help or options.version):
        # Who only hands tests to workers needs none; each of those comes by here, too.
        start(with_services="PYTEST_XDIST_WORKER" in os.environ or not workers_for(options))
    try:
        return (yield)
    except BaseException:
        stop()
        raise


def pytest_unconfigure() -> None:
    stop()


def start(*, with_services: bool = True) -> None:
    global _folder
    _folder = Path(tempfile.mkdtemp(prefix="companion-tests-"))
    data = _folder / "data"
    data.mkdir()
    os.environ.update(ENVIRONMENT, DATA_DIR=str(data))
    if not with_services:
        os.environ.update(DATABASE_URL="postgres://nobody@127.0.0.1:1/none", REDIS_URL="redis://127.0.0.1:1/0")
        return
    database, redis = os.environ.get("COMPANION_TEST_DATABASE_URL"), os.environ.get("COMPANION_TEST_REDIS_URL")
    if not (database and redis):
        # The services' own user must be able to pass through, as through the folder above it.
        _folder.chmod(0o711)
        home = home_at(_folder / "services", say=lambda line: print(line, file=sys.stderr))
        places = {"logs": _folder / "logs", "records": _folder / "run"}
        if not redis:
            valkey = Valkey(home, **places, durable=False)
            _children.append(valkey_child := valkey.start())
            redis = valkey.url
        if not database:
            postgres = Postgres(home, **places, durable=False, may_create_databases=True)
            _children.append(postgres_child := postgres.start(say=lambda _: None))
            postgres.wait(postgres_child)
            database = postgres.url
        if not os.environ.get("COMPANION_TEST_REDIS_URL"):
            valkey.wait(valkey_child)
    os.environ.update(DATABASE_URL=database, REDIS_URL=redis)


def stop() -> None:
    while _children:
        _children.pop().stop(10)
    if _folder is not None:
        shutil.rmtree(_folder, ignore_errors=True)
