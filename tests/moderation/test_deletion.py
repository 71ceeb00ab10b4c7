"""A deleted message is gone for its person at once; flagged, a human may still look at it, 30 days at most."""

from datetime import timedelta

import pytest
from django.utils import timezone

from chat.buffer import said_before
from chat.deletion import delete_message
from chat.history import history_page
from chat.models import Flag, Message, Turn, Variant
from chat.moderation.decide import decide
from chat.moderation.retention import erase_deleted
from chat.moderation.reveal import reveal, shown_by
from chat.protocol import SendMessage
from chat.state import turn_of_user
from chat.turns.admit import Duplicate, admit
from companion.celery import app
from companion.errors import BusyError, InvalidFrameError
from memory.episodes import add_episode
from memory.models import Episode
from tests.factories import UserFactory, signed_in
from tests.moderation.people import NONCONSENSUAL

pytestmark = pytest.mark.django_db


def seen(conversation):
    return [one["text"] for one in history_page(user_id=conversation.user_id, conversation_id=conversation.pk).messages]


def delete(conversation, message_id):
    delete_message(user_id=conversation.user_id, message_id=message_id)


def test_an_own_message_goes_with_its_answer_and_leaves_the_rest(say, conversation):
    first = say("my secret", answer="Your secret.")
    say("hello", answer="Hi.")
    delete(conversation, first.message_id)
    assert seen(conversation) == ["hello", "Hi."]
    assert not Message.objects.filter(text="my secret").exists()
    assert not Variant.objects.filter(text="Your secret.").exists()
    assert seen(conversation) == ["hello", "Hi."]
    conversation.refresh_from_db()
    assert conversation.title == ""


def test_what_was_said_after_one_that_nobody_answered_stays(say, conversation):
    unanswered = say("my secret", answer="")
    say("hello", answer="Hi.")
    delete(conversation, unanswered.message_id)
    assert seen(conversation) == ["hello", "Hi."]


def test_talking_goes_on_behind_what_is_left(say, conversation):
    say("hello", answer="Hi.")
    last = say("my secret", answer="Your secret.")
    delete(conversation, last.message_id)
    said = said_before(say("and now?", answer="Now.").message).said
    assert [one.text for one in said] == ["hello", "Hi."]
    assert seen(conversation) == ["hello", "Hi.", "and now?", "Now."]


def test_nobody_deletes_a_stranger_s(say):
    with pytest.raises(Message.DoesNotExist):
        delete_message(user_id=UserFactory().pk, message_id=say("hello").message_id)


def test_not_while_it_is_answered(say, conversation):
    turn = say("hello")
    Turn.objects.update(state="running")
    with pytest.raises(BusyError):
        delete(conversation, turn.message_id)


def test_a_deleted_turn_is_not_told_again(say, conversation):
    turn = say("hello")
    wanted = {"user_id": conversation.user_id, "conversation_id": conversation.pk, "turn_id": turn.pk}
    assert turn_of_user(**wanted) == turn
    delete(conversation, turn.reply_id)
    with pytest.raises(Turn.DoesNotExist):
        turn_of_user(**wanted)


@pytest.mark.parametrize("which", ["message_id", "reply_id"])
def test_the_frame_that_said_it_brings_nothing_back(say, conversation, which):
    turn = say("hello")
    again = {"user_id": conversation.user_id, "conversation_id": conversation.pk}
    again |= {"session_key": signed_in(conversation.user), "frame": SendMessage(turn.client_id, "hello", None)}
    assert isinstance(admit(**again), Duplicate)
    delete(conversation, getattr(turn, which))
    with pytest.raises(InvalidFrameError):
        admit(**again)


def test_it_is_remembered_no_more(say, conversation):
    turn = say("My dog is called Biscuit")
    add_episode(
        user_id=conversation.user_id, persona_id=conversation.persona_id, conversation_id=conversation.pk,
        message_id=turn.message_id, text="My dog is called Biscuit", context="", route="everyday",
        said_at=timezone.now(), vector=None,
    )  # fmt: skip
    delete(conversation, turn.message_id)
    assert not Episode.objects.exists()


def test_a_flagged_one_is_kept_for_who_decides_until_that_is_done(say, conversation, moderator):
    turn = say(NONCONSENSUAL)
    delete(conversation, turn.message_id)
    assert seen(conversation) == []
    flag = Flag.objects.get()
    found = reveal(flag_id=flag.pk, moderator_id=moderator.pk, reason="decide", words="unclear")
    [shown] = shown_by(reveal_id=found.pk, flag_id=found.flag_id, moderator_id=moderator.pk)
    assert (shown.text, shown.is_deleted) == (NONCONSENSUAL, True)
    decide(flag_ids=[flag.pk], moderator_id=moderator.pk, action="dismiss", reason="a quote")
    assert erase_deleted() == 1
    assert Message.objects.get(pk=turn.message_id).text == ""


def test_what_was_said_behind_a_deleted_one_is_still_read_behind_it(say, conversation, moderator):
    say("before", answer="Yes.")
    turn = say(NONCONSENSUAL)
    say("behind", answer="Well.")
    delete(conversation, turn.message_id)
    found = reveal(flag_id=Flag.objects.get().pk, moderator_id=moderator.pk, reason="decide", words="unclear")
    shown = shown_by(reveal_id=found.pk, flag_id=found.flag_id, moderator_id=moderator.pk)
    assert [one.text for one in shown] == ["before", "Yes.", NONCONSENSUAL, "behind", "Well."]


def test_after_30_days_it_goes_whoever_has_not_looked(say, conversation):
    turn = say(NONCONSENSUAL)
    delete(conversation, turn.message_id)
    Message.objects.update(deleted_at=timezone.now() - timedelta(days=29, hours=23))
    assert erase_deleted() == 0
    Message.objects.update(deleted_at=timezone.now() - timedelta(days=30))
    assert erase_deleted() == 1
    assert Message.objects.get(pk=turn.message_id).text == ""


def test_beat_calls_the_sweep(settings):
    entry = settings.CELERY_BEAT_SCHEDULE["deleted"]
    app.loader.import_default_modules()
    assert entry["task"] in app.tasks
    assert entry["schedule"] <= 600
