"""The fixed words: there for every case, and without what must not stand in them."""

import re

import pytest
from django.utils.functional import Promise

from chat.routes import Reason
from chat.safety.verdict import Label
from chat.support import texts
from chat.support.card import support_card
from chat.support.texts import refusal_text, support_reply

ALL = [
    text
    for value in vars(texts).values()
    for text in (value if isinstance(value, tuple) else [value])
    if isinstance(text, Promise)
]
BANNED = [
    r"will be (fine|ok|okay|all right|better)", r"get(s)? better", r"promise", r"guarantee", r"always (here|there|open)",
    r"\bfree\b", r"anonym", r"confidential", r"secret", r"24/7", r"\bsafe\b", r"don't worry", r"calm down", r"your fault",
    r"you should have", r"why did", r"cry for help", r"attention", r"commit", r"selfish", r"not an AI", r"I'm human",
    r"I am human", r"I'm a person", r"I understand", r"I know how", r"we will call", r"I will call", r"against the rules", r"!",
    r"  ",
]  # fmt: skip


def test_there_are_texts_to_look_at():
    assert len(ALL) >= 20


@pytest.mark.parametrize("text", ALL, ids=lambda text: str(text)[:30])
def test_each_is_short_translatable_and_without_blame_or_promise(text):
    said = str(text)
    assert [words for words in BANNED if re.search(words, said, re.IGNORECASE)] == []
    assert len(said) <= 480
    assert re.search(r"[.]$", said)


@pytest.mark.parametrize("label", [Label.SELF_HARM, Label.DISCLOSURE])
@pytest.mark.parametrize("left", [None, 5])
def test_a_crisis_and_a_disclosure_are_answered_by_an_ai_that_says_so_and_points_to_people(label, left):
    said = support_reply(label=label, followups_left=left, is_in_doubt=False)
    assert "I'm an AI" in said
    assert "lines above" in said


def test_no_two_of_them_are_the_same():
    replies = [support_reply(label=label, followups_left=left, is_in_doubt=False)
               for label in ("self_harm", "disclosure") for left in (None, 5)]  # fmt: skip
    replies += [support_reply(label="safe", followups_left=left, is_in_doubt=False) for left in (5, 3, 1)]
    replies.append(support_reply(label="disclosure", followups_left=None, is_in_doubt=True))
    assert len(set(replies)) == len(replies)


@pytest.mark.parametrize("label", ["self_harm", "disclosure"])
def test_a_crisis_in_the_midst_of_support_is_not_answered_like_ordinary_talk(label):
    said = support_reply(label=label, followups_left=3, is_in_doubt=False)
    assert "emergency number comes first" in said
    assert "Back to everyday" not in said


@pytest.mark.parametrize("label", [label for label in Label if label not in {Label.SELF_HARM, Label.DISCLOSURE}])
def test_three_follow_ups_say_that_it_goes_on_where_help_is_and_how_to_leave(label):
    said = {left: support_reply(label=label, followups_left=left, is_in_doubt=False) for left in range(6)}

    assert said[5] == said[4] != said[3] == said[2] != said[1] == said[0] != said[5]
    for text in said.values():
        assert "still here" in text.lower()
        assert "help lines stand above" in text
        assert "“Back to everyday” in the band" in text


@pytest.mark.parametrize("label", Label)
@pytest.mark.parametrize("left", [None, 4])
def test_doubt_is_answered_with_care_and_not_refused(label, left):
    said = support_reply(label=label, followups_left=left, is_in_doubt=True)
    assert "lines above are a place to begin" in said
    assert "not the fault of the person" in said


@pytest.mark.parametrize("label", Label)
@pytest.mark.parametrize("reason", [reason for reason in Reason if reason != Reason.NONE])
def test_every_refusal_has_words(label, reason):
    assert refusal_text(label=label, reason=reason)


def test_refusals_differ_by_what_they_are_about():
    told = {
        refusal_text(label="minor_risk", reason=Reason.LABEL),
        refusal_text(label="nonconsensual", reason=Reason.LABEL),
        refusal_text(label="explicit", reason=Reason.LABEL),
        refusal_text(label="explicit", reason=Reason.ROUTE_CLOSED),
        refusal_text(label="suggestive", reason=Reason.ROUTE_CLOSED),
        refusal_text(label="explicit", reason=Reason.UNREADABLE),
        *(
            refusal_text(label="explicit", reason=reason)
            for reason in (Reason.ACCOUNT_CLOSED, Reason.AGE_DECLINED, Reason.AGE_EXPIRED)
        ),
    }
    assert len(told) == 9


@pytest.mark.parametrize("label", ["minor_risk", "nonconsensual"])
def test_who_was_hurt_is_told_that_saying_so_is_not_refused(label):
    assert "say so in plain words: that is not refused" in refusal_text(label=label, reason=Reason.LABEL)


@pytest.mark.parametrize("label", ["explicit", "suggestive"])
@pytest.mark.parametrize("reason", [Reason.ROUTE_CLOSED, Reason.UNREADABLE])
def test_a_closed_route_asks_for_no_age(label, reason):
    said = refusal_text(label=label, reason=reason)
    assert not re.search(r"\bage\b|birth|verif|18", said)


def test_what_was_not_refused_has_no_words():
    with pytest.raises(ValueError, match="not refused"):
        refusal_text(label="safe", reason=Reason.NONE)


@pytest.mark.parametrize("region", ["DE", "BR", None])
@pytest.mark.parametrize(("label", "is_in_doubt"), [("self_harm", False), ("disclosure", False), ("disclosure", True)])
def test_the_card_is_short(label, is_in_doubt, region):
    assert len(support_card(label=label, region=region, is_in_doubt=is_in_doubt)["text"]) <= 320
