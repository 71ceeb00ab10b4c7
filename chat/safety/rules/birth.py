"""Ages that follow from a date or a year of birth, reckoned for a day.

Texts are sentences as ``wording.py`` makes them: words with one blank between, so "2009-08-21" is three of them.
"""

import re
from collections.abc import Iterator
from datetime import date

from chat.safety.lazy import Pattern
from chat.safety.parts import word_set
from chat.safety.rules.age_wordings import THING

_MONTHS = {
    name[:length]: number
    for number, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        1,
    )
    for length in (3, len(name))
} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_YEAR = r"(?P<year>20[0-4]\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
# What may come before a year: "3 may", "may 3rd", "3rd of may", "21/08/", "21.08.", "21 08"; or after it: "-08-21".
_DATES = tuple(
    Pattern(rf"(?<!\S)(?:{form})(?!\S)")
    for form in (
        rf"(?:the )?{_DAY} (?:of )?{_MONTH}(?: of)? {_YEAR}",
        rf"{_MONTH}(?: the)? {_DAY} {_YEAR}",
        rf"{_YEAR}[./: ](?P<m>[01]?\d)[./: ](?P<d>[0-3]?\d)",
        rf"(?P<one>[0-3]?\d)[./: ](?P<two>[0-3]?\d)[./: ]{_YEAR}",
        rf"{_MONTH}(?: of)? {_YEAR}",
        _YEAR,
        r"(?P<one>[0-3]?\d)[./:](?P<two>[0-3]?\d)[./:](?P<short>[0-3]\d)",
    )
)
_YOUNGEST, ADULT = 4, 18
BIRTH_WORDS = word_set("born birthday bday birth dob birthdate birthyear b baby kid")
# The date stands a few words after one of these.
_BORN = Pattern(
    r"(?<!\S)(?:(?P<day_of>birthdays?|bday)|born|dob|birth ?date|date of birth|year of birth|birth ?year|birth)(?!\S)(?P<rest>(?: \S+){1,9})"
)
_HELLO = r"^(?:(?:hi|hey|hello|well|so|ok|and|but|yes|no|btw|also|name \w+|me|was|am|im|\w+ here|here) )*"
_MINE = Pattern(
    r"(?<!\S)(?:i was|im|i am|ive been|i were|i actually was|i got|me) (?:only |just |actually |really |also )*born"
    r"|(?<!\S)my (?:own |full |real )*(?:dob|date of birth|birth ?date|year of birth|birth ?year)"
    rf"|{_HELLO}(?:born|dob|date of birth|birth ?date|birth ?year|year of birth)(?!\S)"
    rf"|{_HELLO}(?:my )?(?:birthday|bday)(?: is| s|s)?(?: on| the)*(?= \d| (?:{'|'.join(_MONTHS)})(?!\S))"
    r"|(?<!\S)(?:and|but|so|because|since) my (?:birthday|bday) is(?: on)?|is my (?:birthday|date of birth|dob|birth ?year|year of birth|birth ?date)(?!\S)"
)
_IS_THE_DAY = Pattern(r"^(?: is| s)?(?: on)?(?: the)?(?: \w+day)?$")
_BEFORE = Pattern(
    r"^(?P<rest>(?:\S+ ){1,4})is my (?:birthday|date of birth|dob|birth ?year|year of birth|birth ?date)(?!\S)"
)
_OF_OTHERS = Pattern(
    r"(?<!\S)(?:our (?:company|firm|team|brand|band|startup|cat|dog)|company|firm|brand|band|startup|he|she|they|hes|shes|the (?:child|kid|baby|patient|player|singer|actor|artist)|son|daughter|it|"
    r"his|her|their|granddaughter|grandson|niece|nephew|player|singer)(?!\S)"
)
_YEAR_KID = Pattern(
    rf"(?:(?<!\S)(?:im|i am|as) an? (?:\w+ )?|^(?:\w+ )?){_YEAR} (?:kid|baby|born|liner|child)(?= (?:here|and|so|btw|i|im|who)(?!\S)|$)"
)


def ages_by_birth(text: str, words: frozenset[str], today: date) -> Iterator[tuple[bool, int]]:
    """Ages under 18, and of each whether it is the writer's."""
    if words.isdisjoint(BIRTH_WORDS):
        return
    if found := _YEAR_KID.search(text):
        age = today.year - int(found["year"])
        if _YOUNGEST <= age < ADULT:
            yield True, age
    is_mine = _MINE.search(text) is not None and not _OF_OTHERS.search(text)
    for said in [*_BORN.finditer(text), *_BEFORE.finditer(text)]:
        dated = _dated(said["rest"])
        if dated is None or (said.groupdict().get("day_of") and not _is_birthday(said["rest"], dated)):
            continue
        ages = [age for born in _readings(dated) if (age := _years(born, today)) >= 0]
        if not ages or min(ages) >= ADULT or (not is_mine and THING.search(text)):
            continue
        yield is_mine and min(ages) >= _YOUNGEST, min(ages)


def _dated(text: str) -> re.Match[str] | None:
    return next((found for form in _DATES if (found := form.search(text))), None)


def _is_birthday(text: str, dated: re.Match[str]) -> bool:
    """Not a party in a certain year: "my birthday is 3 May 2010", but not "my birthday in 2010"."""
    return len(dated[0]) > len("2010") and _IS_THE_DAY.search(text[: dated.start()].rstrip()) is not None


def _readings(found: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    """Year, month and day; of what is not said the first, so that the age is the one reached in the year."""
    groups = found.groupdict()
    year = int(groups["year"]) if groups.get("year") else 2000 + int(groups["short"])
    if groups.get("one"):
        one, two = int(groups["one"]), int(groups["two"])
        pairs = [(two, one), (one, two)]
    elif groups.get("month"):
        pairs = [(_MONTHS[groups["month"]], int(groups.get("day") or 1))]
    elif groups.get("m"):
        pairs = [(int(groups["m"]), int(groups["d"]))]
    else:
        pairs = [(1, 1)]
    yield from ((year, month, day) for month, day in pairs if 1 <= month <= 12 and 1 <= day <= 31)


def _years(born: tuple[int, int, int], today: date) -> int:
    year, month, day = born
    return today.year - year - ((today.month, today.day) < (month, day))
