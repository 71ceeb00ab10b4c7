"""``manage.py serve`` with the mistake that must be found: each process keeps what it learned of an age for itself.

python -m tests.routing.sabotaged serve --port 8000
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any


def sabotage() -> None:
    from sessions_ext import age

    known: dict[int, bool] = {}

    def cached(ask: Callable[..., bool | None]) -> Callable[..., bool]:
        def answer(*, user_id: int) -> bool:
            if user_id not in known:
                known[user_id] = bool(ask(user_id=user_id))
            return known[user_id]

        return answer

    def learning(act: Callable[..., Any], result: bool) -> Callable[..., Any]:
        def acting(*, user_id: int, **more: Any) -> Any:
            known[user_id] = result
            return act(user_id=user_id, **more)

        return acting

    age.may_enter = cached(age.may_enter)
    age.is_verified = cached(age.is_verified)
    age.verify = learning(age.verify, result=True)
    age.end_verification = learning(age.end_verification, result=False)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "companion.settings")
    import django
    from django.core.management import execute_from_command_line

    django.setup()
    sabotage()
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
