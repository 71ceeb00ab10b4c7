"""The companions by name. Who they are, others know; they say it here."""

from collections.abc import Callable, Mapping
from uuid import UUID

Names = Callable[[], Mapping[UUID, str]]
_names: Names = dict


def name_companions_by(names: Names) -> None:
    global _names
    _names = names


def companions() -> Mapping[UUID, str]:
    return _names()
