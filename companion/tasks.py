"""What the workers do for every app."""

from typing import Any

from celery import Task, current_app, shared_task
from django.db import OperationalError, close_old_connections

HINT_SECONDS = 300  # a hint nobody took in time is forgotten: the next sweep gives it anew

# The name of a task and what it is called with.
Hint = tuple[str, tuple[Any, ...]]


@shared_task(soft_time_limit=60, time_limit=75)
def spread_hints(hints: list[Hint]) -> None:
    """Do what a web process sent together: quick tasks (``is_quick``) here, the others each by a message of its own.

    Through the broker, a quick one costs more than what it does.
    """
    for name, arguments in hints:
        task = current_app.tasks[name]
        if not (getattr(task, "is_quick", False) and _is_done(task, arguments)):
            task.apply_async(arguments, expires=HINT_SECONDS)


def _is_done(task: Task, arguments: tuple[Any, ...]) -> bool:
    """Not while the database is away: by itself, a task tries again until it is back."""
    try:
        task(*arguments)
    except OperationalError:
        close_old_connections()
        return False
    return True
