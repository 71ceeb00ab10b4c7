"""The summary travels with the newest messages: no statement and no round trip more, and before nobody who may not know it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_redis import get_redis_connection
from redis.connection import AbstractConnection

from chat import buffer
from chat.models import Message, Summary
from chat.prompt import SUMMARY_HEADING, estimate_tokens
from chat.summaries.summing import sum_up
from chat.turns.prepare import SUMMARY_SHARE
from chat.turns.release import release_lock
from companion.llm.providers import provider
from memory.governing.choices import choose
from memory.governing.forgetting import forget_everything
from sessions_ext import age
from tests.summaries.people import BUFFER, state_of, system_of, texts_of

pytestmark = pytest.mark.django_db
EARLIER = f"{SUMMARY_HEADING}\n<earlier>\n"


@pytest.fixture
def summed_up(recorder, talk, conversation, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        talk.several("zanzibarine", count=BUFFER)
        assert sum_up(conversation_id=conversation.pk) == 1
    return texts_of(conversation)


def forget_redis():
    get_redis_connection("sessions").flushdb()


@pytest.mark.parametrize("is_warm", [True, False])
def test_it_stands_before_the_model_as_data_whether_redis_has_it_or_not(summed_up, talk, is_warm):
    if not is_warm:
        forget_redis()
    talk("and now?")
    system = system_of(talk)
    assert f"{EARLIER}{summed_up['everyday']}\n</earlier>" in system
    assert system.count("<earlier>") == 1


def test_until_there_is_one_nothing_is_said_of_it(talk):
    talk.several(count=6)
    assert SUMMARY_HEADING not in system_of(talk)


def test_it_lives_as_long_as_the_buffer(summed_up, talk, conversation):
    redis = get_redis_connection("sessions")
    key, summary_key = buffer.keys_of(conversation.pk)
    redis.expire(key, 100)
    redis.expire(summary_key, 100)
    talk("and now?")
    assert redis.ttl(key) == redis.ttl(summary_key) == 86_400


def test_it_takes_no_more_than_its_budget(summed_up, talk, conversation):
    long = " ".join(f"The person told of bee number {number}." for number in range(400))
    Summary.objects.update(texts={"everyday": long})
    forget_redis()
    talk("and now?")
    told = system_of(talk).split("<earlier>\n")[1].split("\n</earlier>")[0]
    budget = provider("scripted").context_tokens * SUMMARY_SHARE
    assert budget * 0.9 < estimate_tokens(told) <= budget
    assert told.startswith("The person told of bee number 0.")
    assert told.endswith("bee number 399.")


# --- Routes
@pytest.fixture
def adult(settings, conversation, monkeypatch):
    monkeypatch.setenv("LOCAL_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("LOCAL_LLM_MODEL", "adult-model")
    provider.cache_clear()
    settings.LLM_PROVIDER, settings.ADULT_PROVIDERS = "scripted", ["local", "scripted"]
    age.verify(user_id=conversation.user_id, method="self_declaration")
    choose(user_id=conversation.user_id, paused=False, ask_first=False, adult_recall=True)
    yield
    provider.cache_clear()


def leave_route(conversation):
    release_lock(user_id=conversation.user_id, conversation_id=conversation.pk)


@pytest.mark.parametrize("is_warm", [True, False])
def test_what_is_adult_is_told_on_its_route_alone_and_to_whom_may_know(
    recorder, adult, talk, conversation, settings, is_warm
):
    talk.several("first", "periwinkle honey", "and then")
    leave_route(conversation)
    talk.several(count=BUFFER)
    sum_up(conversation_id=conversation.pk)
    sum_up(conversation_id=conversation.pk)
    assert "honey" in texts_of(conversation)["adult"]
    settings.SHORT_TERM_MESSAGES = 4  # what is told is told by the summary
    if not is_warm:
        forget_redis()

    talk("everyday words")
    assert "first" in system_of(talk)
    assert "honey" not in system_of(talk)

    talk("periwinkle again")
    assert [ask.provider.name for ask in talk.plan.asks] == ["local", "scripted"]
    for ask in talk.plan.asks:
        assert "first" in ask.messages[0].content
        assert "honey" in ask.messages[0].content

    settings.ADULT_PROVIDERS = ["local"]
    leave_route(conversation)
    talk("everyday words")
    assert "honey" not in " ".join(message.content for ask in talk.plan.asks for message in ask.messages)


def test_a_fallback_is_told_no_more_than_it_may_know(summed_up, talk, conversation, settings):
    """Of a summary with both parts the everyday provider gets one, whoever is asked beside it."""
    Summary.objects.update(texts={"everyday": "Tea.", "adult": "Honey."})
    forget_redis()
    settings.FALLBACK_PROVIDERS = ["scripted"]
    talk("and now?")
    assert all("Tea." in ask.messages[0].content for ask in talk.plan.asks)
    assert not any("Honey." in ask.messages[0].content for ask in talk.plan.asks)


def test_in_need_it_goes_where_somebody_may_answer(summed_up, talk, conversation, settings, monkeypatch):
    monkeypatch.setenv("LOCAL_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("LOCAL_LLM_MODEL", "careful")
    provider.cache_clear()
    settings.SUPPORT_PROVIDERS = ["local"]
    talk("yarrow words")
    assert "zanzibarine" in system_of(talk)
    provider.cache_clear()


# --- What Redis may still hold
def test_what_redis_could_not_forget_goes_before_no_model(summed_up, talk, conversation):
    forget_everything(user_id=conversation.user_id)  # what follows the commit never comes here
    key = buffer.SUMMARY_KEY.format(conversation_id=conversation.pk)
    assert b"zanzibarine" in get_redis_connection("sessions").get(key)
    talk("and now?")
    assert SUMMARY_HEADING not in system_of(talk)
    assert b"zanzibarine" not in get_redis_connection("sessions").get(key)


def test_an_older_one_than_the_row_s_is_not_believed(summed_up, talk, conversation):
    buffer.replace_summary(conversation_id=conversation.pk, summary={"everyday": "Old."}, version=0)
    talk("and now?")
    assert "Old." not in system_of(talk)
    assert "zanzibarine" in system_of(talk)


def test_a_worker_puts_nothing_where_no_buffer_is(summed_up, conversation):
    forget_redis()
    buffer.replace_summary(conversation_id=conversation.pk, summary={"everyday": "New."}, version=2)
    assert not get_redis_connection("sessions").exists(buffer.SUMMARY_KEY.format(conversation_id=conversation.pk))


# --- What a turn pays for it
def cost_of(conversation, monkeypatch):
    """Statements, and round trips to Redis, of reading what was said before a turn."""
    head = Message.objects.active(conversation.pk).last()
    message = Message(
        conversation=state_of(conversation), parent=head, parent_variant=0, position=head.position + 1, role="user"
    )
    sent = []
    send = AbstractConnection.send_packed_command
    monkeypatch.setattr(
        AbstractConnection, "send_packed_command", lambda *a, **more: sent.append(1) or send(*a, **more)
    )
    with CaptureQueriesContext(connection) as queries:
        before = buffer.said_before(message)
    monkeypatch.undo()
    return before.summary, len(queries), len(sent)


def test_a_turn_reads_it_with_what_it_reads_anyway(recorder, talk, conversation, django_capture_on_commit_callbacks):
    with pytest.MonkeyPatch.context() as patch:
        talk.several(count=BUFFER)
        without = {"warm": cost_of(conversation, patch)}
        forget_redis()
        without["cold"] = cost_of(conversation, patch)
        forget_redis()
        talk("word")
        with django_capture_on_commit_callbacks(execute=True):
            assert sum_up(conversation_id=conversation.pk) == 1
        found = {"warm": cost_of(conversation, patch)}
        forget_redis()
        found["cold"] = cost_of(conversation, patch)
    assert without == {"warm": ({}, 0, 1), "cold": ({}, 2, 2)}
    told = texts_of(conversation)
    assert found == {"warm": (told, 0, 1), "cold": (told, 2, 2)}
