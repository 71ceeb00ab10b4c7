"""A worker as operators start it on their own."""

import os
import subprocess
import sys
import time
import uuid
from contextlib import contextmanager
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
import redis
from celery import Celery

from companion import worker
from companion.env import BASE_DIR

NAME = "worker under test"
BACKENDS = "SELECT pid, state_change FROM pg_stat_activity WHERE application_name = %s AND state = 'idle'"
DEADLINE_SECONDS = 60
ASK = """
from celery.signals import worker_init
import companion.celery, django
django.setup()
worker_init.send(sender=None)
from django.db import connection
print(connection.pool, connection.settings_dict["CONN_MAX_AGE"])
"""


def test_it_has_no_pool_and_renews_its_connection_now_and_then():
    said = subprocess.run(
        [sys.executable, "-c", ASK], cwd=BASE_DIR, env=dict(os.environ), capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == ["None", "60"]


RULES = """
import sys
from celery.signals import worker_init
import companion.celery, django
django.setup()
companion.celery.app.loader.import_default_modules()
print("memory.learn" in sys.modules)
worker_init.send(sender=None)
print("memory.learn" in sys.modules)
"""


def test_what_it_learns_by_is_ready_before_it_forks():
    said = subprocess.run(
        [sys.executable, "-c", RULES], cwd=BASE_DIR, env=dict(os.environ), capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == ["False", "True"]


@contextmanager
def running_worker(tmp_path):
    """A worker with a broker and a name in the database of its own; where its broker is."""
    redis_url = urlunsplit(urlsplit(os.environ["REDIS_URL"])._replace(path="/3"))
    database_url = f"{os.environ['DATABASE_URL']}?application_name={quote(NAME)}"
    with redis.Redis.from_url(redis_url) as client, (tmp_path / "log").open("w") as log:
        client.delete(worker.KEY)
        process = subprocess.Popen(
            [sys.executable, "-m", "celery", "-A", "companion", "worker", "--concurrency", "1", "--loglevel", "INFO"],
            cwd=BASE_DIR, env=os.environ | {"REDIS_URL": redis_url, "DATABASE_URL": database_url},
            stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip
        try:
            deadline = time.monotonic() + DEADLINE_SECONDS
            while not client.exists(worker.KEY):
                time.sleep(0.05)  # it tells nobody else
                assert process.poll() is None, (tmp_path / "log").read_text()
                assert time.monotonic() < deadline, (tmp_path / "log").read_text()
            yield client, redis_url
        finally:
            process.terminate()
            process.wait(30)


def backend_after_a_task(app, database, *, since=None):
    """The worker's only backend, once it was used after that moment."""
    app.send_task("memory.tasks.learn_from_episodes", (0, str(uuid.uuid4())), queue="learning", routing_key="learning")
    deadline = time.monotonic() + DEADLINE_SECONDS
    while time.monotonic() < deadline:
        found = database.execute(BACKENDS, [NAME]).fetchall()
        if found and (since is None or found[0][1] > since):
            [backend] = found
            return backend
        time.sleep(0.05)  # PostgreSQL tells nobody
    raise AssertionError("the task did not run, or left no connection")


def test_it_keeps_one_connection_for_all_tasks_and_makes_another_where_that_is_gone(tmp_path):
    with (
        running_worker(tmp_path) as (_, redis_url),
        Celery(broker=redis_url, set_as_current=False) as app,
        psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as database,
    ):
        pid, used_at = backend_after_a_task(app, database)
        for _ in range(3):
            again, used_at = backend_after_a_task(app, database, since=used_at)
            assert again == pid
        database.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
        another, _ = backend_after_a_task(app, database)
        assert another != pid


def test_it_is_here_from_when_it_is_ready_until_it_ends(tmp_path):
    with running_worker(tmp_path) as (client, redis_url):
        assert 0 < client.ttl(worker.KEY) <= worker.SECONDS
    with redis.Redis.from_url(redis_url) as later:
        assert not later.exists(worker.KEY)
