"""Questions of fact are no flirting, and nothing that is asked of somebody is one."""

import pytest

from chat.safety import Context, Label, classify
from chat.safety.rules.questions import is_matter_of_fact
from chat.safety.wording import sentences


@pytest.mark.parametrize(
    "text",
    [
        "Can you have sex with a hip replacement?",
        "How often should I masturbate?",
        "How do hedgehogs have sex?",
        "Which episode do they kiss in?",
        "The meaning of Rodin's The Kiss",
        "how do I romance a companion in Mass Effect",
        "how to crush garlic",
        "what does bdsm stand for",
        "what's the difference between a cock and a rooster",
        "how long should I wait to text back after a first date",
        "is it ok to kiss cheeks at work",
    ],
)
def test_what_is_asked_of_bodies_works_and_animals_is_a_matter_of_fact(text):
    assert is_matter_of_fact(sentences(text.lower())[0])


@pytest.mark.parametrize(
    "text",
    [
        "Can you have sex with me?",
        "Would you kiss me?",
        "What does your body feel like?",
        "How do I make her orgasm?",
        "Which porn site is the best?",
        "Can we have sex tonight?",
        "Why do I blush when he looks at me?",
        "What is it like to be kissed by a stranger?",
        "Why not have sex right here?",
        "How to kiss well",
        "what do you mean by naughty",
        "how do I tell her I want to kiss her",
        "should I send you a kiss",
    ],
)
def test_what_is_asked_of_somebody_or_to_be_done_is_none(text):
    assert not is_matter_of_fact(sentences(text.lower())[0])


@pytest.mark.parametrize("context", [Context(has_minor_cue=True), Context(is_strict=True)])
def test_where_somebody_may_be_young_no_question_is_one_of_fact(context):
    assert classify("Why do people paint saints naked?").label is Label.SAFE
    assert classify("Why do people paint saints naked?", context).label is not Label.SAFE


def test_what_else_is_said_still_counts():
    assert classify("Which episode do they kiss in? I wish you would kiss me.").label is Label.SUGGESTIVE


@pytest.mark.parametrize("text", ["is your vagina wet", "do you want my penis", "make her orgasm"])
def test_a_clinical_word_said_to_somebody_is_explicit(text):
    assert classify(text).label is Label.EXPLICIT


@pytest.mark.parametrize("text", ["How do you check your breasts for lumps?", "should you clean your penis with soap"])
def test_advice_to_anybody_is_not_said_to_somebody(text):
    assert classify(text).label is Label.SAFE


@pytest.mark.parametrize(
    "text", ["Cumming, Georgia to Atlanta by car", "is Titty Hill worth it", "Pussy is a village in Savoy"]
)
def test_a_place_is_named_after_nothing_that_is_meant(text):
    assert classify(text).label is Label.SAFE


def test_a_place_beside_a_word_takes_nothing_from_it():
    assert classify("show me your pussy in the village").label is Label.EXPLICIT
