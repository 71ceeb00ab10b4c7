"""Messages go their ways through real rows and a real Redis."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone
from django_redis import get_redis_connection

from chat.history import history_page
from chat.models import Conversation
from chat.protocol import SendMessage
from chat.routes import Reason
from chat.state import conversation_state
from chat.turns import rows
from chat.turns.finish import take_over
from chat.turns.release import release_lock
from chat.turns.waiting import WAIT, decline_waiting, expired, go_on
from companion.errors import RateLimitedError
from sessions_ext import age
from tests.chat.gates import EXPLICIT, MINOR, SUGGESTIVE, state
from tests.factories import ConversationFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("adult_is_open")]


def test_an_everyday_message_touches_no_shared_state(conversation, say):
    admitted, turn = say("good evening")
    assert (turn.route, turn.label, admitted.told, admitted.is_state_changed) == ("everyday", "safe", [], False)
    assert get_redis_connection("sessions").keys(f"sessions_ext.conversation.*{conversation.pk}") == []


def test_a_verified_adult_s_lock_counts_down_and_ends(conversation, say, verified):
    told = []
    for text in [EXPLICIT, *["and then"] * 6]:
        _, turn = say(text)
        told.append((turn.route, *state(conversation)))
    assert told == [
        ("adult", "adult", 5),
        ("adult", "adult", 4),
        ("adult", "adult", 3),
        ("adult", "adult", 2),
        ("adult", "adult", 1),
        ("adult", "adult", None),
        ("everyday", "everyday", None),
    ]


class KilledError(BaseException):
    """Nothing of ours handles it, as nothing does when a process is killed."""


@pytest.fixture
def say_and_die(say, monkeypatch):
    """The process is gone when Redis was told and the rows were not."""

    def begin(frame):
        def die(**_):
            raise KilledError

        with monkeypatch.context() as patched:
            patched.setattr(rows, "store", die)
            with pytest.raises(KilledError):
                say(frame.text, frame=frame)

    return begin


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("and then", ("adult", 5), ("adult", 4)),
        (EXPLICIT, ("adult", 4), ("adult", 5)),
        (MINOR, ("adult", 5), ("everyday", None)),
    ],
)
def test_a_frame_that_comes_again_after_its_process_died_counts_once(
    conversation, say, say_and_die, verified, text, before, after
):
    for said in [EXPLICIT, "and then"][: 6 - before[1]]:
        say(said)
    assert state(conversation) == before
    frame = SendMessage(uuid.uuid4(), text, None)
    say_and_die(frame)
    say_and_die(frame)
    say(text, frame=frame)
    assert state(conversation) == after


def test_a_first_lock_of_a_frame_whose_process_died_ends_where_it_is_not_let_in_again(
    conversation, say, say_and_die, verified
):
    frame = SendMessage(uuid.uuid4(), EXPLICIT, None)
    say_and_die(frame)
    age.end_verification(user_id=conversation.user_id, by_id=conversation.user_id)
    _, turn = say(EXPLICIT, frame=frame)
    assert (turn.state, *state(conversation)) == ("waiting", "everyday", None)
    age.verify(user_id=conversation.user_id, method="self_declaration")
    assert state(conversation) == ("everyday", None)


def test_who_is_not_verified_is_asked_and_the_message_waits(conversation, say):
    admitted, turn = say(EXPLICIT)
    assert admitted.turn is None
    assert [event["type"] for event in admitted.told] == ["message.accepted", "age.required"]
    assert (turn.state, turn.message.route) == ("waiting", "refused")
    event = conversation_state(user_id=conversation.user_id, conversation_id=conversation.pk).event
    assert (event["waiting"], event["turn"], event["age_verified"]) == (str(turn.pk), None, False)


def test_a_waiting_turn_goes_on_once_the_age_is_known(conversation, say):
    _, turn = say(EXPLICIT)
    asked = {"user_id": conversation.user_id, "conversation_id": conversation.pk, "region": None}
    assert go_on(**asked) is None
    age.verify(user_id=conversation.user_id, method="self_declaration")
    admitted = go_on(**asked)
    assert (admitted.turn.id, admitted.turn.route, admitted.turn.fence) == (turn.pk, "adult", 2)
    assert go_on(**asked) is None  # another instance came too late
    turn.refresh_from_db()
    assert (turn.state, turn.message.route) == ("running", "adult")
    assert state(conversation) == ("adult", 5)


def test_who_turns_out_to_be_under_18_is_refused_instead(conversation, say):
    _, turn = say(EXPLICIT)
    age.close_account(user_id=conversation.user_id, told_age=16)
    admitted = go_on(user_id=conversation.user_id, conversation_id=conversation.pk, region=None)
    assert admitted.told[0]["reason"] == "account_closed"
    turn.refresh_from_db()
    assert (turn.state, turn.finish) == ("done", "refused")


def test_a_new_message_declines_the_one_that_waits(conversation, say):
    _, waiting = say(EXPLICIT)
    admitted, turn = say("never mind")
    assert [(event["type"], event["reason"]) for event in admitted.told] == [("reply.refused", "age_declined")]
    assert turn.route == "everyday"
    waiting.refresh_from_db()
    assert (waiting.state, waiting.finish, waiting.reason) == ("done", "declined", "age_declined")
    own = history_page(user_id=conversation.user_id, conversation_id=conversation.pk).messages
    assert [message["outcome"] for message in own if message["role"] == "user"] == ["declined", "answered"]
    assert own[0]["text"] == EXPLICIT
    assert own[0]["refusal"]["reason"] == "age_declined"


def test_a_wait_ends_after_half_an_hour(conversation, say):
    _, turn = say(EXPLICIT)
    assert expired([turn]) == []
    turn.started_at = timezone.now() - WAIT
    turn.save()
    assert expired([turn]) == [turn]
    age.verify(user_id=conversation.user_id, method="self_declaration")
    admitted = go_on(user_id=conversation.user_id, conversation_id=conversation.pk, region=None)
    assert [event["reason"] for event in admitted.told] == ["age_expired"]


def test_a_stranger_neither_declines_nor_goes_on(conversation, say):
    _, turn = say(EXPLICIT)
    stranger = UserFactory()
    asked = {"user_id": stranger.pk, "conversation_id": conversation.pk}
    for attempt in (
        lambda: decline_waiting(**asked, turn_id=turn.pk, reason=Reason.AGE_DECLINED),
        lambda: go_on(**asked, region=None),
        lambda: release_lock(**asked),
    ):
        with pytest.raises(Conversation.DoesNotExist):
            attempt()
    other = ConversationFactory(user=stranger)
    assert (
        decline_waiting(user_id=stranger.pk, conversation_id=other.pk, turn_id=turn.pk, reason=Reason.AGE_DECLINED)
        is None
    )
    turn.refresh_from_db()
    assert turn.state == "waiting"


def test_a_closed_route_refuses_without_asking(conversation, say, settings):
    settings.ADULT_PROVIDERS = []
    admitted, turn = say(EXPLICIT)
    assert [event["type"] for event in admitted.told] == ["message.accepted", "reply.refused"]
    assert admitted.told[1]["reason"] == "route_closed"
    assert (turn.state, turn.finish) == ("done", "refused")


def test_leaving_takes_effect_at_once(conversation, say, verified):
    say(EXPLICIT)
    assert release_lock(user_id=conversation.user_id, conversation_id=conversation.pk)
    assert state(conversation) == ("everyday", None)
    assert not release_lock(user_id=conversation.user_id, conversation_id=conversation.pk)


def test_a_withdrawn_verification_ends_the_lock_at_the_next_message(conversation, say, verified):
    say(EXPLICIT)
    age.end_verification(user_id=conversation.user_id, by_id=conversation.user_id)
    _, turn = say("and then")
    assert turn.route == "everyday"
    assert state(conversation) == ("everyday", None)


def test_who_withdraws_and_verifies_again_begins_anew(conversation, say, verified):
    say(EXPLICIT)
    age.end_verification(user_id=conversation.user_id, by_id=conversation.user_id)
    assert state(conversation) == ("everyday", None)
    age.verify(user_id=conversation.user_id, method="self_declaration")
    assert state(conversation) == ("everyday", None)
    assert say("and then")[1].route == "everyday"


def test_a_route_that_the_operator_closed_is_not_shown(conversation, say, verified, settings):
    say(EXPLICIT)
    settings.ADULT_PROVIDERS = []
    assert state(conversation) == ("everyday", None)


def test_a_minor_cue_ends_the_lock_and_stays_known(conversation, say, verified):
    say(EXPLICIT)
    _, turn = say(f"a {MINOR} grows there")
    assert turn.route == "everyday"
    assert state(conversation) == ("everyday", None)


def test_a_flushed_redis_means_no_lock(conversation, say, verified):
    say(EXPLICIT)
    get_redis_connection("sessions").flushdb()
    assert state(conversation) == ("everyday", None)
    _, turn = say("and then")
    assert turn.route == "everyday"


def test_while_redis_is_away_nothing_adult_is_open_and_nobody_is_asked(conversation, say, verified, redis_may_go):
    say("good evening")
    redis_may_go.stop()
    _, turn = say("and then")
    assert turn.route == "everyday"
    admitted, turn = say(EXPLICIT)
    assert admitted.told[1]["reason"] == "route_closed"
    assert "checked" in admitted.told[1]["text"]
    assert turn.reason == "unreadable"


def test_a_lock_left_while_redis_was_away_is_left_when_it_is_back(conversation, say, redis_may_go):
    age.verify(user_id=conversation.user_id, method="self_declaration")
    say(EXPLICIT)
    assert state(conversation) == ("adult", 5)
    get_redis_connection("sessions").save()
    redis_may_go.stop()
    release_lock(user_id=conversation.user_id, conversation_id=conversation.pk)
    redis_may_go.start()
    assert state(conversation) == ("everyday", None)


def test_what_was_never_committed_stays_unheard_when_the_next_route_can_not_be_kept(
    conversation, say, say_and_die, redis_may_go
):
    age.verify(user_id=conversation.user_id, method="self_declaration")
    say_and_die(SendMessage(uuid.uuid4(), EXPLICIT, None))
    get_redis_connection("sessions").save()
    redis_may_go.stop()
    _, turn = say(SUGGESTIVE)
    assert turn.route == "romance"
    redis_may_go.start()
    assert state(conversation) == ("everyday", None)
    conversation.refresh_from_db()
    assert not conversation.is_held


# --- Support ------------------------------------------------------------------------------------------------------------
def test_a_crisis_brings_help_lines_and_fixed_words(conversation, say):
    admitted, turn = say("yarrow", region="DE")
    assert (turn.route, admitted.turn.is_fixed, state(conversation)) == ("support", True, ("support", None))
    assert admitted.turn.card["resources"][0]["kind"] == "emergency"
    assert admitted.turn.fixed
    own = history_page(user_id=conversation.user_id, conversation_id=conversation.pk).messages[0]
    assert own["support"]["resources"] == admitted.turn.card["resources"]


def test_a_person_s_own_region_comes_before_the_browser_s(conversation, say):
    conversation.user.region = "US"
    conversation.user.save()
    admitted, _ = say("tansy", region="DE")
    assert {line["region"] for line in admitted.turn.card["resources"]} == {"US", "INT"}


def test_support_ends_a_lock_and_lasts_in_the_row(conversation, say, verified):
    say(EXPLICIT)
    say("yarrow")
    get_redis_connection("sessions").flushdb()
    assert state(conversation) == ("support", None)
    assert say("hello")[1].route == "support"
    assert say(EXPLICIT)[0].told[1]["reason"] == "route_closed"
    release_lock(user_id=conversation.user_id, conversation_id=conversation.pk)
    assert state(conversation) == ("everyday", None)
    assert say(SUGGESTIVE)[1].route == "everyday"
    Conversation.objects.update(closed_until=timezone.now() - timedelta(seconds=1))
    assert say(SUGGESTIVE)[1].route == "romance"


def test_nobody_in_a_crisis_is_told_to_wait(conversation, say, settings):
    settings.MESSAGE_LIMIT = (1, 0.001)
    say("good evening")
    with pytest.raises(RateLimitedError) as limited:
        say("and then")
    assert limited.value.retry_after > 1
    for _ in range(3):
        assert say("yarrow")[1].route == "support"


def test_an_age_that_closes_the_account_is_heard_whatever_the_rate(conversation, say, settings):
    settings.MESSAGE_LIMIT = (1, 0.001)
    say("good evening")
    say("I'm 15")
    assert age.is_closed(user_id=conversation.user_id)
    with pytest.raises(RateLimitedError):
        say("I'm 15")


def test_a_dead_instance_leaves_nobody_in_a_crisis_without_an_answer(conversation, say):
    _, turn = say("yarrow", answer="")
    take_over(turn_id=turn.pk, fence=1, owner="another", text="", started=None)
    turn.refresh_from_db()
    assert (turn.finish, turn.text_length > 50) == ("stop", True)


def test_a_provider_named_for_support_may_answer_but_never_in_doubt(say, settings, monkeypatch):
    settings.SUPPORT_PROVIDERS = ["local"]
    monkeypatch.setenv("LOCAL_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    assert not say("yarrow")[0].turn.is_fixed


@pytest.mark.parametrize("name", ["builtin", "scripted"])
def test_the_built_in_model_never_answers_a_crisis(say, settings, monkeypatch, name):
    settings.SUPPORT_PROVIDERS = [name]
    monkeypatch.setenv("BUILTIN_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    assert say("yarrow")[0].turn.is_fixed
