"""The Celery app. Tasks are only hints: what is to be done stands in Postgres, and beat sweeps it."""

import os
import signal
from typing import Any

from celery import Celery
from celery.signals import beat_embedded_init, worker_process_init

from companion.embedded.process import end_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "companion.settings")

app = Celery("companion")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


def end_with_the_worker(**_: Any) -> None:
    """What a worker forks goes when the worker was killed; on its own it would stay and wait for ever."""
    end_with_parent(signal.SIGKILL)


worker_process_init.connect(end_with_the_worker)
beat_embedded_init.connect(end_with_the_worker)
