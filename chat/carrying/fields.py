"""Fields of a stranger's JSON, taken one by one: each is what it should be, or as if it were not there."""

from typing import Any

from django.conf import settings

from chat.carrying.errors import ImportRefusedError
from chat.carrying.talks import clean


def mapping(value: Any) -> dict[str, Any]:
    """Empty for what is none."""
    return value if isinstance(value, dict) else {}


def listed(value: Any) -> list[Any]:
    """Empty for what is none."""
    return value if isinstance(value, list) else []


def line(value: Any, most: int) -> str:
    """A short text in one line, cut where it is too long; empty for what is none."""
    return " ".join(clean(value[: most * 4]).split())[:most] if isinstance(value, str) else ""


def words(value: Any) -> str:
    """A message's text, untouched but for what can't be stored. Raises ImportRefusedError where it is too long."""
    if not isinstance(value, str):
        return ""
    if len(value) > settings.IMPORT_MAX_CHARS:
        raise ImportRefusedError("text")
    return clean(value)


def number(value: Any) -> int | None:
    """A whole number that fits anywhere; None for what is none."""
    is_one = isinstance(value, int) and not isinstance(value, bool)
    return value if is_one and -(2**31) <= value < 2**31 else None


def ref(value: Any) -> str | None:
    """The name of a message within its file; None for what is none."""
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        return None
    named = str(value) if isinstance(value, str) or number(value) is not None else ""
    return named[:200] or None


def at_most_messages(count: int) -> None:
    """Raises ImportRefusedError."""
    if count > settings.IMPORT_MAX_MESSAGES:
        raise ImportRefusedError("messages")
