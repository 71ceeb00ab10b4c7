"""Moments as files of all sorts write them."""

import math
import re
from datetime import UTC, datetime
from typing import Any

# 2024-5-3@14h22m33s, 2024-05-03 @14h 22m 33s 123ms
_WITH_LETTERS = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})\s*@?\s*(\d{1,2})h\s*(\d{1,2})m\s*(\d{1,2})s(?:\s*(\d{1,3})ms)?", re.ASCII
)
# May 3, 2024 2:22pm
_IN_WORDS = re.compile(
    r"([A-Za-z]{3,9})\.?\s+(\d{1,2}),\s*(\d{4})\s+(\d{1,2}):(\d{2})\s*([ap])\.?m\.?", re.IGNORECASE | re.ASCII
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Seconds since 1970 end where milliseconds begin: the one would be the year 5138, the other 1973.
_SECONDS_END = 1e11
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


def moment(value: Any, *, otherwise: datetime, latest: datetime) -> datetime:
    """``otherwise`` where it is none, or strange: before 1970 or after ``latest``. Without a zone it is UTC."""
    found: datetime | None
    try:
        found = _of_number(float(value)) if _is_number(value) else _of_words(str(value or ""))
    except (ValueError, OverflowError):
        return otherwise
    if found is None or not EARLIEST <= found <= latest:
        return otherwise
    return found


def _is_number(value: Any) -> bool:
    if isinstance(value, bool):
        return False
    return isinstance(value, (int, float)) or (
        isinstance(value, str) and re.fullmatch(r"\d{9,14}(\.\d+)?", value) is not None
    )


def _of_number(number: float) -> datetime | None:
    if not math.isfinite(number) or number <= 0:
        return None
    return datetime.fromtimestamp(number if number < _SECONDS_END else number / 1000, UTC)


def _of_words(words: str) -> datetime | None:
    if found := _WITH_LETTERS.fullmatch(words.strip()):
        *parts, milliseconds = (int(part or 0) for part in found.groups())
        year, month, day, hour, minute, second = parts
        return datetime(year, month, day, hour, minute, second, milliseconds * 1000, tzinfo=UTC)
    if found := _IN_WORDS.fullmatch(words.strip()):
        name, half = found[1][:3].lower(), found[6].lower()
        day, year, hour, minute = (int(found[part]) for part in (2, 3, 4, 5))
        if name not in _MONTHS or not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
        return datetime(year, _MONTHS.index(name) + 1, day, hour, minute, tzinfo=UTC)
    if not words:
        return None
    read = datetime.fromisoformat(words.strip())
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
