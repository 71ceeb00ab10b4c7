import uuid

import pytest

from chat.models import Conversation, Message, Turn, Variant
from chat.protocol import Head, RegenerateReply, SendMessage
from chat.state import conversation_state, turn_of_user
from chat.turns.admit import Duplicate, admit
from chat.turns.course import Admitted, LiveTurn
from chat.turns.ends import told_by_rows
from chat.turns.finish import Outcome, finish_turn, is_still_mine, save_partial, take_over
from companion.errors import BusyError, InvalidFrameError, SignedOutError, StaleHeadError
from companion.models import end_sessions
from tests.factories import ConversationFactory, UserFactory, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def conversation():
    return ConversationFactory()


@pytest.fixture
def say(conversation):
    key = signed_in(conversation.user)

    def begin(text="Good evening", *, parent=None, client_id=None, frame=None):
        frame = frame or SendMessage(client_id or uuid.uuid4(), text, parent)
        came = admit(user_id=conversation.user_id, session_key=key, conversation_id=conversation.pk, frame=frame)
        return came.turn if isinstance(came, Admitted) else came

    return begin


def finish(turn: LiveTurn, **outcome):
    return finish_turn(turn=turn, outcome=Outcome(**({"finish": "stop", "text": "Hello."} | outcome)))


def test_a_message_is_stored_with_its_turn_and_becomes_the_head(say, conversation):
    turn = say("My dog is called Biscuit")
    conversation.refresh_from_db()
    assert conversation.head.text == "My dog is called Biscuit"
    assert conversation.title == "My dog is called Biscuit"
    row = Turn.objects.get(pk=turn.id)
    assert (row.state, row.fence, row.message_id) == ("running", 1, conversation.head_id)


def test_the_same_frame_twice_is_one_message(say):
    frame = SendMessage(uuid.uuid4(), "once", None)
    first, second = say(frame=frame), say(frame=frame)
    assert isinstance(second, Duplicate)
    assert second.turn_id == first.id
    assert Message.objects.count() == 1


def test_the_same_id_with_other_words_is_refused(say):
    turn = say("one thing")
    with pytest.raises(InvalidFrameError):
        say("another", client_id=turn.client_id)


def test_while_a_turn_runs_another_is_refused_and_nothing_stored(say):
    say()
    with pytest.raises(BusyError):
        say("too early")
    assert Message.objects.count() == 1


def test_a_parent_that_is_not_the_head_is_stale(say, conversation):
    finish(say())
    conversation.refresh_from_db()
    with pytest.raises(StaleHeadError):
        say("late", parent=Head(uuid.uuid4(), None))
    assert isinstance(say("in time", parent=Head(conversation.head_id, 0)), LiveTurn)


def test_a_stranger_finds_no_conversation(conversation):
    stranger = UserFactory()
    with pytest.raises(Conversation.DoesNotExist):
        admit(
            user_id=stranger.pk,
            session_key=signed_in(stranger),
            conversation_id=conversation.pk,
            frame=SendMessage(uuid.uuid4(), "hi", None),
        )
    with pytest.raises(Conversation.DoesNotExist):
        conversation_state(user_id=stranger.pk, conversation_id=conversation.pk)


def test_a_stranger_finds_no_turn(say, conversation):
    turn = say()
    with pytest.raises(Turn.DoesNotExist):
        turn_of_user(user_id=UserFactory().pk, conversation_id=conversation.pk, turn_id=turn.id)


def test_an_ended_session_says_nothing_more(say, conversation):
    end_sessions(user_id=conversation.user_id)
    with pytest.raises(SignedOutError):
        say()


def test_a_suspended_user_says_nothing_more(say, conversation):
    conversation.user.is_active = False
    conversation.user.save()
    with pytest.raises(SignedOutError):
        say()


def test_finishing_stores_the_reply_once(say, conversation):
    turn = say()
    assert finish(turn, text="Good evening to you.", model="m")
    assert finish(turn, text="Good evening to you.", model="m"), "asked again after a lost answer, it is still ours"
    conversation.refresh_from_db()
    assert conversation.head_id == turn.reply_id
    assert Variant.objects.get().text == "Good evening to you."
    told = told_by_rows(turn_id=turn.id)
    assert told.end["finish"] == "stop"
    assert told.end["text_length"] == len(told.text) == 20


def test_an_owner_with_an_old_fence_writes_nothing(say):
    turn = say()
    assert take_over(turn_id=turn.id, fence=1, owner="another", text="", started=None)
    assert not finish(turn, text="too late")
    assert not save_partial(turn=turn, text="too late", started=None)
    assert not Variant.objects.exists()


def test_who_has_just_ended_a_turn_does_not_think_that_it_was_taken(say):
    turn = say()
    assert finish(turn, text="Good evening to you.")
    assert is_still_mine(turn=turn)
    other = say()
    take_over(turn_id=other.id, fence=1, owner="another", text="", started=None)
    assert not is_still_mine(turn=other)


def test_only_one_instance_takes_a_turn_over(say):
    turn = say()
    assert take_over(turn_id=turn.id, fence=1, owner="second", text="", started=None)
    assert not take_over(turn_id=turn.id, fence=1, owner="third", text="", started=None)


def test_a_turn_taken_over_keeps_what_was_said(say):
    turn = say()
    take_over(turn_id=turn.id, fence=1, owner="second", text="Once upon", started={"model": "m", "memories": []})
    assert Variant.objects.get().text == "Once upon"
    assert told_by_rows(turn_id=turn.id).end["finish"] == "interrupted"


def test_the_row_is_believed_where_it_says_more_than_the_log(say):
    turn = say()
    save_partial(turn=turn, text="Once upon a time", started={"model": "m", "memories": []})
    take_over(turn_id=turn.id, fence=1, owner="second", text="Once", started={"model": "m", "memories": []})
    assert Variant.objects.get().text == "Once upon a time"


def test_a_failed_turn_is_answered_anew_under_the_same_message(say):
    failed = say("Are you there?")
    finish(failed, finish="error", error="provider_down", text="")
    again = say(frame=RegenerateReply(uuid.uuid4(), failed.message.pk))
    assert (again.message.pk, again.variant) == (failed.message.pk, 0)
    finish(again, text="I am.")
    assert Message.objects.count() == 2


def test_a_reply_regenerated_is_another_variant_of_it(say, conversation):
    first = say()
    finish(first)
    again = say(frame=RegenerateReply(uuid.uuid4(), first.reply_id))
    assert (again.reply_id, again.variant) == (first.reply_id, 1)
    finish(again, text="Hi.")
    conversation.refresh_from_db()
    assert conversation.head.active_variant == 1
    assert [variant.text for variant in Variant.objects.all()] == ["Hello.", "Hi."]


def test_only_the_newest_message_is_answered_anew(say):
    first = say()
    finish(first)
    finish(say("and then?"))
    with pytest.raises(InvalidFrameError):
        say(frame=RegenerateReply(uuid.uuid4(), first.reply_id))


def test_the_state_tells_head_and_running_turn(say, conversation):
    assert conversation_state(user_id=conversation.user_id, conversation_id=conversation.pk).event["head"] is None
    turn = say()
    state = conversation_state(user_id=conversation.user_id, conversation_id=conversation.pk)
    assert state.event["head"] == {"message": str(turn.message.pk), "variant": None}
    assert state.event["turn"] == {"turn": str(turn.id), "message": str(turn.message.pk), "text_length": 0}
    assert state.known_turns == [turn.id]


def test_a_stopped_turn_without_a_word_leaves_no_reply(say):
    turn = say()
    finish(turn, finish="stopped", text="")
    assert not Variant.objects.exists()
    end = told_by_rows(turn_id=turn.id).end
    assert (end["type"], end["finish"], end["text_length"]) == ("reply.done", "stopped", 0)
