"""A worker as operators start it on their own."""

import os
import subprocess
import sys
import time
from urllib.parse import urlsplit, urlunsplit

import redis

from companion import worker
from companion.env import BASE_DIR

ASK = """
from celery.signals import worker_init
import companion.celery, django
django.setup()
worker_init.send(sender=None)
from django.db import connection
print(connection.pool, connection.settings_dict["CONN_MAX_AGE"])
"""


def test_it_keeps_one_connection_and_no_pool():
    said = subprocess.run(
        [sys.executable, "-c", ASK], cwd=BASE_DIR, env=dict(os.environ), capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == ["None", "60"]


def test_it_is_here_from_when_it_is_ready_until_it_ends(tmp_path):
    redis_url = urlunsplit(urlsplit(os.environ["REDIS_URL"])._replace(path="/3"))
    with redis.Redis.from_url(redis_url) as client, (tmp_path / "log").open("w") as log:
        client.delete(worker.KEY)
        process = subprocess.Popen(
            [sys.executable, "-m", "celery", "-A", "companion", "worker", "--concurrency", "1", "--loglevel", "INFO"],
            cwd=BASE_DIR, env=os.environ | {"REDIS_URL": redis_url}, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip
        try:
            deadline = time.monotonic() + 60
            while not client.exists(worker.KEY):
                time.sleep(0.05)
                assert process.poll() is None, (tmp_path / "log").read_text()
                assert time.monotonic() < deadline, (tmp_path / "log").read_text()
            assert 0 < client.ttl(worker.KEY) <= worker.SECONDS
        finally:
            process.terminate()
            process.wait(30)
        assert not client.exists(worker.KEY)
