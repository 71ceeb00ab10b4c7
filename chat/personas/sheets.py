"""What somebody says of a companion, and how much of it there may be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chat.personas.marks import Colour, Mark

# Characters. All together they are fewer than the longest message, so that they can be judged as one text.
MOST = {
    "name": 60,
    "tagline": 120,
    "description": 1_800,
    "traits": 200,
    "style": 500,
    "language": 40,
    "examples": 2_000,
    "greeting": 400,
    "opening": 120,
}
MOST_GREETINGS = 4
MOST_OPENINGS = 3
ONE_LINE = ("name", "tagline", "traits", "language")
PROMPT_FIELDS = ("name", "description", "traits", "style", "language", "examples")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Of a companion, all that its maker decides. The first of ``greetings`` is the usual one."""

    name: str
    tagline: str = ""
    description: str = ""
    traits: str = ""
    style: str = ""
    language: str = ""
    examples: str = ""
    greetings: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    mark: str = Mark.LETTER.value
    colour: str = Colour.CLAY.value

    @property
    def texts(self) -> list[str]:
        """Every text in it, by itself."""
        plain = (self.name, self.tagline, self.description, self.traits, self.style, self.language, self.examples)
        return [one for one in (*plain, *self.greetings, *self.openings) if one]


class SheetError(Exception):
    """``problems``: sentences for people, by field; "" for what is of the whole."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(", ".join(problems))
        self.problems = dict(problems)


def cleaned(sheet: Sheet) -> Sheet:
    """Without blanks around it, or lines where only one may be. Raises SheetError where something is missing or too long."""
    given: dict[str, Any] = {field.name: getattr(sheet, field.name) for field in fields(sheet)}
    for name, value in given.items():
        given[name] = tuple(filter(None, map(_tidy, value))) if name.endswith("ings") else _tidy(value)
    for name in ONE_LINE:
        given[name] = " ".join(given[name].split())
    given["openings"] = tuple(" ".join(one.split()) for one in given["openings"])
    clean = Sheet(**given)
    problems = dict(_problems(clean))
    if problems:
        raise SheetError(problems)
    return clean


def _tidy(text: Any) -> str:
    """NUL can't be stored, and lone surrogates are no text."""
    said = str(text).replace("\r\n", "\n").replace("\0", "")
    return said.encode(errors="ignore").decode().strip()


def _problems(sheet: Sheet) -> Sequence[tuple[str, str]]:
    found = []
    if not sheet.name:
        found.append(("name", _("A companion needs a name.")))
    if not sheet.description:
        found.append(("description", _("Say in a sentence or two who it is.")))
    for name, most in MOST.items():
        texts = {"greeting": sheet.greetings, "opening": sheet.openings}.get(name) or [getattr(sheet, name, "")]
        longest = max(map(len, texts))
        if longest > most:
            found.append((f"{name}s" if name.endswith("ing") else name, too_long(longest, most)))
    if len(sheet.greetings) > MOST_GREETINGS:
        found.append(("greetings", _("There is room for %(most)d greetings.") % {"most": MOST_GREETINGS}))
    if len(sheet.openings) > MOST_OPENINGS:
        found.append(("openings", _("There is room for %(most)d openings.") % {"most": MOST_OPENINGS}))
    if sheet.mark not in Mark:
        found.append(("mark", _("Choose one of the marks.")))
    if sheet.colour not in Colour:
        found.append(("colour", _("Choose one of the colours.")))
    return found


def too_long(length: int, most: int) -> str:
    said = ngettext(
        "There is room for %(most)d characters; shorten it by %(over)d.",
        "There is room for %(most)d characters; shorten it by %(over)d.",
        length - most,
    )
    return said % {"most": most, "over": length - most}
