"""Ages under 18 that a text gives to somebody. Years, prices, durations, ages of things and ages from 18 on are none."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chat.safety.parts import word_set
from chat.safety.rules import age_wordings as wordings
from chat.safety.rules.age_wordings import number
from chat.safety.wording import Sentence

ADULT = 18
_NUMBERS = frozenset(wordings.NUMBERS)
# These stand everywhere; they are ages beside one of the others only.
_COMMON = word_set("1 2 3 one two three four five six")
_BESIDE = word_set("year years yr yrs y yo old turned turn turning turns aged age only is im am shes hes")
_DIGIT = re.compile(r"\d")
_GLUED = re.compile(
    r"(?<!\S)(?:\d{1,2}(?:yo|yr|yrs|y|yos|yearold|yearsold|f|m|yof|yom)"
    r"|[fm]\d{1,2}|1?\d (?:f|m|female|male|yo|y)|[fm] 1?\d)(?!\S)"
)
# "I'm not 18" may be said at any age below.
_NOT_YET = re.compile(r"\bnot\b|\bhavent\b")
_BIRTH = word_set("born birthday birth dob birthdate")
_NO_NUMBER = word_set(
    "underage age minor kid child teen teenager teenage preteen tween schoolgirl schoolboy adult legal 18 eighteen "
    "16 sixteen"
)


@dataclass(frozen=True, slots=True)
class Ages:
    """``is_named``: an age under 18 is given to somebody; ``mine``: the writer's own in years; ``is_mine``: the writer says to be
    under 18, with or without a number. ``is_mentioned``: one stands there, at least (long ago, or of people in
    general).
    """

    is_mentioned: bool = False
    is_named: bool = False
    is_mine: bool = False
    mine: int | None = None


def ages_in(text: Iterable[Sentence], year: int) -> Ages:
    """The ages under 18 of a text, judged in ``year``."""
    is_mentioned = is_named = is_mine = False
    mine: int | None = None
    for sentence in text:
        has_number = _has_number(sentence)
        has_glued = _DIGIT.search(sentence.text) is not None and _GLUED.search(sentence.text) is not None
        own, says = _own(sentence, year, has_number, has_glued)
        mentioned, named = _of_others(sentence, year, has_number, has_glued)
        mine = own if mine is None else mine
        is_mine, is_named, is_mentioned = is_mine or says, is_named or named or says, is_mentioned or mentioned or says
    return Ages(is_mentioned, is_named, is_mine, mine)


def _own(sentence: Sentence, year: int, has_number: bool, has_glued: bool) -> tuple[int | None, bool]:
    """The writer's age and whether the sentence says that it is under 18."""
    words = sentence.text
    for found in _found(sentence, wordings.MINE if has_number else (), wordings.MINE_GLUED if has_glued else ()):
        age = number(found["n"])
        if (
            age < ADULT
            and not wordings.NOT_MINE_NOW.search(words[: found.start()])
            and not wordings.COMPARED.search(words)
        ):
            return age, True
    for found in _found(sentence, wordings.MINE_NEXT if has_number else ()):
        age = number(found["n"]) - 1
        if 3 <= age < ADULT and not wordings.NOT_MINE_NOW.search(words[: found.start()]):
            return (None if _NOT_YET.search(found[0]) else age), True
    if (
        "birthday" in sentence.words
        and (found_day := wordings.MY_BIRTHDAY.search(words))
        and number(found_day["n"]) <= ADULT
    ):
        return number(found_day["n"]) - 1, True
    if not sentence.words.isdisjoint(_NO_NUMBER):
        found_word = wordings.NOT_ADULT.search(words)
        if found_word and not wordings.NOT_MINE_NOW.search(words[: found_word.start()]):
            return None, True
    age_by_birth = _age_by_birth(sentence, year, is_mine=True)
    return age_by_birth, age_by_birth is not None


def _of_others(sentence: Sentence, year: int, has_number: bool, has_glued: bool) -> tuple[bool, bool]:
    """Whether an age under 18 is mentioned, and whether it is given to somebody as of now."""
    words, is_mentioned = sentence.text, False
    if _age_by_birth(sentence, year) is not None and not wordings.THING.search(words):
        return True, True
    if not (has_number or has_glued) or wordings.COMPARED.search(words):
        return False, False
    if wordings.UNDER.search(words):
        is_mentioned = True
    for found in _found(sentence, wordings.OTHERS if has_number else (), wordings.OTHERS_GLUED if has_glued else ()):
        if number(found["n"] or found.groupdict().get("m") or "") >= ADULT or wordings.OF_A_THING.search(words):
            continue
        is_mentioned = True
        is_general = found[0].endswith(("olds", "yos")) or found[0].startswith("ages")
        is_past = (
            found[0].startswith("at ")
            or wordings.LONG_AGO.search(words[: found.start()])
            or not {"was", "were"}.isdisjoint(found[0].split())
        )
        if not (is_general or is_past):
            return True, True
    return is_mentioned, False


def _has_number(sentence: Sentence) -> bool:
    numbers = sentence.words & _NUMBERS
    return bool(numbers) and (not numbers <= _COMMON or not sentence.words.isdisjoint(_BESIDE))


def _found(
    sentence: Sentence, gated: Iterable[wordings.Gated], others: Iterable[re.Pattern[str]] = ()
) -> Iterator[re.Match[str]]:
    for words, pattern in gated:
        if not sentence.words.isdisjoint(words):
            yield from pattern.finditer(sentence.text)
    for pattern in others:
        yield from pattern.finditer(sentence.text)


def _age_by_birth(sentence: Sentence, year: int, *, is_mine: bool = False) -> int | None:
    """What a year of birth in the sentence makes, if that is under 18 whatever the month."""
    if sentence.words.isdisjoint(_BIRTH) or not (found := wordings.BORN.search(sentence.text)):
        return None
    age = year - int(found["y"])
    if not 0 <= age < ADULT or (is_mine and not wordings.I_WAS.search(sentence.text[: found.start()])):
        return None
    return age
