"""Replies that need not be made twice: to which prompts, for whom, and what is kept of them."""

import asyncio
import uuid
from dataclasses import replace
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.utils import timezone

from chat.live import openers
from chat.live.openers import NO_TOKENS, VARIANTS, keep_reply, kept_reply, said_again
from chat.protocol import RegenerateReply
from chat.turns import prepare as preparing
from chat.turns.prepare import Ask, prepare
from companion import redis
from companion.llm.breaker import Breaker
from companion.llm.chat import ChatMessage, Completion
from companion.llm.providers import Provider
from memory.governing.choices import choose, pause_conversation
from memory.recall.recalling import Recalled
from sessions_ext import age
from tests.chat.gates import EXPLICIT, MINOR, SUGGESTIVE

WORDS = "Good evening, zanzibarine"
LIFETIME = 60


# --- Which prompts are openers --------------------------------------------------------------------------------------------
def is_opener(admitted):
    asks = prepare(turn=admitted.turn, vector=None).asks
    return [ask.is_opener for ask in asks] == [True] * len(asks)


@pytest.mark.parametrize("words", ["Good evening", f"{SUGGESTIVE} evening"])
def test_first_words_are_an_opener_also_after_a_wait(db, say, words):
    admitted, _ = say(words, answer="")
    assert is_opener(admitted)
    assert is_opener(admitted)  # put together anew, as after a wait in line


def test_what_follows_is_none(db, say):
    say("Good evening")
    assert not is_opener(say("Good evening", answer="")[0])


def test_another_answer_is_none(db, say, conversation):
    say("Good evening")
    conversation.refresh_from_db()
    assert not is_opener(say("", answer="", frame=RegenerateReply(uuid.uuid4(), conversation.head_id))[0])


def test_what_is_remembered_makes_it_a_person_s_own(db, say, monkeypatch):
    known = Recalled(id=uuid.uuid4(), why="words", text="I have a dog", said_at=timezone.now())
    monkeypatch.setattr(preparing, "recall", lambda **_: [known])
    assert not is_opener(say("Good evening", answer="")[0])


def test_nothing_is_kept_off_the_record(db, say, conversation):
    pause_conversation(user_id=conversation.user_id, conversation_id=conversation.pk)
    assert not is_opener(say("Good evening", answer="")[0])


def test_nothing_is_kept_of_who_wants_nothing_remembered(db, say, conversation):
    choose(user_id=conversation.user_id, paused=True, ask_first=False, adult_recall=False)
    assert not is_opener(say("Good evening", answer="")[0])


@pytest.mark.django_db
@pytest.mark.usefixtures("adult_is_open", "verified")
def test_the_adult_route_has_none(say, conversation):
    choose(user_id=conversation.user_id, paused=False, ask_first=False, adult_recall=True)
    admitted, turn = say(EXPLICIT, answer="")
    assert turn.route == "adult"
    assert not is_opener(admitted)


def test_support_has_none(db, say, settings, monkeypatch):
    settings.SUPPORT_PROVIDERS = ["local"]
    monkeypatch.setenv("LOCAL_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("LOCAL_LLM_MODEL", "careful")
    admitted, turn = say("yarrow", answer="")
    assert (turn.route, admitted.turn.is_fixed) == ("support", False)
    assert not is_opener(admitted)


def test_where_somebody_may_be_under_18_there_is_none(db, say, conversation):
    assert not is_opener(say(f"Good evening, {MINOR}", answer="")[0])


def test_a_closed_account_has_none(db, say, conversation):
    age.close_account(user_id=conversation.user_id, told_age=None)
    assert not is_opener(say("Good evening", answer="")[0])


# --- What is kept ---------------------------------------------------------------------------------------------------------
@pytest.fixture
async def ask(settings, monkeypatch):
    """An opener of this test alone."""
    settings.REPLY_CACHE_SECONDS = LIFETIME
    monkeypatch.setattr(openers, "_breaker", Breaker(failures=1, seconds=30))
    messages = (ChatMessage("system", f"You are Ada. {uuid.uuid4()}"), ChatMessage("user", WORDS))
    provider = Provider("local", "simulated", base_url="http://127.0.0.1:9/v1", sampling={"max_tokens": 100})
    yield Ask(provider, messages, is_opener=True)
    await redis.close()


def turn(user_id, number=0):
    return SimpleNamespace(id=UUID(int=number), user_id=user_id)


async def kept():
    """Everything that the cache holds of openers."""
    keys = [key async for key in redis.cache().scan_iter("chat.opener.*")]
    return {key: await redis.cache().dump(key) for key in keys}


async def answered(ask, *texts):
    """By the model, for one person after the other."""
    for user_id, text in enumerate(texts):
        assert await kept_reply(turn(user_id), ask) == ""
        await keep_reply(turn(user_id), ask, text)


async def test_three_replies_are_kept_and_who_comes_then_hears_one_of_them(ask):
    await answered(ask, "first", "a", "b", "c")
    await keep_reply(turn(7), ask, "one that was being made meanwhile")
    heard = [await kept_reply(turn(8, number), ask) for number in range(VARIANTS)]
    assert sorted(heard) == ["a", "b", "c"]
    assert await kept_reply(turn(0), ask) in heard


async def test_they_are_gone_after_a_while_however_often_they_are_said(ask):
    before = await kept()
    await answered(ask, "first", "a", "b", "c")
    ours = (await kept()).keys() - before.keys()
    assert len(ours) == 2
    for key in ours:
        assert 0 < await redis.cache().ttl(key) <= LIFETIME
        await redis.cache().expire(key, 20)
    await kept_reply(turn(8), ask)
    await keep_reply(turn(9), ask, "d")
    assert all([await redis.cache().ttl(key) <= 20 for key in ours])


async def test_a_reply_to_what_one_person_alone_said_is_not_kept(ask):
    for _ in range(5):
        assert await kept_reply(turn(1), ask) == ""
        await keep_reply(turn(1), ask, "You wrote: zanzibarine")
    assert not any(b"zanzibarine" in key + value for key, value in (await kept()).items())


async def test_keys_hold_no_words(ask):
    await answered(ask, "first", "a", "b", "c")
    assert not any(b"zanzibarine" in key + value for key, value in (await kept()).items())


@pytest.mark.parametrize(
    "changed",
    [
        lambda ask: replace(ask, messages=(ask.messages[0], ChatMessage("user", WORDS + "!"))),
        lambda ask: replace(ask, messages=(ChatMessage("system", "You are Bea."), ask.messages[1])),
        lambda ask: replace(ask, provider=replace(ask.provider, model="another")),
        lambda ask: replace(ask, provider=replace(ask.provider, base_url="http://127.0.0.1:8/v1")),
        lambda ask: replace(ask, provider=replace(ask.provider, sampling={"max_tokens": 101})),
        lambda ask: replace(ask, is_opener=False),
    ],
    ids=["other words", "another companion", "another model", "another server", "other parameters", "no opener"],
)
async def test_another_prompt_is_answered_anew(ask, changed):
    await answered(ask, "first", "a", "b", "c")
    assert await kept_reply(turn(8), changed(ask)) == ""


async def test_what_is_no_opener_is_not_kept(ask):
    before = await kept()
    await answered(replace(ask, is_opener=False), "first", "a", "b", "c")
    assert await kept() == before


async def test_the_setting_turns_it_off(ask, settings):
    await answered(ask, "first", "a", "b", "c")
    settings.REPLY_CACHE_SECONDS = 0
    before = await kept()
    assert await kept_reply(turn(8), ask) == ""
    await keep_reply(turn(9), ask, "d")
    assert await kept() == before


async def test_a_cache_that_is_away_is_asked_once_in_a_while(ask, settings, caplog):
    await answered(ask, "first", "a", "b", "c")
    there = settings.REDIS_CACHE_URL
    settings.REDIS_CACHE_URL = "redis://127.0.0.1:1/0"
    with caplog.at_level("INFO"):
        assert await kept_reply(turn(8), ask) == ""
        await keep_reply(turn(9), ask, "zanzibarine")
    assert [record.name for record in caplog.records] == ["chat.live.openers"]
    assert "zanzibarine" not in caplog.text
    settings.REDIS_CACHE_URL = there
    assert await kept_reply(turn(8), ask) == ""
    openers._breaker = Breaker(failures=1, seconds=30)
    assert await kept_reply(turn(8), ask)


async def test_nobody_waits_long_for_a_cache_that_hangs(ask, settings, own_redis):
    settings.REDIS_CACHE_URL = own_redis.url
    with own_redis.hung():
        async with asyncio.timeout(4 * openers.ANSWER_SECONDS):
            assert await kept_reply(turn(8), ask) == ""
            await keep_reply(turn(9), ask, "d")


async def test_it_is_said_in_pieces_and_took_no_tokens():
    text = "Once there was a lighthouse keeper who wrote letters to the sea. ☕"
    *pieces, end = [piece async for piece in said_again(text)]
    assert "".join(pieces) == text
    assert len(pieces) == 3
    assert end == Completion(finish="stop", usage=NO_TOKENS)
