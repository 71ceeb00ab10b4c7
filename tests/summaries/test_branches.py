"""On another branch a model is told of before what is seen there, whatever Redis holds; and the way back loses nothing."""

import uuid

import pytest
from django_redis import get_redis_connection

from chat.models import Message, Summary
from chat.protocol import ChooseBranch, EditMessage
from chat.summaries.summing import sum_up
from chat.turns.admit import admit
from chat.turns.choose import choose
from chat.turns.finish import Outcome, finish_turn
from chat.turns.prepare import prepare
from memory.models import Episode
from tests.factories import signed_in
from tests.summaries.people import BUFFER, state_of, system_of, texts_of

pytestmark = pytest.mark.django_db
RARE = "zanzibarine"


@pytest.fixture
def who(conversation):
    return {
        "user_id": conversation.user_id,
        "conversation_id": conversation.pk,
        "session_key": signed_in(conversation.user),
    }


@pytest.fixture
def edit(who):
    def edited(message, text):
        turn = admit(frame=EditMessage(uuid.uuid4(), message.pk, text), **who).turn
        plan = prepare(turn=turn, vector=None)
        finish_turn(turn=turn, outcome=Outcome(finish="stop", text="Go on.", model="m"))
        return turn.message, plan

    return edited


def prompt_of(plan):
    return "\n".join(message.content for message in plan.asks[0].messages)


@pytest.mark.parametrize("is_flushed", [False, True])
def test_an_edit_goes_before_the_model_with_what_stood_before_it_alone(talk, edit, is_flushed):
    talk("first word", "first answer")
    old = talk(f"{RARE} word", f"{RARE} answer")
    talk("later word", "later answer")
    if is_flushed:
        get_redis_connection("sessions").flushdb()
    _, plan = edit(old, "quite another word")
    told = prompt_of(plan)
    assert "first word" in told
    assert "first answer" in told
    assert "quite another word" in told
    for gone in (RARE, "later"):
        assert gone not in told


@pytest.mark.parametrize("is_flushed", [False, True])
def test_after_a_choice_the_chosen_branch_goes_before_the_model(talk, edit, who, is_flushed):
    talk("first word", "first answer")
    old = talk("old word", "old answer")
    edit(old, f"{RARE} word")
    choose(frame=ChooseBranch(uuid.uuid4(), old.pk, None), **who)
    if is_flushed:
        get_redis_connection("sessions").flushdb()
    talk("and on")
    told = prompt_of(talk.plan)
    for there in ("first word", "old word", "old answer"):
        assert there in told
    assert RARE not in told


def test_a_summary_of_the_old_branch_is_not_told_though_redis_holds_it_and_counts_again_on_the_way_back(
    recorder, talk, edit, who, conversation
):
    said = talk.several("first", "second", "third", "fourth", f"{RARE} honey", count=BUFFER + 4)
    assert sum_up(conversation_id=conversation.pk) == 1
    talk("on")
    assert RARE in system_of(talk), "near at hand in Redis, with the message before the one that is edited"
    _, plan = edit(said[4], "instead")
    assert RARE not in prompt_of(plan), "neither from there nor from the rows, as the branch began before its end"
    assert state_of(conversation).unsummed == 10  # all that is seen; none of it is summed up
    choose(frame=ChooseBranch(uuid.uuid4(), said[4].pk, None), **who)
    talk("back again")
    assert RARE in system_of(talk)
    assert Summary.objects.get().attempts == 0


def test_a_summary_that_ends_before_the_edit_is_told_on_both_branches(recorder, talk, edit, conversation):
    said = talk.several("first", f"{RARE} honey", "third", count=BUFFER + 4)
    sum_up(conversation_id=conversation.pk)
    assert RARE in texts_of(conversation)["everyday"]
    edit(said[-1], "instead")
    talk("and on")
    assert RARE in system_of(talk)
    assert state_of(conversation).unsummed == Message.objects.active(conversation.pk).count() - 10


def test_memory_knows_what_is_seen(talk, edit, who, conversation):
    talk("first word")
    old = talk("old word")
    later = talk("later word")
    new, _ = edit(old, "new word")

    def heard():
        return set(Episode.objects.filter(withdrawn_at=None).values_list("text", flat=True))

    assert heard() == {"first word", "new word"}
    choose(frame=ChooseBranch(uuid.uuid4(), later.pk, None), **who)
    assert heard() == {"first word", "old word", "later word"}
    choose(frame=ChooseBranch(uuid.uuid4(), new.pk, None), **who)
    assert heard() == {"first word", "new word"}
