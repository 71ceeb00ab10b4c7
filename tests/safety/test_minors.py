"""Both halves of ``minor_risk`` for themselves, and their joining on plain values; no text has both."""

from datetime import date

import pytest

from chat.safety import classify, is_minor_risk
from chat.safety.rules.heat import heat_of
from chat.safety.wording import sentences
from tests.safety.conftest import TODAY, rows


@pytest.mark.parametrize("row", rows("ages.jsonl"), ids=lambda row: row["text"])
def test_ages_under_18_are_read_and_other_numbers_are_not(row):
    verdict = classify(row["text"], today=TODAY)

    for flag in ("label", "minor_cue", "names_minor_age", "says_minor", "told_age"):
        assert getattr(verdict, flag) == row[flag], flag


@pytest.mark.parametrize(("year", "age"), [(2024, 13), (2028, 17), (2029, None)])
def test_a_year_of_birth_is_reckoned_from_the_year_given(year, age):
    verdict = classify("I was born in 2011", today=date(year, 7, 1))

    assert (verdict.told_age, verdict.says_minor) == (age, age is not None)


@pytest.mark.parametrize("text", ["im ｆｉｆｔｅｅｎ", "I’m 15", "i'm 1\u200b5", "I am fiiifteen"])
def test_disguised_ages_are_read(text):
    assert classify(text).told_age == 15


@pytest.mark.parametrize(
    ("minor_cue", "sexual_evidence", "is_strict", "is_risk"),
    [
        (True, 1.0, False, True),
        (True, 0.5, False, True),
        (True, 0.4, False, False),
        (True, 0.4, True, True),
        (True, 0.25, True, True),
        (True, 0.0, True, False),
        (False, 9.0, True, False),
        (False, 9.0, False, False),
    ],
)
def test_both_halves_are_needed_and_little_evidence_is_enough(minor_cue, sexual_evidence, is_strict, is_risk):
    assert is_minor_risk(minor_cue=minor_cue, sexual_evidence=sexual_evidence, is_strict=is_strict) is is_risk


@pytest.mark.parametrize(("word", "least"), [("erotica", 1.0), ("nude", 0.5), ("lingerie", 0.5), ("flirting", 0.5)])
def test_one_suggestive_word_is_evidence_enough_beside_a_cue(word, least):
    heat = heat_of(sentences(word))

    assert heat.explicit + heat.suggestive >= least


@pytest.mark.parametrize(
    "text", ["we kiss and cuddle", "a kiss, a crush, a romantic touch", "period pain and breast cancer"]
)
def test_tender_and_clinical_words_are_not(text):
    heat = heat_of(sentences(text))

    assert heat.explicit + heat.suggestive == 0


def test_a_minor_is_noticed_in_many_wordings():
    told = rows("ages_2.jsonl")

    assert len(told) > 80
    assert [row["text"] for row in told if classify(row["text"], today=TODAY).minor_cue != row["minor_cue"]] == []
