"""What is deleted from a tree, and what stays reachable behind it."""

import uuid

import pytest

from chat.deletion import delete_message
from chat.models import Change, Message, Variant
from companion.errors import InvalidFrameError
from tests.chat.talk import Talk

pytestmark = pytest.mark.django_db


@pytest.fixture
def talk(conversation):
    return Talk(conversation)


def test_a_message_is_deleted_in_all_its_wordings(talk):
    first = talk.says("one", "First.")
    edited = talk.edits(first, "won", "Won.")
    other = talk.says("two", "Second.")
    delete_message(user_id=talk.conversation.user_id, message_id=edited.message_id)
    assert talk.texts == ["two", "Second."]
    assert set(Message.objects.values_list("text", flat=True)) == {"", "two"}
    for turn in (first, edited):
        with pytest.raises(InvalidFrameError):
            talk.chooses(turn.message_id)
        with pytest.raises(InvalidFrameError):
            talk.edits(turn, "changed")
    again = talk.edits(other, "too", "Better.")
    assert talk.texts == ["too", "Better."]
    talk.chooses(other.message_id)
    assert talk.texts == ["two", "Second."]
    assert talk.page[0]["wordings"] == [str(other.message_id), str(again.message_id)]


def test_what_followed_other_wordings_of_a_deleted_message_can_still_be_gone_to(talk):
    first = talk.says("one", "First.")
    below = talk.says("two", "Second.")
    edited = talk.edits(first, "won", "Won.")
    other = talk.says("too", "Third.")
    delete_message(user_id=talk.conversation.user_id, message_id=edited.message_id)
    assert talk.texts == ["too", "Third."]
    assert talk.page[0]["wordings"] == [str(below.message_id), str(other.message_id)]
    talk.chooses(below.message_id)
    assert talk.texts == ["two", "Second."]
    talk.says("three")
    assert talk.texts == ["two", "Second.", "three", "Hello."]
    talk.chooses(other.message_id)
    assert talk.texts == ["too", "Third."]
    best = talk.edits(talk.edits(other, "tooo"), "toooo")
    delete_message(user_id=talk.conversation.user_id, message_id=best.message_id)
    assert talk.texts == []
    talk.chooses(below.message_id)
    assert talk.texts == ["two", "Second.", "three", "Hello."], "it only stood in the same place"
    assert not Message.objects.filter(text__startswith="too").exists()


def test_what_followed_other_wordings_of_a_deleted_reply_can_still_be_gone_to(talk):
    first = talk.says("one", "First.")
    talk.says("nought", "Nothing.")
    reply = Message.objects.get(pk=first.reply_id)
    Variant.objects.create(message=reply, number=1, text="Other.", finish="stop", route="everyday", model="m")
    talk.chooses(reply.pk, 1)
    behind = talk.says("two", "Second.")
    assert talk.texts == ["one", "Other.", "two", "Second."]
    delete_message(user_id=talk.conversation.user_id, message_id=reply.pk)
    assert talk.texts == ["one", "two", "Second."]
    before, after = talk.page[1]["wordings"]
    assert after == str(behind.message_id)
    talk.chooses(uuid.UUID(before))
    assert talk.texts == ["one", "nought", "Nothing."]


def test_a_line_stands_on_the_branch_where_it_arose_and_goes_with_its_message(talk):
    def lines():
        return [len(message["notices"]) for message in talk.page]

    first = talk.says("one")
    second = talk.says("two")
    later = talk.edits(second, "two, later")
    Change.objects.create(message=later.message, kind=Change.Kind.MODEL, name="other")
    assert lines() == [0, 0, 1, 0]
    last = talk.edits(later, "two, last")
    assert lines() == [0, 0, 1, 0], "it was so when these words were said as well"
    talk.chooses(second.message_id)
    assert lines() == [0, 0, 0, 0], "and not yet when those were"
    talk.edits(first, "won")
    talk.says("elsewhere")
    assert lines() == [0, 0, 0, 0]
    talk.chooses(last.message_id)
    assert lines() == [0, 0, 1, 0]
    delete_message(user_id=talk.conversation.user_id, message_id=last.message_id)
    assert not Change.objects.exists()
