"""A reply is judged while it is written. Words that mean nothing stand in for what crosses, see tests/services.py."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat.safety import Context, Label, reply_check
from chat.safety.reply_check import Bounds, ReplyCheck
from chat.safety.scan import unfinished
from tests.replies.__main__ import write

EXPLICIT, SUGGESTIVE, NONCONSENSUAL, MINOR_RISK, CUE = "periwinkle", "marigold", "hemlock", "monkshood", "foxglove"
SELF_HARM, DISCLOSURE = "yarrow", "tansy"
NEVER = frozenset({Label.MINOR_RISK, Label.NONCONSENSUAL})
EVERYDAY = Bounds(NEVER | {Label.EXPLICIT}, Context(is_reply=True))
ADULT = Bounds(NEVER, Context(is_strict=True, is_reply=True))
SAFE = (
    "The lighthouse keeper wrote a letter every morning. The sea answered in foam! Who reads them now? Nobody knows… "
    "I'd begin with the harbour: its cranes, its gulls, a bench.\n\n1. Take bread.\n2. Take 3.5 apples.\n\nThat is all, "
)


def said(pieces, bounds=EVERYDAY):
    check = ReplyCheck(bounds)
    released = "".join([*map(check.feed, pieces), check.finish()])
    return released, check


def words(text):
    return re.findall(r"\w+", text.lower())


def tokens(text):
    return re.findall(r"\s*\S+|\s+$", text)


@st.composite
def cut(draw, text):
    places = sorted(draw(st.sets(st.integers(1, max(len(text) - 1, 1)), max_size=30)))
    return [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]


plain_words = st.sampled_from(
    [*words(SAFE), "sex education", "breast cancer", "🐕", "наука", "don't", "3.5", "-", "\n", "a.", "b!"]
)
safe_texts = st.lists(plain_words, max_size=120).map(" ".join)


@settings(deadline=None)
@given(st.data())
def test_a_safe_reply_is_released_whole_however_it_is_cut(data):
    text = data.draw(safe_texts)
    released, check = said(data.draw(cut(text)))
    assert (released, check.crossed) == (text, None)


def test_everyday_replies_in_any_order_are_released_whole():
    rng = random.Random(7)  # places, not secrets
    for written in (write(rng, crosses=False) for _ in range(200)):
        released, check = said(written.pieces)
        assert (released, check.crossed) == (written.text, None)


@settings(deadline=None)
@given(st.data(), st.sampled_from([EXPLICIT, NONCONSENSUAL, MINOR_RISK]))
def test_a_word_that_crosses_is_never_released_wherever_it_stands_and_however_it_is_cut(data, word):
    before, after = data.draw(safe_texts), data.draw(safe_texts)
    text = f"{before} {word} {after}"
    released, check = said(data.draw(cut(text)))
    assert check.crossed is not None
    assert text.startswith(released)
    assert len(released) <= len(before) + 1 + len("he"), "of the word at most what is a word by itself"
    assert word not in words(released)


@settings(deadline=None)
@given(st.text(max_size=600).map(lambda text: f"{text} {EXPLICIT}"), st.data())
def test_of_any_text_only_a_beginning_is_released(text, data):
    released, check = said(data.draw(cut(text)))
    assert text.startswith(released)
    assert check.crossed is not None or released == text
    assert EXPLICIT not in words(released)


@pytest.mark.parametrize(
    "pieces", [[EXPLICIT], ["peri", "winkle"], [*EXPLICIT], ["Periwinkle, ", "then more"], ["(periwinkle)"]]
)
def test_nothing_is_released_of_a_reply_that_crosses_in_its_first_word(pieces):
    assert said(pieces)[0].strip("(") == ""


def test_a_word_is_said_as_soon_as_it_can_only_be_harmless():
    check = ReplyCheck(EVERYDAY)
    assert check.feed("I'm here to") == "I'm here to"
    assert check.feed(" talk of per") == " talk of "
    assert check.feed("haps") == "perhaps"


def test_a_word_that_may_go_on_is_said_where_it_is_harmless_by_itself():
    check = ReplyCheck(EVERYDAY)
    assert check.feed("Touch") == "Touch"
    assert check.feed(" the screen. Or a") == " the screen. Or a"
    assert [check.feed(piece) for piece in (" cock", "tail, then")] == [" ", "cocktail, then"]
    assert [check.feed(piece) for piece in (" sex", "y", ".")] == [" sex", "y", "."]


def test_a_word_that_goes_on_is_looked_at_again():
    barred = Bounds(EVERYDAY.barred | {Label.SUGGESTIVE}, Context(has_minor_cue=True, is_reply=True))
    check = said(["I'd", " sex", "y."], barred)[1]
    assert check.crossed.label is Label.SUGGESTIVE


@pytest.mark.parametrize("text", ["peri", "well-peri", "PERI", "(peri", "p3ri", "one (Peri"])
def test_what_may_become_a_word_that_crosses_is_waited_for(text):
    assert unfinished(text) == len(text.split()[-1])


@pytest.mark.parametrize(
    "text", ["Once", "I", "I'm", "The", " a", "to", "Sure", "Well,", "“Yes", "日本語", "🐕", "3", "good "]
)
def test_ordinary_beginnings_are_not_waited_for(text):
    assert unfinished(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Sex education begins with respect. ",
        "Masturbation is normal at any age, and doctors say that it does no harm to your health. ",
        "A lump in the breast needs a doctor; breast cancer is often curable. ",
        "Your son is 9, so a story about a dragon would do. ",
        "I hear that you want to die. Are you safe now? ",
        "He hit you, and that was never your fault. Thank you for telling me. ",
    ],
)
def test_harmless_and_caring_words_are_released(text):
    text = SAFE + text
    assert said(tokens(text))[0] == text


def test_a_sentence_in_doubt_is_held_until_it_is_whole():
    check = ReplyCheck(EVERYDAY)
    assert check.feed("Well then. Masturbation is") == "Well then."
    assert check.feed(" normal, say doctors") == ""
    assert check.feed(" at every clinic.") == " Masturbation is normal, say doctors at every clinic."
    assert check.feed(f" And {EXPLICIT}, ") == ""
    assert check.crossed is None
    assert check.feed("one more, ") == ""
    assert check.finish() == ""
    assert check.crossed.label is Label.EXPLICIT


def test_a_sentence_without_an_end_is_not_waited_for_longer_than_200_characters():
    check = ReplyCheck(EVERYDAY)
    for _ in range(25):
        assert check.feed(f"{EXPLICIT} " if not check._held else "word word ") == ""
    assert check.crossed


def test_words_of_distress_never_end_a_reply_and_hide_nothing():
    text = f"A {SELF_HARM} and a {DISCLOSURE}. "
    assert said([text])[0] == text
    assert said([text, f"Then a {EXPLICIT}."])[1].crossed.label is Label.EXPLICIT


@pytest.mark.parametrize(
    ("word", "bounds", "label"),
    [
        (EXPLICIT, EVERYDAY, "explicit"),
        (NONCONSENSUAL, EVERYDAY, "nonconsensual"),
        (MINOR_RISK, EVERYDAY, "minor_risk"),
        (SUGGESTIVE, EVERYDAY, None),
        (
            SUGGESTIVE,
            Bounds(EVERYDAY.barred | {Label.SUGGESTIVE}, Context(has_minor_cue=True, is_reply=True)),
            "suggestive",
        ),
        (EXPLICIT, ADULT, None),
        (NONCONSENSUAL, ADULT, "nonconsensual"),
        (MINOR_RISK, ADULT, "minor_risk"),
        (f"{EXPLICIT} {CUE}", ADULT, "minor_risk"),
        (f"{SUGGESTIVE} {CUE}", ADULT, "suggestive"),
    ],
)
def test_what_crosses_depends_on_the_route(word, bounds, label):
    crossed = said(tokens(f"The word is {word} today."), bounds)[1].crossed
    assert (crossed and crossed.label) == label


def test_an_age_that_the_reply_gives_holds_for_all_that_follows():
    released, check = said(["She is 15 years old. " + SAFE * 3, "Naked."], ADULT)
    assert check.has_minor_cue
    assert check.crossed.label is Label.MINOR_RISK
    assert released.endswith(SAFE)


def test_words_that_only_the_full_judgement_understands_get_less_than_200_characters_out(monkeypatch):
    text = "word " * 300
    place = 700
    seen = []

    def judge(window, context):
        seen.append(window)
        crosses = sum(map(len, released)) + len(window) > place and len(seen) > 3
        return reply_check.Verdict(Label.EXPLICIT if crosses else Label.SAFE)

    monkeypatch.setattr(reply_check, "classify", judge)
    check, released = ReplyCheck(EVERYDAY), []
    released.extend(map(check.feed, tokens(text)))
    assert check.crossed
    assert len("".join(released)) < place + 200
    assert max(map(len, seen)) <= reply_check.WINDOW


def test_the_full_judgement_sees_every_word_at_least_once(monkeypatch):
    seen = []
    monkeypatch.setattr(reply_check, "classify", lambda text, _: seen.append(text) or reply_check.Verdict(Label.SAFE))
    text = " ".join(f"word{number}" for number in range(400))
    assert said(tokens(text))[0] == text
    assert set(words(" ".join(seen))) >= set(words(text))
    assert len(seen) <= len(text) / reply_check.STEP + 2
