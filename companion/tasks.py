"""What the workers do for every app."""

from typing import Any

from celery import current_app, shared_task

HINT_SECONDS = 300  # a hint nobody took in time is forgotten: the next sweep gives it anew

# The name of a task and what it is called with.
Hint = tuple[str, tuple[Any, ...]]


@shared_task(soft_time_limit=60, time_limit=75)
def spread_hints(hints: list[Hint]) -> None:
    """Give each hint that a web process sent together with others."""
    for name, arguments in hints:
        current_app.tasks[name].apply_async(arguments, expires=HINT_SECONDS)
