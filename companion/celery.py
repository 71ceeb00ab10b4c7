"""The Celery app. Tasks are only hints: what is to be done stands in Postgres, and beat sweeps it."""

import os
import signal
import sys
from typing import Any, cast

from celery import Celery, Task
from celery.signals import (
    beat_embedded_init,
    task_prerun,
    worker_init,
    worker_process_init,
    worker_process_shutdown,
    worker_ready,
    worker_shutdown,
)
from django.conf import settings
from django.db import close_old_connections, connections
from django.db.backends.postgresql.base import DatabaseWrapper

from companion.embedded.process import end_with_parent
from companion.llm.behind import close_connections, keep_connections
from companion.worker import say_here, take_back

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "companion.settings")

app = Celery("companion")
app.config_from_object("django.conf:settings", namespace="CELERY")
# By itself Celery makes a new connection for each task, which costs both sides more than a small task does.
app.conf.update(CELERY_DB_REUSE_MAX=sys.maxsize)
app.autodiscover_tasks()


WORKER_CONNECTION_SECONDS = 60


def connect_without_pool(**_: Any) -> None:
    """A worker's process does one thing at a time: one connection, kept for a while, is all it needs."""
    for opened in connections.all(initialized_only=True):  # by the checks at the start
        opened.close()
        cast(DatabaseWrapper, opened).close_pool()
    for database in connections.settings.values():
        database["OPTIONS"].pop("pool", None)
        database["CONN_MAX_AGE"] = WORKER_CONNECTION_SECONDS


def look_after_connections(*, sender: Task, **_: Any) -> None:
    """Before each task: a connection that is too old or failed goes, and any other is tried before it is used."""
    if not sender.request.is_eager:
        close_old_connections()


def end_with_the_worker(**_: Any) -> None:
    """What a worker forks goes when the worker was killed; on its own it would stay and wait for ever."""
    end_with_parent(signal.SIGKILL)


def make_way(**_: Any) -> None:
    """Nobody waits for what a worker does as they wait for a reply."""
    os.nice(15)


def say_that_it_is_here(**_: Any) -> None:
    say_here(settings.REDIS_URL)


def take_that_back(**_: Any) -> None:
    take_back(settings.REDIS_URL)


worker_init.connect(connect_without_pool)
task_prerun.connect(look_after_connections)
worker_process_init.connect(end_with_the_worker)
worker_process_init.connect(make_way)
worker_process_init.connect(keep_connections)
worker_process_shutdown.connect(close_connections)
worker_ready.connect(say_that_it_is_here)
worker_shutdown.connect(take_that_back)
beat_embedded_init.connect(end_with_the_worker)
