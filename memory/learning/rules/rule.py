"""What a rule is: wordings, and the fact that they tell."""

import re
from dataclasses import dataclass

from memory.learning.dates import ANY
from memory.learning.facts import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """``text``, ``subject``, ``slot`` and ``cue`` may name groups of the wording, and {Who} and {Whose}; an empty text is the
    wording itself, told to its author. ``subject`` empty: whom the wording is about.

    ``anywhere`` in a clause, not only at its start. ``after`` is what must lead into the clause. ``times`` says whether a time is
    needed. ``is_change`` and ``ends`` as in Fact.
    """

    kind: Kind
    wordings: tuple[re.Pattern[str], ...]
    text: str = ""
    subject: str = ""
    slot: str = ""
    cue: str = ""
    tense: int = ANY
    is_change: bool = False
    ends: bool = False
    anywhere: bool = False
    after: re.Pattern[str] | None = None
    needs_time: bool = False
    is_several: bool = False
    importance: float = 0.5
