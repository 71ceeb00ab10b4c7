"""Harmless words that count as a label, for tests of everything behind the judgement; they only ever make it stricter.

SAFETY_STAND_INS: ``explicit:periwinkle;suggestive:marigold;minor_cue:foxglove``, the labels' names and `minor_cue`.
"""

import functools
import re
from dataclasses import replace

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from chat.safety.verdict import Label, Verdict

MINOR_CUE = "minor_cue"
_ORDER = list(Label)


def with_stand_ins(verdict: Verdict, text: str) -> Verdict:
    found = _found(text) if settings.SAFETY_STAND_INS else set()
    if MINOR_CUE in found:
        verdict = replace(verdict, minor_cue=True)
    labels = [Label(name) for name in found - {MINOR_CUE}]
    strictest = min([verdict.label, *labels], key=_ORDER.index)
    if strictest is verdict.label:
        return verdict
    return replace(verdict, label=strictest, rules=("stand_in", *verdict.rules))


def _found(text: str) -> set[str]:
    words = set(re.findall(r"\w+", text.lower()))
    return {name for name, word in _stand_ins(settings.SAFETY_STAND_INS) if word in words}


def stand_in_words(written: str) -> frozenset[str]:
    """All of them, in small letters; ``written`` as in SAFETY_STAND_INS."""
    return frozenset(word for _, word in _stand_ins(written))


@functools.cache
def _stand_ins(written: str) -> list[tuple[str, str]]:
    pairs = [tuple(part.strip() for part in one.split(":")) for one in written.split(";") if one.strip()]
    known = {*map(str, Label), MINOR_CUE}
    for pair in pairs:
        if len(pair) != 2 or pair[0] not in known or not pair[1]:
            raise ImproperlyConfigured(
                f"SAFETY_STAND_INS: write it like explicit:periwinkle;suggestive:marigold, with {', '.join(sorted(known))}."
            )
    return [(name, word.lower()) for name, word in pairs]
