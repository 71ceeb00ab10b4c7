"""No word of what was brought in goes before a model that it would not have gone before had it been said here."""

import json
import uuid
from datetime import UTC, datetime, timedelta

import pytest

from chat.buffer import said_before
from chat.carrying import importing, judging
from chat.carrying.judging import stricter
from chat.models import Conversation, Flag, Message, Variant
from chat.providers import may_read
from chat.routes import Route
from sessions_ext import age
from tests.carrying.making import (
    branch,
    brought_in,
    companion_said,
    one_talk,
    only_conversation,
    own,
    own_conversation,
    person_said,
    taken_along,
)

EXPLICIT, SUGGESTIVE, NONCONSENSUAL, MINOR_RISK, CUE = "periwinkle", "marigold", "hemlock", "monkshood", "foxglove"
SELF_HARM, DISCLOSURE = "yarrow", "tansy"


def routes():
    said = Message.objects.with_wording().order_by("position")
    return [one.said_route for one in said]


@pytest.mark.parametrize(
    ("word", "own_route", "reply_route"),
    [
        ("plain", "everyday", "everyday"), (SUGGESTIVE, "romance", "romance"), (EXPLICIT, "adult", "adult"),
        (SELF_HARM, "support", "support"), (DISCLOSURE, "support", "support"), (NONCONSENSUAL, "refused", "refused"),
    ],
)  # fmt: skip
def test_each_label_goes_its_way_on_both_sides(owner, word, own_route, reply_route):
    brought_in(owner, one_talk(f"{word} words", f"{word} words"))
    assert routes() == [own_route, reply_route]


def test_a_plain_reply_to_strict_words_goes_with_them_and_a_strict_one_alone(owner):
    brought_in(owner, one_talk(f"{EXPLICIT} words", "Yes.", "Tea?", f"{EXPLICIT} words"))
    assert routes() == ["adult", "adult", "everyday", "adult"]


def test_what_the_everyday_provider_is_told_of_it(owner):
    talk = one_talk("Plain words", "Good.", f"{EXPLICIT} words", "Yes.", f"{SELF_HARM} words", "Here.", "Rain", "Wet.")
    brought_in(owner, talk)
    conversation = only_conversation(owner)
    new = Message(
        conversation=conversation, role="user", parent=conversation.head, parent_variant=0,
        position=conversation.head.position + 1, text="And now?",
    )  # fmt: skip
    told = [one.text for one in said_before(new).said if may_read("scripted", one.route)]
    assert told == ["Plain words", "Good.", "Rain", "Wet."]


# --- A file that says where things went
@pytest.mark.parametrize("forged", ["everyday", "romance", "nothing", 7, None])
def test_a_forged_route_is_never_milder(owner, forged):
    said = person_said(1, None, f"{EXPLICIT} words", route=forged)
    reply = companion_said(2, 1, f"{EXPLICIT} words")
    reply["variants"][0]["route"] = forged
    brought_in(owner, own(own_conversation(said, reply)))
    assert routes() == ["adult", "adult"]


@pytest.mark.parametrize(
    ("said", "judged", "route"),
    [
        ("", "romance", "romance"), ("everyday", "romance", "everyday"), ("romance", "everyday", "romance"),
        ("adult", "everyday", "adult"), ("support", "romance", "support"), ("refused", "everyday", "refused"),
        ("everyday", "support", "support"), ("romance", "adult", "adult"), ("adult", "adult", "adult"),
        ("adult", "support", "refused"), ("support", "adult", "refused"), ("refused", "adult", "refused"),
    ],
)  # fmt: skip
def test_of_two_routes_the_stricter_counts(said, judged, route):
    assert stricter(said, Route(judged)) == route


# --- Minors
def test_what_is_sexual_and_about_minors_is_left_out_and_said(owner, client):
    talk = one_talk("Good evening", "Good evening.", f"{MINOR_RISK} words", f"{MINOR_RISK} reply", "And tea?", "Yes.")
    done = brought_in(owner, talk)
    assert done.left_out == 2
    assert branch(only_conversation(owner)) == ["Good evening", "Good evening.", "And tea?", "Yes."]
    assert not Message.objects.filter(text__contains=MINOR_RISK).exists()
    assert not Variant.objects.filter(text__contains=MINOR_RISK).exists()
    client.force_login(owner)
    page = client.get(f"/settings/conversations/imports/{done.pk}/").content.decode()
    assert "2 messages were left out" in page
    assert MINOR_RISK not in page


def test_of_several_wordings_only_those_are_left_out(owner):
    reply = companion_said(2, 1, f"{MINOR_RISK} a", "b", f"{CUE} {SUGGESTIVE} c", "d", chosen=2)
    follows = [person_said(3, 2, "after b", parent_variant=1), person_said(4, 2, "after a", parent_variant=0)]
    done = brought_in(owner, own(own_conversation(person_said(1, None, "Hi"), reply, *follows)))
    assert done.left_out == 2
    assert list(Variant.objects.values_list("number", "text")) == [(0, "b"), (1, "d")]
    assert Message.objects.get(role="assistant").active_variant == 1
    assert dict(Message.objects.filter(position=2).values_list("text", "parent_variant")) == {
        "after b": 0,
        "after a": 1,
    }


def test_an_age_that_is_told_later_holds_for_what_was_said_before_it(owner):
    talk = one_talk(
        f"{EXPLICIT} words", f"{EXPLICIT} reply", "She is 15 years old", "I see.", f"{EXPLICIT} more", "No."
    )
    done = brought_in(owner, talk)
    conversation = only_conversation(owner)
    assert done.left_out == 3
    assert conversation.has_minor_cue
    assert branch(conversation) == ["She is 15 years old", "I see.", "No."]


def test_somebody_under_18_brings_nothing_for_adults_in(owner):
    age.close_account(user_id=owner.pk, told_age=16)
    done = brought_in(owner, one_talk(f"{EXPLICIT} words", "Yes.", "Tea?", "Gladly."))
    assert done.left_out == 1
    assert branch(only_conversation(owner)) == ["Yes.", "Tea?", "Gladly."]


def test_who_says_so_further_down_in_the_file_brings_nothing_for_adults_in_either(owner):
    at = datetime.now(UTC).isoformat()
    talk = own_conversation(
        person_said(1, None, "Hi"), companion_said(2, 1, f"{EXPLICIT} a", "b", chosen=0), person_said(3, 2, f"{EXPLICIT} c"),
        companion_said(4, 3, "Tea?"),
    )  # fmt: skip
    young = own_conversation(person_said(1, None, "I am 15 years old", at=at))
    done = brought_in(owner, own(talk, young))
    assert age.is_closed(user_id=owner.pk)
    assert (done.left_out, done.messages) == (2, 4)
    assert not Message.objects.filter(text__contains=EXPLICIT).exists()
    assert not Variant.objects.filter(text__contains=EXPLICIT).exists()
    first = Conversation.objects.get(messages__text="Hi")
    assert branch(first) == ["Hi", "b", "Tea?"]


def test_whose_account_closes_while_a_file_is_read_brings_nothing_for_adults_in(owner, monkeypatch):
    land = importing.land

    def close_and_land(**named):
        age.close_account(user_id=owner.pk, told_age=16)
        land(**named)

    monkeypatch.setattr(importing, "land", close_and_land)
    done = brought_in(owner, one_talk(f"{SUGGESTIVE} words", f"{EXPLICIT} words", title=f"{SUGGESTIVE} night"))
    assert done.left_out == 1
    conversation = only_conversation(owner)
    assert (branch(conversation), conversation.title) == ([f"{SUGGESTIVE} words"], "")


@pytest.mark.parametrize(
    ("words", "years_ago", "closes"),
    [("I am 15 years old", 0, True), ("I am 15 years old", 2, True), ("I am 15 years old", 4, False)],
)
def test_who_said_to_be_under_18_and_still_is(owner, words, years_ago, closes):
    at = (datetime.now(UTC) - timedelta(days=366 * years_ago + 1)).isoformat()
    done = brought_in(owner, own(own_conversation(person_said(1, None, words, at=at))))
    assert done.state == "done"
    assert age.is_closed(user_id=owner.pk) is closes
    assert list(Flag.objects.values_list("label", "message__text")) == ([("says_minor", words)] if closes else [])
    brought_in(owner, one_talk("Hi"))
    assert Flag.objects.count() == int(closes)


# --- As strict as said here
def test_long_words_are_judged_to_their_end(owner, settings):
    text = "plain words. " * 2000
    assert len(text) > 3 * settings.MESSAGE_MAX_CHARS
    brought_in(owner, one_talk(f"{text}{EXPLICIT}", f"{text}{EXPLICIT}"))
    assert routes() == ["adult", "adult"]


def test_words_of_care_hide_nothing_in_a_reply(owner):
    brought_in(owner, one_talk("Hi", f"A {SELF_HARM} sentence. A {EXPLICIT} one. Another."))
    assert routes() == ["everyday", "adult"]


def test_own_words_are_embedded_and_asked_about_as_on_the_way_of_a_turn(owner, monkeypatch):
    from chat.safety.opinion import Opinion

    class Judge:
        async def opinion_on(self, text):
            return Opinion(text, {"explicit": 0.9} if "secretly" in text else {})

    embedded = []
    monkeypatch.setattr(judging, "remote_judge", Judge)
    monkeypatch.setattr(judging, "hears_everything", lambda: True)
    monkeypatch.setattr(judging, "embed_all_now", lambda texts: embedded.extend(texts) or [None] * len(texts))
    brought_in(owner, one_talk("secretly grave", "Well.", "harmless", "secretly grave"))
    assert routes() == ["adult", "adult", "everyday", "everyday"]
    assert embedded == ["secretly grave", "harmless"]


@pytest.mark.parametrize(("title", "kept"), [("Rain", "Rain"), (f"{EXPLICIT} night", ""), (f"{SELF_HARM} night", "")])
def test_a_title_that_is_not_fit_for_a_list_is_left_out(owner, title, kept):
    brought_in(owner, one_talk("Hi", title=title))
    assert only_conversation(owner).title == kept


def test_replies_of_elsewhere_count_for_nobody_s_day(owner, settings):
    from chat.usage.counting import made_before, used_today

    settings.TOKENS_PER_DAY = 1000
    now = datetime.now(UTC).isoformat()
    reply = companion_said(2, 1, "x" * 5000, at=now)
    reply["variants"][0]["at"] = now
    brought_in(owner, own(own_conversation(person_said(1, None, "Hi", at=now), reply)))
    assert Variant.objects.filter(created_at__gte=datetime.now(UTC) - timedelta(minutes=5)).exists()
    assert used_today(user_id=owner.pk).tokens == 0
    assert made_before(datetime.now(UTC) - timedelta(days=1)) == (0, 0)


def test_what_was_judged_once_is_judged_the_same_again(owner, stranger):
    talk = [f"{word} words" for word in ("plain", SUGGESTIVE, SELF_HARM, EXPLICIT, NONCONSENSUAL) for _ in "ab"]
    brought_in(owner, one_talk(*talk))
    document = taken_along(owner)
    brought_in(stranger, document.encode())
    assert taken_along(stranger) == document
    assert json.loads(document)["conversations"][0]["title"] == Conversation.objects.first().title
    assert uuid.UUID(str(Conversation.objects.first().pk))
