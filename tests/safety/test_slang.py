import pytest

from chat.safety import Label, classify
from chat.safety.slang import spelt_out
from chat.safety.wording import sentences


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("i do not wanna", "i dont want to"),
        ("I really can not, tbh", "i cant"),
        ("u will not tell ur bf", "you wont tell your boyfriend"),
        ("Nothing short here", "nothing short here"),
    ],
)
def test_short_words_are_spelt_out(text, plain):
    (sentence,) = map(spelt_out, sentences(text.lower()))

    assert sentence.text == plain
    assert sentence.words == frozenset(plain.split())


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("im suicidle", Label.SELF_HARM),
        ("i do not wanna live anymor", Label.SELF_HARM),
        ("my bf beated me", Label.DISCLOSURE),
    ],
)
def test_what_is_typed_in_haste_is_understood(text, label):
    assert classify(text).label is label
