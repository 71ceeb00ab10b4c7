"""Ages under 18 that a text gives to somebody. Years, prices, durations, ages of things and ages from 18 on are none."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from chat.safety import lazy
from chat.safety.parts import word_set
from chat.safety.reading import Reading, Sentence
from chat.safety.rules import age_wordings as wordings
from chat.safety.rules import own_age
from chat.safety.rules.age_wordings import number
from chat.safety.rules.birth import BIRTH_WORDS, ages_by_birth

ADULT, YOUNGEST_WRITER = 18, 3
_NUMBERS = frozenset(wordings.NUMBERS) | wordings.ORDINALS
# These stand everywhere; they are ages beside one of the others only.
_COMMON = word_set("1 2 3 one two three four five six first second third 1st 2nd 3rd")
_BESIDE = word_set("year years yr yrs y yo old turned turn turning turns aged age only is im am shes hes birthday ill")
_DIGIT = re.compile(r"\d")
_GLUED = re.compile(
    r"(?<!\S)(?:\d{1,2}(?:yo|yr|yrs|y|yos|yearold|yearsold|f|m|nb|yof|yom)"
    r"|[fm]\d{1,2}|1?\d (?:f|m|female|male|yo|y)|[fm] 1?\d)(?!\S)"
)
_NO_NUMBER = word_set(
    "underage age minor kid child teen teens teenager teenage preteen tween schoolgirl schoolboy adult legal 18 eighteen "
    "16 sixteen vote young"
)
_DIGITS = [*map(str, range(20)), *(f"{number:02}" for number in range(100))]
# What may be written so, besides with the digits of other scripts.
_GLUED_WORDS = frozenset(
    digits + unit for digits in _DIGITS for unit in "|yo|yr|yrs|y|yos|yearold|yearsold|f|m|nb|yof|yom".split("|")
) | frozenset(sex + digits for digits in _DIGITS for sex in "fm")
# Other words that may tell an age.
_WITHOUT_NUMBER = _NO_NUMBER | BIRTH_WORDS
_KEYS = _NUMBERS | _GLUED_WORDS | _WITHOUT_NUMBER | own_age.MAY_COME
_TELLING = _WITHOUT_NUMBER | own_age.MAY_COME
_SPACED_ME = re.compile(r"(?<!\S)i m(?!\S)")
# A question that the next sentence answers with a number alone: "My age? 16".
_ASKS_MINE = re.compile(
    r"^(?:(?:and|so|well|oh) )*(?:my age|age|how old (?:am i|i am)|how old (?:are you|r u) me|asl) \?$"
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


def ages_in(text: Reading, today: date) -> Ages:
    """The ages under 18 of a text, judged on a day."""
    is_mentioned = is_named = is_mine = False
    mine: int | None = None
    for place in _places_of_ages(text):
        sentence = _answered(text, place)
        has_number, has_glued = _has_number(sentence), _has_glued(sentence)
        if not (has_number or has_glued) and sentence.words.isdisjoint(_TELLING):
            continue
        own, says = _own(sentence, today, has_number, has_glued)
        mentioned, named = _of_others(sentence, today, has_number, has_glued)
        mine = own if mine is None else mine
        is_mine, is_named, is_mentioned = is_mine or says, is_named or named or says, is_mentioned or mentioned or says
    return Ages(is_mentioned, is_named, is_mine, mine)


def _places_of_ages(text: Reading) -> list[int]:
    """Where one may be told: in a word that is known, or with the digits of another script."""
    others = (place for place, sentence in enumerate(text) if not sentence.text.isascii())
    return sorted({*text.places_of(_KEYS), *others})


def _answered(text: Reading, place: int) -> Sentence:
    """The sentence, with a question of one's own age before it if it is the answer."""
    sentence, before = text[place], text[place - 1] if place else None
    asks = before is not None and "?" in before.words and _ASKS_MINE.search(before.text)
    if asks and sentence.text.partition(" ")[0] in _NUMBERS:
        return Sentence(f"my age is {sentence.text}", sentence.words | {"my", "age", "is"})
    if "m" in sentence.words:
        return Sentence(_SPACED_ME.sub("im", sentence.text), sentence.words | {"im"})
    return sentence


def _own(sentence: Sentence, today: date, has_number: bool, has_glued: bool) -> tuple[int | None, bool]:
    """The writer's age and whether the sentence says that it is under 18."""
    text, words = sentence
    if has_number or has_glued:
        for start, age in own_age.ages_now(text, words, has_glued=has_glued):
            if age < ADULT and _is_mine_now(text, start) and not wordings.I_COMPARE.search(text):
                return age, True
    if has_number or (own_age.MAY_COME & words and _DIGIT.search(text)):
        for start, then in own_age.ages_by_what_comes(text, words):
            if (then is None or YOUNGEST_WRITER <= then < ADULT) and _is_mine_now(text, start):
                return then, True
    for is_mine, age in ages_by_birth(text, words, today):
        if is_mine:
            return age, True
    return _own_without_age(sentence, has_number)


def _own_without_age(sentence: Sentence, has_number: bool) -> tuple[int | None, bool]:
    """Under 18, in words that tell no age: "not 18 yet", "still a minor"."""
    text, words = sentence
    if has_number and any(_is_mine_now(text, start) for start in own_age.is_under_an_age(text, words)):
        return None, True
    if not words.isdisjoint(_NO_NUMBER):
        found_word = wordings.NOT_ADULT.search(text)
        if found_word and _is_mine_now(text, found_word.start()):
            return wordings.age_of(found_word[0]), True
    return None, False


def _is_mine_now(text: str, start: int) -> bool:
    return not wordings.NOT_MINE_NOW.search(wordings.I_SAY.sub(" ", text[:start]))


def _of_others(sentence: Sentence, today: date, has_number: bool, has_glued: bool) -> tuple[bool, bool]:
    """Whether an age under 18 is mentioned, and whether it is given to somebody as of now."""
    words, is_mentioned = sentence.text, False
    if any(True for _ in ages_by_birth(words, sentence.words, today)):
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


def _has_glued(sentence: Sentence) -> bool:
    may_be = not (sentence.words.isdisjoint(_GLUED_WORDS) and sentence.text.isascii())
    return may_be and _GLUED.search(sentence.text) is not None


def _found(
    sentence: Sentence, gated: Iterable[wordings.Gated], others: Iterable[lazy.Pattern] = ()
) -> Iterator[re.Match[str]]:
    for words, pattern in gated:
        if not sentence.words.isdisjoint(words):
            yield from pattern.finditer(sentence.text)
    for pattern in others:
        yield from pattern.finditer(sentence.text)
