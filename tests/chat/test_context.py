"""What a model is told follows the route, and so does another answer."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone
from django_redis import get_redis_connection

from chat.models import Message
from chat.protocol import RegenerateReply
from chat.turns import prepare as preparing
from chat.turns.prepare import prepare
from chat.turns.release import release_lock
from companion.models import User
from memory.models import Episode
from sessions_ext import age
from tests.chat.gates import EXPLICIT, SUGGESTIVE, state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("adult_is_open")]


def prompted(admitted):
    plan = prepare(turn=admitted.turn, vector=None)
    return [" ".join(message.content for message in ask.messages[1:]) for ask in plan.asks]


def test_an_everyday_provider_is_never_told_what_was_said_on_a_stricter_route(say, verified, settings, conversation):
    settings.LLM_PROVIDER, settings.ADULT_PROVIDERS = "scripted", ["local"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LOCAL_LLM_BASE_URL", "http://127.0.0.1:9/v1")
        patch.setenv("LOCAL_LLM_MODEL", "adult-model")
        say("first words")
        assert say(f"{EXPLICIT} words")[1].route == "adult"
        release_lock(user_id=conversation.user_id, conversation_id=conversation.pk)
        for name in ("yarrow words", "tansy words"):
            say(name)
        release_lock(user_id=conversation.user_id, conversation_id=conversation.pk)
        for warm in (True, False):
            if not warm:
                get_redis_connection("sessions").flushdb()
            admitted, turn = say("what did I say?")
            assert turn.route == "everyday"
            [told] = prompted(admitted)
            assert "first words" in told
            for strict in (EXPLICIT, "yarrow", "tansy"):
                assert strict not in told


def test_an_adult_provider_may_know_what_led_there(say, verified):
    say("first words")
    admitted, _ = say(f"{EXPLICIT} words", answer="")
    [told] = prompted(admitted)
    assert "first words" in told
    assert EXPLICIT in told


def test_a_refused_message_goes_before_no_model_ever(say, verified):
    say("hemlock words")
    say("monkshood words")
    admitted, _ = say("good evening", answer="")
    [told] = prompted(admitted)
    assert "hemlock" not in told
    assert "monkshood" not in told


def test_only_everyday_and_romance_are_remembered(say, verified, conversation):
    for text in ("one", f"{SUGGESTIVE} two", f"{EXPLICIT} three", "yarrow four", "hemlock five"):
        admitted, _ = say(text)
        if admitted.turn is not None and not admitted.turn.is_fixed:
            prepare(turn=admitted.turn, vector=None)
    texts = set(Episode.objects.filter(user=conversation.user).values_list("text", flat=True))
    assert texts == {"one", f"{SUGGESTIVE} two"}


def test_a_title_tells_nothing_of_a_stricter_route(say, verified, conversation):
    say(EXPLICIT)
    conversation.refresh_from_db()
    assert conversation.title == ""


@pytest.mark.parametrize(("time_zone", "hours"), [("", 0), ("Pacific/Kiritimati", 14), ("Pacific/Pago_Pago", -11)])
def test_a_day_is_the_person_s_own(say, conversation, monkeypatch, time_zone, hours):
    """Of the two isles, one is always a day ahead of the other."""
    User.objects.filter(pk=conversation.user_id).update(time_zone=time_zone)
    asked_at = []
    monkeypatch.setattr(preparing, "recall", lambda *, now, **_: asked_at.append(now) or [])
    admitted, _ = say("What did I tell you yesterday?", answer="")
    plan = prepare(turn=admitted.turn, vector=None)
    [now] = asked_at
    assert now.utcoffset() == timedelta(hours=hours)
    assert abs(timezone.now() - now) < timedelta(minutes=1)
    assert f"Today is {now:%A}, {now.day} {now:%B %Y}." in plan.asks[0].messages[0].content


# --- Another answer -----------------------------------------------------------------------------------------------------
def again(conversation):
    conversation.refresh_from_db()
    return RegenerateReply(uuid.uuid4(), conversation.head_id)


def test_another_answer_takes_the_same_way_and_counts_for_no_lock(conversation, say, verified):
    say(EXPLICIT)
    say("and then")
    _, turn = say("", frame=again(conversation))
    assert (turn.route, state(conversation)) == ("adult", ("adult", 4))


def test_another_answer_to_an_adult_message_needs_the_gates_again(conversation, say, verified):
    say(EXPLICIT)
    age.end_verification(user_id=conversation.user_id, by_id=conversation.user_id)
    admitted, turn = say("", frame=again(conversation))
    assert (turn.state, admitted.told[-1]["type"]) == ("waiting", "age.required")
    assert Message.objects.filter(conversation=conversation).count() == 2


@pytest.mark.parametrize("leaving", ["adult", "support"])
def test_another_answer_never_takes_words_to_a_milder_route(conversation, say, verified, leaving):
    """What was said on a stricter route stays unknown to the providers of everyday, also when it is answered anew."""
    say(EXPLICIT if leaving == "adult" else "yarrow")
    say("and then")
    release_lock(user_id=conversation.user_id, conversation_id=conversation.pk)
    admitted, turn = say("", frame=again(conversation))
    if leaving == "adult":
        assert (turn.finish, admitted.told[-1]["reason"]) == ("refused", "route_closed")
    else:
        assert (turn.route, admitted.turn.is_fixed) == ("support", True)
