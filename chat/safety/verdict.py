"""What a text can be, and what a judgement of one says. The table of labels and routes is in ``docs/safety.md``."""

from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """In order of precedence: a text that is two things is the first of them."""

    DISCLOSURE = "disclosure"
    MINOR_RISK = "minor_risk"
    SELF_HARM = "self_harm"
    NONCONSENSUAL = "nonconsensual"
    EXPLICIT = "explicit"
    SUGGESTIVE = "suggestive"
    SAFE = "safe"


@dataclass(frozen=True, slots=True)
class Context:
    """What the text alone does not say.

    ``has_minor_cue``: earlier in this conversation somebody in it was given an age under 18. ``is_strict``: judge with the
    lowest thresholds, as in the adult route, where any cue of a minor ends everything. ``is_reply``: the companion's words.
    """

    has_minor_cue: bool = False
    is_strict: bool = False
    is_reply: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """``rules`` names what decided, strongest first; never words of the text.

    ``minor_cue``: a minor is, or may be, meant in this text. ``names_minor_age``: this text gives somebody an age or a school
    year under 18, so the cue holds for the rest of the conversation (a mention of "my kids" does not).
    ``says_minor``: the person says of themselves to be under 18; ``told_age`` their age in years, None where it was not said.
    ``in_doubt``: a disclosure that could also be a request: no model sees it, people look at it.
    """

    label: Label
    rules: tuple[str, ...] = ()
    minor_cue: bool = False
    names_minor_age: bool = False
    says_minor: bool = False
    told_age: int | None = None
    in_doubt: bool = False
