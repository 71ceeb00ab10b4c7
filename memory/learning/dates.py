"""Making times absolute: "in May" said on a day of 2026 is "in May 2026". By the calendar of who said it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

PAST, ANY, FUTURE = -1, 0, 1

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_NUMBERS = dict(
    zip(
        ["a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        [1, 1, *range(1, 13)],
        strict=True,
    )
) | {"a couple of": 2}
_MONTH = "|".join([*MONTHS, *(month[:3] for month in MONTHS if month != "May"), "Sept"])
_DAY = "|".join(DAYS)
_NUMBER = rf"\d{{1,3}}|{'|'.join(_NUMBERS)}"
_DATE = rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{_MONTH})\b|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b)"


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days, and how it is written: "on 3 May 2026", "in May 2026", "in 2026"."""

    first: date
    last: date
    text: str


def absolute(words: str, *, today: date, tense: int = ANY) -> tuple[str, When | None]:
    """The same words with each time in them absolute, and the first such time. ``tense`` says which May is meant.

    What can't be told for sure ("soon", "on Friday" of no tense) stays as it is.
    """
    found: list[When] = []

    def written(match: re.Match[str]) -> str:
        for group, read in _READERS.items():
            if match[group]:
                when = read(match, today, tense)
                if when is None:
                    return match[0]
                found.append(when)
                return when.text
        return match[0]

    changed = _TIME.sub(written, words)
    return changed, found[0] if found else None


def _on(day: date) -> When:
    return When(day, day, f"on {day.day} {day:%B %Y}")


def _in_month(year: int, month: int) -> When:
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return When(date(year, month, 1), last, f"in {MONTHS[month - 1]} {year}")


def _in_year(year: int) -> When:
    return When(date(year, 1, 1), date(year, 12, 31), f"in {year}")


def _in_week(day: date) -> When:
    monday = day - timedelta(days=day.weekday())
    return When(monday, monday + timedelta(days=6), f"in the week of {monday.day} {monday:%B %Y}")


def _month_number(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(name.lower()[:3]))


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words.lower()]


def _word(match: re.Match[str], today: date, tense: int) -> When | None:
    word = match["word"].lower()
    if word == "the day before yesterday":
        return _on(today - timedelta(days=2))
    if word == "the day after tomorrow":
        return _on(today + timedelta(days=2))
    if "yesterday" in word or word == "last night":
        return _on(today - timedelta(days=1))
    if "tomorrow" in word:
        return _on(today + timedelta(days=1))
    return _on(today)


def _weekday(match: re.Match[str], today: date, tense: int) -> When | None:
    number = [day.lower() for day in DAYS].index(match["weekday"].lower())
    which = (match["which_day"] or "").lower()
    ahead = (number - today.weekday()) % 7
    if which == "last" or (tense == PAST and which != "next"):
        return _on(today - timedelta(days=(today.weekday() - number) % 7 or 7))
    if which == "next":  # "next Friday" said on a Monday may be this week's
        return None if ahead > 1 else _on(today + timedelta(days=ahead or 7))
    if which or tense == FUTURE:
        return _on(today + timedelta(days=ahead or 7))
    return None


def _unit(match: re.Match[str], today: date, tense: int) -> When | None:
    step = {"last": -1, "this": 0, "this coming": 0, "next": 1}[" ".join(match["which_unit"].lower().split())]
    match match["unit"].lower():
        case "week":
            return _in_week(today + timedelta(weeks=step))
        case "weekend":
            saturday = today + timedelta(days=5 - today.weekday(), weeks=step)
            return When(saturday, saturday + timedelta(days=1), f"on the weekend of {saturday.day} {saturday:%B %Y}")
        case "month":
            return _month_away(today, step)
        case "year":
            return _in_year(today.year + step)
        case season:
            return _season(season, today, step or tense)


def _season(season: str, today: date, step: int) -> When | None:
    month = _SEASONS[season]
    year = today.year
    if step > 0 and today.month >= month:
        year += 1
    if step < 0 and today.month < month + 3:
        year -= 1
    first = date(year, month, 1)
    end = _in_month(year + (month + 2 > 12), (month + 1) % 12 + 1).last
    return When(first, end, f"in the {season} of {year}")


def _month_away(today: date, months: int) -> When:
    index = today.year * 12 + today.month - 1 + months
    return _in_month(index // 12, index % 12 + 1)


def _ago(match: re.Match[str], today: date, tense: int) -> When | None:
    return _away(-_number(match["ago_number"]), match["ago_unit"], today)


def _hence(match: re.Match[str], today: date, tense: int) -> When | None:
    return _away(_number(match["in_number"]), match["in_unit"], today) if tense == FUTURE else None


def _away(number: int, unit: str, today: date) -> When | None:
    match unit.lower().rstrip("s"):
        case "day":
            return _on(today + timedelta(days=number))
        case "week":
            return _in_week(today + timedelta(weeks=number))
        case "month":
            return _month_away(today, number)
    year = today.year + number
    return _in_year(year) if 1900 <= year <= 2200 else None


def _full_date(match: re.Match[str], today: date, tense: int) -> When | None:
    month, day = _month_number(match["m"] or match["m2"]), int(match["d"] or match["d2"])
    try:
        if match["date_year"]:
            return _on(date(int(match["date_year"]), month, day))
        when = date(today.year, month, day)
    except ValueError:
        return None
    if tense == ANY:
        return None
    if tense == PAST and when > today:
        return _on(date(today.year - 1, month, day)) if (month, day) != (2, 29) else None
    if tense == FUTURE and when < today:
        return _on(date(today.year + 1, month, day)) if (month, day) != (2, 29) else None
    return _on(when)


def _month(match: re.Match[str], today: date, tense: int) -> When | None:
    month = _month_number(match["month"])
    if match["month_year"]:
        return _in_month(int(match["month_year"]), month)
    which = (match["which_month"] or "").lower()
    if which == "in" and tense == ANY:
        return None
    if which == "last" or (which == "in" and tense == PAST):
        return _in_month(today.year - (month > today.month or (which == "last" and month == today.month)), month)
    if which in {"next", "in"}:
        return _in_month(today.year + (month < today.month or (which == "next" and month == today.month)), month)
    return _in_month(today.year, month)


def _year(match: re.Match[str], today: date, tense: int) -> When | None:
    return _in_year(int(match["year"]))


_READERS: dict[str, Callable[[re.Match[str], date, int], When | None]] = {
    "word": _word, "weekday": _weekday, "unit": _unit, "ago_number": _ago, "in_number": _hence, "full": _full_date,
    "month": _month, "year": _year,
}  # fmt: skip

# Of "since May" and "until May" only the month is read: what stands before it keeps its meaning.
_TIME = re.compile(
    rf"""\b(?:
      (?P<word>the\ day\ before\ yesterday|the\ day\ after\ tomorrow|yesterday(?:\ (?:morning|afternoon|evening))?|last\ night|
        tomorrow(?:\ (?:morning|afternoon|evening|night))?|today|tonight|this\ (?:morning|afternoon|evening))
    | (?P<which_unit>last|this|this\ coming|next)\ (?P<unit>week|weekend|month|year|spring|summer|autumn|fall|winter)
    | (?:on\ )?(?:(?P<which_day>last|this|this\ coming|next)\ )?(?P<weekday>{_DAY})(?:\ (?:morning|afternoon|evening|night))?
    | (?P<ago_number>{_NUMBER})\ (?P<ago_unit>days?|weeks?|months?|years?)\ ago
    | in\ (?P<in_number>{_NUMBER})\ (?P<in_unit>days?|weeks?|months?|years?)(?:'\ time)?
    | (?P<full>(?:on\ )?(?:the\ )?{_DATE.replace(" ", chr(92) + " ")}(?:,?\ (?:in\ )?(?P<date_year>(?:19|20)\d\d)\b)?)
    | (?P<which_month>in|last|next|this)\ (?:(?:early|late|mid)[ -])?(?P<month>{_MONTH})(?:,?\ (?:of\ )?(?P<month_year>(?:19|20)\d\d))?
    | in\ (?P<year>(?:19|20)\d\d)
    )\b(?!')""",
    re.IGNORECASE | re.VERBOSE,
)

# A time as a part of a wording.
TIME_WORDS = (
    r"(?:the day before yesterday|the day after tomorrow|yesterday(?: (?:morning|afternoon|evening))?|last night|tomorrow"
    r"(?: (?:morning|afternoon|evening|night))?|today|tonight|this (?:morning|afternoon|evening)"
    r"|(?:last|this|this coming|next) (?:week|weekend|month|year|spring|summer|autumn|fall|winter)"
    rf"|(?:on )?(?:(?:last|this|this coming|next) )?(?:{_DAY})(?: (?:morning|afternoon|evening|night))?"
    rf"|(?:{_NUMBER}) (?:days?|weeks?|months?|years?) ago|in (?:{_NUMBER}) (?:days?|weeks?|months?|years?)(?:' time)?"
    rf"|(?:on )?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})\b|(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?\b)(?:,? (?:in )?(?:19|20)\d\d)?"
    rf"|(?:in|last|next|this) (?:(?:early|late|mid)[ -])?(?:{_MONTH})\b(?:,? (?:of )?(?:19|20)\d\d)?|in (?:19|20)\d\d)"
)
