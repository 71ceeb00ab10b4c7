"""A hit in its context, with the words that were looked for marked. Its text is a stranger's: all of it is escaped."""

import re
from collections.abc import Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from chat.finding.words import composed, without_accents

AROUND = 90  # characters before and behind the first of the words
_SPACES = re.compile(r"\s+")


def excerpt(text: str, words: Sequence[str]) -> SafeString:
    """The place where the first of them stands; the beginning where none is seen, such as in what a mark parts."""
    text, found = composed(text), _pattern(words)
    first = found.search(without_accents(text))
    at = first.start() if first else 0
    start, end = max(0, at - AROUND), min(len(text), at + 2 * AROUND)
    if start:  # at a word's beginning
        start = next((space.end() for space in _SPACES.finditer(text, start, at)), start)
    if end < len(text):
        end = max((space.start() for space in _SPACES.finditer(text, at + AROUND, end)), default=end)
    shown = f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
    return marked(shown, words)


def marked(text: str, words: Sequence[str]) -> SafeString:
    """With ``<mark>`` around each of the words."""
    plain = composed(_SPACES.sub(" ", text))
    parts: list[str] = []
    behind = 0
    for hit in _pattern(words).finditer(without_accents(plain)):
        start, end = hit.span()
        parts += [escape(plain[behind:start]), f"<mark>{escape(plain[start:end])}</mark>"]
        behind = end
    return mark_safe("".join([*parts, escape(plain[behind:])]))  # noqa: S308 - each part of it was escaped


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    words = [without_accents(composed(word)) for word in words]
    whole = [rf"{re.escape(word)}(?!\w)" for word in words[:-1]]
    begun = [rf"{re.escape(word)}\w*" for word in words[-1:]]
    return re.compile(rf"(?<!\w)(?:{'|'.join([*whole, *begun])})" if words else r"(?!)", re.IGNORECASE)
