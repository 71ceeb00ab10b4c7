import os

import pytest
from django.db import OperationalError

from companion import health, worker
from memory.tasks import sweep_episodes


def test_a_process_that_lives_says_so_and_asks_nobody(client):
    assert client.get("/healthz").status_code == 200


def test_a_worker_is_here_once_it_swept_and_is_not_needed_to_be_ready(client, db):
    worker.take_back(os.environ["REDIS_URL"])
    before = client.get("/readyz")
    sweep_episodes()
    after = client.get("/readyz")
    assert [answer.status_code for answer in (before, after)] == [200, 200]
    assert [answer.json()["checks"]["worker"] for answer in (before, after)] == ["not heard of lately", "ok"]
    assert after.json()["checks"]["model"] == "scripted: scripted"


@pytest.mark.parametrize("part", ["database", "redis"])
def test_without_the_database_or_redis_it_is_not_ready(client, db, monkeypatch, settings, part):
    if part == "redis":
        settings.REDIS_URL = "redis://127.0.0.1:1/0"
    else:
        monkeypatch.setattr(health, "connection", Gone())
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["checks"][part]) == (503, "does not answer")


def test_a_process_that_drains_takes_no_more(client, db, monkeypatch):
    monkeypatch.setattr(health.Drain, "is_draining", True)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["checks"]["instance"]) == (503, "draining")


class Gone:
    """A database connection that is lost."""

    def cursor(self):
        raise OperationalError
