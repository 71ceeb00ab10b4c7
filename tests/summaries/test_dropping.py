"""A summary that tells of what was deleted, forgotten or said otherwise is gone with it, and made anew without it."""

import random
import uuid

import pytest
from django_redis import get_redis_connection

from chat import buffer
from chat.deletion import delete_message
from chat.leaving import leave
from chat.models import Conversation, Message, Summary, Variant
from chat.protocol import RegenerateReply
from chat.summaries.summing import sum_up
from chat.turns.admit import admit
from chat.turns.finish import Outcome, finish_turn
from memory.governing.choices import choose
from memory.governing.forgetting import forget_episode, forget_everything, forget_memory, forget_persona
from memory.models import Memory, Source
from sessions_ext import age
from tests.factories import UserFactory, signed_in
from tests.summaries.people import BUFFER, KEPT, episode_of, state_of, talker, texts_of
from tests.tables import rows_with

pytestmark = pytest.mark.django_db
RARE = "zanzibarine"


@pytest.fixture
def said(recorder, talk, conversation):
    """The messages of a conversation whose summary tells of a rare word, the second of them."""
    said = talk.several("first", f"{RARE} honey", "third", count=BUFFER + 4)
    assert sum_up(conversation_id=conversation.pk) == 1
    assert RARE in texts_of(conversation)["everyday"]
    return said


def memory_of(message, user):
    episode = episode_of(message)
    fields = {"user": user, "persona_id": episode.persona_id, "kind": Memory.Kind.OTHER, "valid_from": episode.said_at}
    memory = Memory.objects.create(text="You love it.", **fields)
    Source.objects.create(memory=memory, episode=episode, quote=episode.text)
    return memory


FORGETTING = {
    "the episode": lambda user, message, _: forget_episode(user_id=user.pk, episode_id=episode_of(message).pk),
    "a memory of it": lambda user, message, _: forget_memory(user_id=user.pk, memory_id=memory_of(message, user).pk),
    "the companion's": lambda user, _, persona: forget_persona(user_id=user.pk, persona_id=persona),
    "everything": lambda user, *_: forget_everything(user_id=user.pk),
}


@pytest.mark.parametrize("what", FORGETTING)
def test_what_is_forgotten_is_summed_up_no_more(said, conversation, what, django_capture_on_commit_callbacks):
    key = buffer.SUMMARY_KEY.format(conversation_id=conversation.pk)
    assert get_redis_connection("sessions").exists(key)
    with django_capture_on_commit_callbacks(execute=True):
        FORGETTING[what](conversation.user, said[1], conversation.persona_id)
        assert not Summary.objects.exists(), "in the same transaction"
    assert not get_redis_connection("sessions").exists(key)
    assert state_of(conversation).unsummed == BUFFER + 4
    assert list(Conversation.objects.to_sum_up()) == [conversation]
    assert sum_up(conversation_id=conversation.pk) == 1
    told = texts_of(conversation).get("everyday", "")
    assert RARE not in told
    assert ("third" in told) == (what in {"the episode", "a memory of it"})
    assert "chat_summary" not in rows_with(RARE)


def test_nobody_else_s_goes(said, conversation):
    stranger = UserFactory()
    forget_everything(user_id=stranger.pk)
    for forget in (
        lambda: forget_episode(user_id=stranger.pk, episode_id=episode_of(said[1]).pk),
        lambda: forget_memory(user_id=stranger.pk, memory_id=memory_of(said[1], conversation.user).pk),
        lambda: delete_message(user_id=stranger.pk, message_id=said[1].pk),
    ):
        with pytest.raises(Exception, match="does not exist"):
            forget()
    choose(user_id=stranger.pk, paused=True, ask_first=True, adult_recall=False)
    forget_persona(user_id=stranger.pk, persona_id=conversation.persona_id)
    assert RARE in texts_of(conversation)["everyday"]


def test_nor_that_of_the_same_person_s_other_conversations(said, conversation, recorder):
    other = Conversation.objects.create(user=conversation.user, persona=conversation.persona)
    talker(other).several("quincewort", count=BUFFER)
    sum_up(conversation_id=other.pk)
    forget_episode(user_id=conversation.user_id, episode_id=episode_of(said[1]).pk)
    assert list(Summary.objects.values_list("pk", flat=True)) == [other.pk]


def test_a_deleted_message_takes_the_summary_that_tells_of_it(said, conversation):
    delete_message(user_id=conversation.user_id, message_id=said[1].pk)
    assert not Summary.objects.exists()
    assert state_of(conversation).unsummed == BUFFER + 2
    sum_up(conversation_id=conversation.pk)
    assert rows_with(RARE) == []
    assert "third" in texts_of(conversation)["everyday"]


def test_a_deleted_answer_does_so_too(said, conversation):
    reply = Message.objects.get(parent=said[1])
    Variant.objects.filter(message=reply).update(text="vellumoor")
    Summary.objects.update(texts={"everyday": "vellumoor"})
    delete_message(user_id=conversation.user_id, message_id=reply.pk)
    sum_up(conversation_id=conversation.pk)
    assert rows_with("vellumoor") == []


def test_a_newer_one_leaves_it(said, conversation):
    delete_message(user_id=conversation.user_id, message_id=said[-1].pk)
    assert RARE in texts_of(conversation)["everyday"]


def test_a_conversation_that_is_deleted_back_to_it_does_not(said, conversation):
    """Its newest answer could be given anew, and it would tell of the old one."""
    for message in reversed(said[KEPT // 2 :]):
        assert Summary.objects.exists()
        delete_message(user_id=conversation.user_id, message_id=message.pk)
    assert not Summary.objects.exists()


def test_another_answer_to_the_newest_message_leaves_it(said, conversation):
    head = state_of(conversation).head
    frame = RegenerateReply(uuid.uuid4(), head.pk)
    asked = {"user_id": conversation.user_id, "session_key": signed_in(conversation.user)}
    admitted = admit(conversation_id=conversation.pk, frame=frame, region=None, **asked)
    finish_turn(turn=admitted.turn, outcome=Outcome(finish="stop", text="Other.", model="m"))
    assert RARE in Summary.objects.texts_of(state_of(conversation))["everyday"]


def other_branch(conversation, position):
    """What an edit at this position makes: the branch from there on is another."""
    later = Message.objects.active(conversation.pk).filter(position__gte=position)
    parent = Message.objects.active(conversation.pk).get(position=position - 1)
    later.update(is_active=False)
    Message.objects.create(conversation=conversation, role="user", parent=parent, position=position, text="instead")


@pytest.mark.parametrize(("position", "stays"), [(2, False), (KEPT - 2, False), (KEPT, True)])
def test_on_another_branch_it_counts_only_if_the_branch_began_after_it(said, conversation, position, stays):
    other_branch(conversation, position)
    assert bool(Summary.objects.texts_of(state_of(conversation))) == stays


def test_on_another_branch_it_is_made_anew(said, talk, conversation):
    other_branch(conversation, 2)
    conversation.head = Message.objects.get(text="instead")
    conversation.save(update_fields=["head"])
    talk.several("quincewort", count=BUFFER)
    sum_up(conversation_id=conversation.pk)
    told = texts_of(conversation)["everyday"]
    assert told.startswith("first Go on. quincewort")
    assert RARE not in told


def test_another_wording_of_its_last_message_is_another_branch(said, conversation):
    Message.objects.filter(pk=Summary.objects.get().through_id).update(active_variant=1)
    assert Summary.objects.texts_of(state_of(conversation)) == {}


def test_who_wants_the_adult_route_forgotten_loses_that_part_alone(recorder, talk, conversation, settings):
    settings.ADULT_PROVIDERS = ["scripted"]
    user = conversation.user
    age.verify(user_id=user.pk, method="self_declaration")
    choose(user_id=user.pk, paused=False, ask_first=False, adult_recall=True)
    talk.several("first", "periwinkle one", count=BUFFER)
    sum_up(conversation_id=conversation.pk)
    version = state_of(conversation).summary_version
    choose(user_id=user.pk, paused=True, ask_first=False, adult_recall=True)
    assert set(texts_of(conversation)) == {"everyday", "adult"}
    choose(user_id=user.pk, paused=False, ask_first=False, adult_recall=False)
    assert texts_of(conversation) == {"everyday": "first Go on."}
    assert (state_of(conversation).summary_version, state_of(conversation).unsummed) == (version + 1, KEPT)


@pytest.mark.parametrize("is_flagged", [True, False])
def test_of_who_leaves_nothing_stays(said, conversation, is_flagged, django_capture_on_commit_callbacks, talk):
    if is_flagged:
        talk("hemlock")  # a human has to look at it
    with django_capture_on_commit_callbacks(execute=True):
        leave(user_id=conversation.user_id)
    assert rows_with(RARE) == []
    keys = [key for key in get_redis_connection("sessions").scan_iter() if str(conversation.pk).encode() in key]
    assert keys == []
    assert sum_up(conversation_id=conversation.pk) == 0  # a hint that was still on its way
    assert not Summary.objects.exists()


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_said_deleted_and_forgotten_it_tells_what_is_left_and_nothing_else(
    recorder, talk, conversation, seed
):
    """A walk: at each rest the summary and the newest messages together are all that is left, in order, without a gap."""
    walk = random.Random(seed)
    left, user = [], conversation.user_id
    for number in range(60):
        step = walk.choice(["say"] * 7 + ["sum up", "delete", "forget"])
        if step == "say":
            left.append((talk(f"word{number:03}", answer=""), True))
        elif step == "sum up":
            sum_up(conversation_id=conversation.pk)
        elif left:
            index = walk.randrange(len(left))
            message, is_remembered = left[index]
            if step == "delete":
                delete_message(user_id=user, message_id=message.pk)
                left.pop(index)
            elif is_remembered:
                forget_episode(user_id=user, episode_id=episode_of(message).pk)
                left[index] = (message, False)
        told = Summary.objects.texts_of(state_of(conversation)).get("everyday", "").split()
        remembered = [message.text for message, is_remembered in left if is_remembered]
        assert told == remembered[: len(told)]
        if step == "sum up":
            assert len(left) - len(told) - sum(not kept for _, kept in left) <= BUFFER
            assert state_of(conversation).unsummed < BUFFER
