"""A minor cue and sexual evidence together, joined as values: no text has both, and none of them is ever for adults."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.safety import Context, Label
from chat.safety.judge import Evidence, _evidence_in, _verdict
from chat.safety.learned import Learned, learned_from
from chat.safety.rules.heat import heat_of
from chat.safety.rules.minors import minor_cues
from chat.safety.wording import sentences
from tests.safety.conftest import TODAY, rows

CUES = sorted(row["text"] for row in rows("ages.jsonl") if minor_cues(sentences(row["text"].lower()), TODAY).is_meant)
EXPLICIT = ["erotica", "blowjob", "BDSM", "hardcore porn", "masturbation"]
SUGGESTIVE = ["lingerie", "nude", "flirting"]
AGES = st.integers(1, 17)
WORDINGS = [
    "I'm {}",
    "im {} years old",
    "I just turned {}",
    "she is {} years old",
    "my friend, {}, lives next door",
    "a {} year old",
    "{}yo",
    "he's only {}",
]
ORDER = list(Label)


def joined(cue: str, words: str) -> Evidence:
    minors = minor_cues(sentences(cue.lower()), TODAY)
    evidence = _evidence_in(sentences("what a day"), learned_from("what a day"), minors, words=3)
    return replace(evidence, heat=heat_of(sentences(words.lower()), 3))


def test_what_only_the_model_finds_counts():
    evidence = joined("what a day", "what a day")
    sure = Learned({label: 99.0 if label is Label.EXPLICIT else -99.0 for label in evidence.learned.scores})

    assert _verdict(evidence, Context()).label is Label.SAFE
    assert _verdict(replace(evidence, learned=sure), Context()).label is Label.EXPLICIT


@pytest.mark.parametrize("words", EXPLICIT + SUGGESTIVE)
@pytest.mark.parametrize("cue", CUES)
def test_whatever_says_that_a_minor_is_meant_refuses_whatever_is_sexual(cue, words):
    assert _verdict(joined(cue, words), Context()).label is Label.MINOR_RISK


@given(st.sampled_from(EXPLICIT), st.sampled_from(WORDINGS), AGES, st.booleans(), st.booleans())
def test_no_age_under_18_reaches_the_adult_route(words, wording, age, is_strict, has_minor_cue):
    evidence = joined(wording.format(age), words)
    verdict = _verdict(evidence, Context(has_minor_cue=has_minor_cue, is_strict=is_strict))

    if evidence.minors.is_meant or has_minor_cue:
        assert ORDER.index(verdict.label) <= ORDER.index(Label.MINOR_RISK)


@given(st.sampled_from(WORDINGS[:4]), AGES)
def test_ages_that_are_said_are_noticed(wording, age):
    assert minor_cues(sentences(wording.format(age).lower()), date(2026, 1, 1)).is_meant or age < 4
