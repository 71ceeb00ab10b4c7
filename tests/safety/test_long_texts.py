"""What is too long for the socket is judged as what isn't: nothing hides in it, and it doesn't take long."""

import random
from itertools import product

import pytest

from chat.safety import Label, classify, reading
from chat.safety.evaluation.disguises import DISGUISES
from chat.safety.judge import known_words
from chat.safety.letters import LEET, OPTIONS
from chat.safety.shapes import Shapes
from tests.safety.conftest import TODAY, rows
from tests.safety.test_robust import LENGTH, cpu_ms

RANDOM = random.Random(8)
HARMLESS = [
    f"The {thing} in {town} was {how} on {day}."
    for thing, town, how, day in product(
        ("library", "bakery", "train", "market", "museum", "printer", "garden"),
        ("Leeds", "Porto", "Oslo", "Ghent", "Lyon", "Turin", "Graz"),
        ("closed", "crowded", "late", "quiet", "painted", "moved"),
        ("Monday", "Tuesday", "Friday", "Sunday", "market day"),
    )
]
AT_ONCE = {
    "one word": "the " * (LENGTH // 4),
    "one alarming word": "kill " * (LENGTH // 5),
    "blanks": " " * LENGTH,
    "digits": "".join(RANDOM.choices("0123456789", k=LENGTH)),
}


def among_others(said, place):
    """What is said in one place of a text of many different sentences."""
    at = round(len(HARMLESS) * place)
    return " ".join([*HARMLESS[:at], f"{said}.", *HARMLESS[at:]])


@pytest.mark.parametrize("kind", AT_ONCE)
def test_a_text_of_100_000_characters_of_one_kind_is_judged_within_50_milliseconds(kind):
    assert cpu_ms(AT_ONCE[kind], times=20) < 50


def test_many_different_sentences_are_harmless_by_themselves():
    assert classify(among_others("We went for a walk", 0.5)).label is Label.SAFE


@pytest.mark.parametrize("place", [0, 0.5, 1])
@pytest.mark.parametrize("disguise", [str, *DISGUISES.values()], ids=["plain", *DISGUISES])
def test_nothing_hides_among_them(disguise, place):
    said = disguise("I want to kill myself tonight")

    assert classify(among_others(said, place)).label is Label.SELF_HARM


@pytest.mark.parametrize("name", ["sentences.jsonl", "care_8.jsonl", "ages.jsonl"])
def test_a_text_of_many_sentences_is_judged_as_one_of_few(name, monkeypatch):
    texts = [row["text"] for row in rows(name)]
    few = [classify(text, today=TODAY) for text in texts]

    monkeypatch.setattr(reading, "_MANY", 1)

    assert [classify(text, today=TODAY) for text in texts] == few


@pytest.mark.parametrize("meanings", [LEET, OPTIONS], ids=["digits and signs", "other scripts"])
def test_a_quick_look_rules_out_no_word_that_is_meant(meanings):
    known = sorted(known_words())
    shapes = Shapes(meanings, known)
    signs = [(sign, letter) for sign, letters in meanings.items() for letter in letters if len(letter) == 1]

    assert not shapes.may_have("xqzzk")
    for sign, letter in signs:
        spoilt = [word.replace(letter, sign * 3) for word in known if letter in word]
        assert all(map(shapes.may_have, spoilt)), sign
