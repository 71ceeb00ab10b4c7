"""A day's messages and tokens of one person: counted over all instances, given back for what failed, never in the way of help."""

import asyncio
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from chat.live.openers import NO_TOKENS
from chat.models import Message
from chat.protocol import SendMessage
from chat.state import conversation_state
from chat.turns.admit import admit
from chat.turns.finish import Outcome, finish_turn
from chat.usage.counting import answer_counted, used_by_day, used_today
from companion.errors import QuotaError
from companion.redis import blocking_state
from sessions_ext.limits import quota
from sessions_ext.limits.quota import Used
from tests.factories import ConversationFactory, UserFactory, signed_in

DAY = 24 * 3600
CRISIS = "yarrow"


@pytest.fixture
def conversation(db):
    return ConversationFactory()


@pytest.fixture
def talk(conversation):
    """Say something and have it answered, as the running turn does."""
    key = signed_in(conversation.user)

    def say(said="Good evening", /, **outcome):
        frame = SendMessage(uuid.uuid4(), said, None)
        admitted = admit(
            user_id=conversation.user_id, session_key=key, conversation_id=conversation.pk, frame=frame, region=None
        )
        turn, fixed = admitted.turn, {"text": "Call somebody.", "model": "none"}
        outcome = {"finish": "stop", "text": "Hello.", "model": "simulated"} | (fixed if turn.fixed else {}) | outcome
        finish_turn(turn=turn, outcome=Outcome(**outcome))
        if turn.route != "support":
            answer_counted(user_id=conversation.user_id, outcome=Outcome(**outcome))
        return turn

    return say


def told_limits(conversation):
    return conversation_state(user_id=conversation.user_id, conversation_id=conversation.pk).event["limits"]


def is_refused(talk):
    before = Message.objects.count()
    with pytest.raises(QuotaError) as refused:
        talk()
    assert 0 < refused.value.retry_after <= DAY
    assert Message.objects.count() == before
    return True


def test_without_a_setting_nothing_is_counted(talk, conversation):
    for _ in range(3):
        talk()
    assert told_limits(conversation) == {"message_chars": 8000, "messages_left": None, "resets_at": None}
    assert not blocking_state().exists(quota.key_of(conversation.user_id))


def test_a_day_has_so_many_messages(talk, conversation, settings):
    settings.MESSAGES_PER_DAY = 3
    for left in (3, 2, 1):
        assert told_limits(conversation)["messages_left"] == left
        talk()
    assert is_refused(talk)
    told = told_limits(conversation)
    assert told["messages_left"] == 0
    assert told["resets_at"] == quota.resets_at().isoformat()
    assert quota.resets_at() - quota.day_begins() == timedelta(days=1)


def test_another_day_begins_anew(talk, settings, monkeypatch):
    settings.MESSAGES_PER_DAY = 1
    talk()
    assert is_refused(talk)
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(quota.timezone, "now", lambda: tomorrow)
    talk()


def test_a_day_has_so_many_tokens(talk, conversation, settings):
    settings.TOKENS_PER_DAY = 100
    talk(usage={"total_tokens": 60})
    talk(usage={"total_tokens": 30})
    assert told_limits(conversation)["messages_left"] is None
    talk(finish="stopped", text="x" * 40, usage=None)  # of which the provider counted nothing
    assert is_refused(talk)
    assert told_limits(conversation)["messages_left"] == 0


def test_a_reply_that_had_been_made_before_takes_no_tokens(talk, conversation, settings):
    settings.TOKENS_PER_DAY = 1
    for _ in range(2):
        talk(usage=NO_TOKENS)
    assert used_today(user_id=conversation.user_id) == Used(2, 0)
    blocking_state().delete(quota.key_of(conversation.user_id))
    assert used_today(user_id=conversation.user_id) == Used(2, 0)


def test_what_failed_is_given_back(talk, settings):
    settings.MESSAGES_PER_DAY = 1
    talk(finish="error", text="", error="overloaded")
    talk()
    assert is_refused(talk)


def test_nobody_in_a_crisis_is_stopped_by_it(talk, conversation, settings):
    settings.MESSAGES_PER_DAY = 1
    talk()
    assert talk(CRISIS).fixed
    assert talk("thank you").route == "support"  # still in support mode
    assert used_today(user_id=conversation.user_id) == Used(1, 1)


def test_emptied_it_goes_on_from_the_rows(talk, conversation, settings):
    settings.MESSAGES_PER_DAY = 3
    talk(usage={"total_tokens": 60})
    talk(finish="error", text="", error="provider_down")
    counted = used_today(user_id=conversation.user_id)
    blocking_state().delete(quota.key_of(conversation.user_id))
    assert used_today(user_id=conversation.user_id) == counted == Used(1, 60)
    talk()
    talk()
    assert is_refused(talk)


def test_while_redis_is_away_the_rows_decide(redis_may_go, talk, settings):
    settings.MESSAGES_PER_DAY = 2
    talk()
    redis_may_go.stop()
    talk()
    assert is_refused(talk)


# --- Pages ----------------------------------------------------------------------------------------------------------------
def test_everybody_sees_what_they_used(client, talk, conversation, settings):
    settings.MESSAGES_PER_DAY, settings.TOKENS_PER_DAY = 3, 1000
    client.force_login(conversation.user)
    talk(usage={"total_tokens": 60})
    page = " ".join(client.get("/settings/usage/").content.decode().split())
    assert "Today: 1 of 3 messages." in page
    assert "60 of 1,000 tokens" in page
    settings.MESSAGES_PER_DAY = 1
    assert "That was all for today." in client.get("/settings/usage/").content.decode()
    [day] = used_by_day(user_id=conversation.user_id)
    assert (day.day, day.messages, day.tokens) == (quota.day_begins().date(), 1, 60)
    client.force_login(UserFactory())
    assert "Today: 0 of 1 messages." in " ".join(client.get("/settings/usage/").content.decode().split())


def test_operators_see_what_each_person_used(client, talk, conversation):
    talk("My dog is called Biscuit", usage={"total_tokens": 61})
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    page = client.get("/admin/chat/personusage/", {"q": conversation.user.username}).content.decode()
    assert '<td class="field-tokens_today">61</td>' in page
    assert '<td class="field-messages_today">1</td>' in page
    page = client.get(f"/admin/chat/personusage/{conversation.user_id}/change/").content.decode()
    assert "61" in page
    assert "Biscuit" not in page


def test_operators_see_how_often_no_model_was_needed(client, talk):
    for usage in (NO_TOKENS, NO_TOKENS, {"total_tokens": 61}, None):
        talk(usage=usage)
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    page = client.get("/admin/chat/personusage/").content.decode()
    assert "2 of 4 replies in 30 days had been made before" in page


# --- Over all instances ---------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def frugal(site):
    budget = {"MESSAGES_PER_DAY": "7", "MESSAGE_BURST": "40"}
    with site.web(5, **budget) as one, site.web(6, **budget) as two:
        yield one, two


async def test_as_many_pass_over_both_as_the_setting_says(frugal, site):
    [person] = site.seed_people(1)
    person.url = frugal[0].url
    sockets = [
        await person.socket(await person.start_conversation(), url=frugal[number % 2].url).open()
        for number in range(12)
    ]
    asked = [(socket, await socket.say("[tokens:3] hello")) for socket in sockets]

    async def answer(socket, client_id):
        return await socket.wait_for(lambda event: event.get("client_id") == client_id)

    answers = await asyncio.gather(*(answer(*one) for one in asked))
    assert sorted(answer["type"] for answer in answers) == ["error"] * 5 + ["message.accepted"] * 7
    refused = [answer for answer in answers if answer["type"] == "error"]
    assert {answer["code"] for answer in refused} == {"quota"}
    assert all(0 < answer["retry_after"] <= DAY for answer in refused)
    for (socket, _), answer in zip(asked, answers, strict=True):
        if answer["type"] == "message.accepted":
            await socket.ended(answer["turn"])
    for socket in sockets:
        await socket.close()
    async with person.socket(sockets[0].conversation, url=frugal[1].url) as again:
        assert again.state["limits"]["messages_left"] == 0
        assert (await again.talk(CRISIS)).end["finish"] == "stop"
