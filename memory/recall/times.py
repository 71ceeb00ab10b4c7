"""The time that a question speaks of: "in May", "on 3 March 2026", "last week", "two months ago"."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d)\b)?"
# "may" and "march" are months only where a day or such a word stands beside them.
_BEFORE = r"(?:in|of|since|last|this|on|until|by|from|during|early|late|mid)[ -]"
_DATES = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_DAY} (?:of )?{_MONTH}\b{_YEAR}",
        rf"\b{_MONTH} {_DAY}\b{_YEAR}",
        rf"\b{_BEFORE}{_MONTH}\b{_YEAR}",
        rf"\b{_MONTH} (?P<year>(?:19|20)\d\d)\b",
    )
]
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_AGO = re.compile(rf"\b(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)}) (?P<unit>day|week|month|year)s? ago\b", re.IGNORECASE)
_NEAR = re.compile(r"\b(?:(?P<which>last|this) (?P<unit>week|month|year)|(?P<day>yesterday|today))\b", re.IGNORECASE)
_DAYS = {"day": 1, "week": 7, "month": 31, "year": 365}
# People tell of what happened some days later, too.
_TOLD_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Span:
    start: datetime
    end: datetime


def time_meant(text: str, now: datetime) -> Span | None:
    """When that was said which the question asks for; None where it names no time, or one that can't be."""
    for pattern in _DATES:
        if match := pattern.search(text):
            return _dated(match.groupdict(), now)
    if match := _AGO.search(text):
        length = _DAYS[match["unit"].lower()]
        count = _NUMBERS.get(match["count"].lower()) or int(match["count"])
        middle = now - timedelta(days=count * length)
        return Span(middle - timedelta(days=length), middle + timedelta(days=length))
    if match := _NEAR.search(text):
        return _near(match, now)
    return None


def _dated(found: dict[str, str | None], now: datetime) -> Span | None:
    month = _MONTHS.index((found["month"] or "").lower()) + 1
    day, year = found.get("day"), found.get("year")
    try:
        start = now.replace(month=month, day=int(day or 1), hour=0, minute=0, second=0, microsecond=0)
        start = start.replace(year=int(year) if year else now.year - (start > now))
    except ValueError:
        return None
    return Span(start, start + timedelta(days=1 if day else 31) + _TOLD_WITHIN)


def _near(match: re.Match[str], now: datetime) -> Span:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if match["day"]:
        days = 1 if match["day"].lower() == "yesterday" else 0
        return Span(midnight - timedelta(days=days), midnight + timedelta(days=1))
    length = _DAYS[match["unit"].lower()]
    first = midnight - timedelta(days=length * (2 if match["which"].lower() == "last" else 1))
    return Span(first, now if match["which"].lower() == "this" else midnight - timedelta(days=length / 7))
