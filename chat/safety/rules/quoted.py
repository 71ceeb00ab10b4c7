"""What somebody else says in a text: their "I" isn't the writer's."""

import re
from typing import NamedTuple

# The sign stands first, so that nothing else is tried at any other.
_QUOTED = re.compile(
    r"[\"“”„«'‘](?:"
    r"(?<=[\"“”„«])([^\"“”„«»\n]{2,400})[\"“”»]"
    # An apostrophe between letters ends nothing.
    r"|(?<=['‘])(?<!\w.)((?=\w)(?:[^'‘’\n]|(?<=\w)['’](?=\w)){2,400})['’](?!\w)"
    r")"
)
# How one of these may begin: most texts have apostrophes, and no quotation.
_MARKS = tuple('"“”„«‘')
_MARK = re.compile(r"(?<!\w)'")
_SAYS = (
    r"(?:says?|said|saying|tells?|told|telling|texts?|texted|texting|writes?|wrote|asks?|asked|goes|went|like|replies|replied|"
    r"answers?|answered|shouts?|shouted|yells?|yelled|screams?|screamed|announces?|announced|adds?|added|message|messaged|posted|note|"
    r"insists?|insisted|reads|read|(?:message|text|bio|profile|note|caption|status)\W+(?:was|is))"
)
_REPORTED_BEFORE = re.compile(rf"(?i)(?:\b{_SAYS}\b(?:\W+\w+){{0,4}}\W*|:\s*)$")
_REPORTED_AFTER = re.compile(rf"(?i)^\W*(?:\w+\W+){{0,3}}{_SAYS}\b")
_I_SAY = re.compile(
    rf"(?i)\bi(?:['’]?m|['’]?ve)?\W+(?:(?:just|then|also|only|already|even|always|keep|kept)\W+)?{_SAYS}\b[^.!?\n]{{0,30}}$"
)
_I_SAY_AFTER = re.compile(rf"(?i)^\W*i\W+{_SAYS}\b")
_NEAR = 80
_UP_TO_AN_END, _FROM_AN_END = re.compile(r"[^.!?\n]*$"), re.compile(r"^[^.!?\n]*[.!?\n]")


class Voices(NamedTuple):
    """``own``: the text without what others say in it; what the writer quotes of themselves stands for itself. ``others``: that.

    ``beside``: of ``own`` what is near a quotation.
    """

    own: str
    beside: str
    others: str


def voices(text: str) -> Voices | None:
    """Who says what; None where nobody is quoted."""
    if not (any(map(text.__contains__, _MARKS)) or _MARK.search(text)):
        return None
    own: list[str] = []
    others: list[str] = []
    done = 0
    for quote in _QUOTED.finditer(text):
        said = quote[1] or quote[2]
        before, after = text[max(done, quote.start() - _NEAR) : quote.start()], text[quote.end() : quote.end() + _NEAR]
        is_own = _I_SAY.search(before) or _I_SAY_AFTER.search(after)
        # "I'm '14'" quotes nobody.
        is_told = is_own or " " in said or said.isalpha()
        if not is_told or not (is_own or _REPORTED_BEFORE.search(before) or _REPORTED_AFTER.search(after)):
            continue
        own.append(text[done : quote.start()])
        (own if is_own else others).append(said)
        done = quote.end()
    # What stands between quotations is a sentence of its own.
    own.append(text[done:])
    return Voices("\n".join(own), "\n".join(map(_ends_of, own)), "\n".join(others)) if done else None


def _ends_of(part: str) -> str:
    """Whole sentences at the beginning and the end of what is too long to be read again."""
    if len(part) <= 4 * _NEAR:
        return part
    first, last = part[: 2 * _NEAR], part[-2 * _NEAR :]
    return f"{_UP_TO_AN_END.sub('', first)}\n{_FROM_AN_END.sub('', last)}"
