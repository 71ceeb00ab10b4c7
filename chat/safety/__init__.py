"""What a text is. The seam where classification goes: first by rules, see ``docs/safety.md``."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from chat.safety.judge import is_minor_risk, verdict_on
from chat.safety.stand_ins import with_stand_ins
from chat.safety.verdict import Context, Label, Verdict

__all__ = ["Context", "Label", "Verdict", "classify", "is_minor_risk"]


def classify(
    text: str,
    context: Context = Context(),
    *,
    today: date | None = None,
    vector: Sequence[float] | None = None,
) -> Verdict:
    """The label of a text. ``text`` is untouched user text of up to MESSAGE_MAX_CHARS.

    ``today`` is the day to reckon ages for: this one, unless said. ``vector``: what the built-in embedder makes of the text as
    it is heard (``chat/safety/heard.py``); without one, words alone decide.
    """
    verdict = verdict_on(text, context, datetime.now(UTC).date() if today is None else today, vector)
    return with_stand_ins(verdict, text)
