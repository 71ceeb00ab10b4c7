"""Somebody else's "I" isn't the writer's."""

import pytest

from chat.safety import classify
from tests.safety.conftest import TODAY


@pytest.mark.parametrize(
    "text",
    [
        "my daughter said 'I'm 14 and I hate maths'",
        'My daughter said "I\'m 14 and I hate maths"',
        '"I\'m 14 and I can do what I want," my son shouted.',
        'My niece keeps telling me: "I\'m fifteen, leave me alone".',
        "He texted me “im 13 and bored” lol",
        "my sister goes 'I'm in 9th grade, duh'",
        "The boy wrote: 'I am 12 years old'",
        'Her message was "hi im 14 f"',
        "my daughter said 'I’m 1\u200b4 and I hate maths'",
    ],
)
def test_the_age_of_somebody_quoted_is_a_minors_and_not_the_writers(text):
    verdict = classify(text, today=TODAY)

    assert (verdict.says_minor, verdict.told_age, verdict.minor_cue, verdict.names_minor_age) == (
        False,
        None,
        True,
        True,
    )


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("I'm 14", 14),
        ("i said 'im 14'", 14),
        ('i told her "I\'m 14"', 14),
        ('"I\'m 15", I said to him', 15),
        ('"I\'m 14"', 14),
        ("'im 15 and bored'", 15),
        ('I\'m "14"', 14),
        ("I said i'm 14 and she laughed", 14),
        ('my mom said "no" because I\'m 14', 14),
        ("my teacher said 'good job' and i'm 13", 13),
        ("I'm 15 and my mum says \"you're too young\"", 15),
        ("He said 'I'm 40' but I'm 15", 15),
    ],
)
def test_what_the_writer_says_of_themselves_counts_quoted_or_not(text, age):
    verdict = classify(text, today=TODAY)

    assert (verdict.says_minor, verdict.told_age, verdict.minor_cue) == (True, age, True)


def test_many_quotation_marks_take_no_longer_than_their_number():
    assert not classify("'\"" * 20_000).says_minor
