"""What each format becomes here."""

import codecs
from datetime import UTC, datetime

import pytest

from chat.carrying.moments import moment
from chat.models import Conversation, Message
from tests.carrying.making import (
    ABOUT,
    as_bytes,
    branch,
    brought_in,
    chatgpt_conversation,
    companion_said,
    lines,
    node,
    one_talk,
    only_conversation,
    own,
    own_conversation,
    person_said,
    sillytavern_said,
    wordings,
    zipped,
)

DAY = datetime(2024, 5, 3, tzinfo=UTC)


# --- SillyTavern
def test_a_chat_of_sillytavern(owner):
    chat = lines(
        ABOUT,
        sillytavern_said("Come in, it rains."),
        sillytavern_said("Good evening", is_user=True),
        sillytavern_said("b", swipes=["a", "b", "c"], swipe_id=1),
        sillytavern_said("A note of the house", is_system=True),
        sillytavern_said("Somebody knocks", extra={"type": "narrator"}),
        sillytavern_said("Tea?", is_user=True, send_date="2024-05-03T15:00:00.000Z"),
    )
    done = brought_in(owner, chat)
    assert (done.state, done.kind, done.messages, done.skipped) == ("done", "sillytavern", 4, 2)
    conversation = only_conversation(owner)
    assert branch(conversation) == ["Come in, it rains.", "Good evening", "b", "Tea?"]
    assert (conversation.persona.slug, conversation.title) == ("mira", "Good evening")
    assert conversation.created_at == DAY.replace(hour=14, minute=22, second=33)
    assert conversation.updated_at == conversation.head.created_at == DAY.replace(hour=15)
    reply = Message.objects.get(conversation=conversation, position=2)
    assert (wordings(reply), reply.active_variant) == (["a", "b", "c"], 1)
    assert conversation.head.parent_variant == 1
    assert {one.usage["total_tokens"] for one in reply.variants.all()} == {0}


@pytest.mark.parametrize("swipes", [{"swipes": ["only"], "swipe_id": 7}, {"swipes": "none", "swipe_id": "x"}, {}])
def test_swipes_that_make_no_sense_are_none(owner, swipes):
    brought_in(owner, lines(ABOUT, sillytavern_said("Hello", **swipes)))
    assert wordings(Message.objects.get()) == ["Hello"]


def test_a_companion_who_is_not_known_here_is_stood_in_for(owner):
    done = brought_in(owner, lines(ABOUT | {"character_name": "Nobody Here"}, sillytavern_said("Hello")))
    assert done.strangers == 1
    assert only_conversation(owner).persona.slug == "mira"


@pytest.mark.parametrize(
    ("written", "hour", "minute", "second"),
    [
        ("2024-5-3@14h22m33s", 14, 22, 33),
        ("2024-05-03@14h22m33s000ms", 14, 22, 33),
        ("2024-5-3 @14h 22m 33s 0ms", 14, 22, 33),
        ("May 3, 2024 2:22pm", 14, 22, 0),
        ("May 3, 2024 12:05 AM", 0, 5, 0),
        ("2024-05-03T14:22:33.000Z", 14, 22, 33),
        ("2024-05-03T16:22:33+02:00", 14, 22, 33),
        (1714746153000, 14, 22, 33),
        (1714746153.0, 14, 22, 33),
        ("1714746153000", 14, 22, 33),
    ],
)
def test_moments_in_their_many_ways(written, hour, minute, second):
    found = moment(written, otherwise=DAY, latest=datetime.now(UTC))
    assert found == DAY.replace(hour=hour, minute=minute, second=second)


@pytest.mark.parametrize(
    "strange",
    [None, "", "yesterday", True, [], {}, -5, 0, 1e400, float("nan"), 10**30, "9999-12-31", "0001-01-01", "2024-13-45",
     "May 33, 2024 2:22pm", "Maybe 3, 2024 25:99pm", "2024-5-3@99h99m99s", "²⁰²⁴-05-03@1h1m1s"],
)  # fmt: skip
def test_strange_moments_are_none(strange):
    assert moment(strange, otherwise=DAY, latest=datetime.now(UTC)) == DAY


# --- ChatGPT
TREE = chatgpt_conversation(
    node("sys", "root", "system", "You are helpful"),
    node("q1", "sys", "user", "What soup?"),
    node("a1", "q1", "assistant", "Leek.", at=1714745001, metadata={"model_slug": "some-model"}),
    node("a2", "q1", "assistant", "Barley.", at=1714745002),
    node("q2", "a1", "user", "And bread?", at=1714745003),
    node("call", "q2", "assistant", "search('bread')", at=1714745004, recipient="browser"),
    node("tool", "call", "tool", "a page", at=1714745005),
    node("a3", "tool", "assistant", "Rye.", at=1714745006),
    node("q1b", "sys", "user", "What cake?", at=1714745007),
    node("a4", "q1b", "assistant", "Plum.", at=1714745008),
    current="a3",
)


def test_a_tree_of_chatgpt_keeps_its_branches(owner):
    done = brought_in(owner, as_bytes([TREE]))
    assert (done.kind, done.messages, done.skipped) == ("chatgpt", 6, 3)
    conversation = only_conversation(owner)
    assert branch(conversation) == ["What soup?", "Leek.", "And bread?", "Rye."]
    assert conversation.title == "Soup"
    assert conversation.updated_at.microsecond == 250000
    first, edited = Message.objects.filter(conversation=conversation, position=0).order_by("created_at")
    assert (first.text, edited.text, edited.edits, edited.is_active) == ("What soup?", "What cake?", first, False)
    soup = Message.objects.get(parent=first)
    assert (wordings(soup), soup.active_variant) == (["Leek.", "Barley."], 0)
    assert soup.variants.get(number=0).model == "some-model"
    assert Message.objects.get(text="And bread?").parent_variant == 0
    assert wordings(Message.objects.get(parent=edited)) == ["Plum."]


def test_the_archive_of_chatgpt_may_have_its_conversations_in_several_files(owner):
    other = chatgpt_conversation(node("q", "root", "user", "Other"), current="q")
    archive = zipped(
        **{"conversations-000__json": as_bytes([TREE]), "conversations-001__json": as_bytes([other]),
           "user__json": b'{"email": "ana@example.org"}', "chat__html": b"<html>"}
    )  # fmt: skip
    done = brought_in(owner, archive)
    assert (done.state, len(done.landed)) == ("done", 2)


def test_pictures_are_left_out_and_what_was_spoken_is_there(owner):
    parts = [{"content_type": "image_asset_pointer"}, {"content_type": "audio_transcription", "text": "Spoken"}, "Seen"]
    content = {"content_type": "multimodal_text", "parts": parts}
    thoughts = {"content_type": "thoughts", "parts": ["hm"]}
    hidden = {"is_visually_hidden_from_conversation": True}
    tree = chatgpt_conversation(
        node("q", "root", "user", "", content=content),
        node("t", "q", "assistant", "", content=thoughts),
        node("h", "t", "user", "hidden", metadata=hidden),
        current="h",
    )
    brought_in(owner, as_bytes([tree]))
    assert branch(only_conversation(owner)) == ["Spoken\n\nSeen"]


def test_without_a_current_node_what_was_said_last_is_shown(owner):
    brought_in(owner, as_bytes([TREE | {"current_node": None}]))
    assert branch(only_conversation(owner)) == ["What cake?", "Plum."]


# --- Own, and all
def test_a_wording_that_was_followed_stays_followed(owner):
    talk = own_conversation(
        person_said(1, None, "Tea?"),
        companion_said(2, 1, "Green.", "Black.", chosen=0),
        person_said(3, 2, "Black it is", parent_variant=1),
        person_said(4, 2, "Green it is", parent_variant=0),
        person_said(5, 2, "Black after all", parent_variant=1, edits=3),
    )
    brought_in(owner, own(talk | {"head": 4}))
    assert branch(only_conversation(owner)) == ["Tea?", "Green.", "Green it is"]
    followed = Message.objects.filter(position=2).values_list("text", "parent_variant", "edits__text")
    assert set(followed) == {
        ("Black it is", 1, None), ("Green it is", 0, None), ("Black after all", 1, "Black it is")
    }  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_can_be_told(owner, encoding):
    text = one_talk("Grüße aus 東京 🍵", "Hallo!").decode()
    done = brought_in(owner, text.encode(encoding))
    assert done.state == "done"
    assert branch(only_conversation(owner)) == ["Grüße aus 東京 🍵", "Hallo!"]


def test_utf_16_the_other_way_round(owner):
    assert brought_in(owner, codecs.BOM_UTF16_BE + one_talk("Hi", "Ho").decode().encode("utf-16-be")).state == "done"


def test_what_cannot_be_stored_is_replaced(owner):
    escaped = {b"NUL": rb"\u0000", b"HIGH": rb"\ud800", b"LOW": rb"\udfff"}
    data = one_talk("aNULbHIGHc", "xLOWy")
    for word, escape in escaped.items():
        data = data.replace(word, escape)
    brought_in(owner, data)
    assert branch(only_conversation(owner)) == ["a�b�c", "x�y"]


def test_a_file_that_says_everything_in_other_types_is_read_for_what_it_is(owner):
    strange = person_said("1", None, "Hi") | {"position": "first", "route": ["adult"], "at": {}, "edits": 99}
    talk = own_conversation(strange, title=["x"] * 3, persona=7, created_at="now")
    assert brought_in(owner, own(talk)).state == "done"
    assert branch(only_conversation(owner)) == ["Hi"]


def test_several_chats_in_an_archive(owner):
    chats = {f"{name}__jsonl": lines(ABOUT, sillytavern_said(name, is_user=True)) for name in ("one", "two")}
    brought_in(owner, zipped(**chats))
    assert set(Conversation.objects.values_list("title", flat=True)) == {"one", "two"}


def test_nothing_becomes_a_memory(owner):
    from memory.models import Episode, Memory

    brought_in(owner, one_talk("My dog is called Biscuit", "Biscuit!"))
    assert not Episode.objects.exists()
    assert not Memory.objects.exists()
