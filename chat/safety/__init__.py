"""What a text is. The seam where classification goes: today every text is safe and its route everyday."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    label: str
    route: str


def classify(text: str) -> Verdict:
    """The label of a text and the route it takes. ``text`` is untouched user text of up to MESSAGE_MAX_CHARS."""
    del text  # nothing is told apart yet
    return Verdict(label="safe", route="everyday")
