"""What one message tells, before it is decided what becomes of it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from memory.models import Memory

Kind = Memory.Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """``subject`` and ``slot`` as in Memory. ``quote`` is a literal part of the message, ``value`` what the sentence turns on.

    ``is_change`` when it was said as news ("I moved", "now"): then it closes what held before. ``ends`` names what is over with
    it. ``replaces`` is the subject and the slot of what was said wrong before, with its value.
    """

    kind: Kind
    text: str
    quote: str
    subject: str = "you"
    slot: str = ""
    cue: str = ""
    value: str = ""
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    is_change: bool = False
    ends: str = ""
    replaces: tuple[str, str, str] | None = None
    importance: float = 0.5

    def with_changes(self, **changes: Any) -> "Fact":
        return replace(self, **changes)
