"""What people hear whose first words others said before them, from a real web process; and what it takes."""

import asyncio
import random
import uuid

import pytest
import redis

from chat.live.openers import NO_TOKENS, PIECE, VARIANTS

WORD = "periwinkle"  # stands for something that no everyday reply may be


@pytest.fixture(scope="module")
def web(site):
    """Of its model it may use one slot."""
    with site.web(6, REPLY_CACHE_SECONDS="60", LOCAL_LLM_SLOTS="1") as process:
        yield process


@pytest.fixture(scope="module")
def people(site):
    """Everybody comes once."""
    return iter(site.seed_people(40))


@pytest.fixture
def words():
    """Of this test alone, as is the answer. No number may be taken for an age."""
    name = "".join(random.choices("abcdefgh", k=16))
    return f"Good evening [say:There you are, {name}. Sit down and tell me about your day, we have all evening for it.]"


@pytest.fixture
def come(people, web):
    """Somebody new, and their socket."""

    async def socket():
        person = next(people)
        person.url = web.url
        return person.socket(await person.start_conversation())

    return socket


@pytest.fixture
def begin(come):
    """Somebody new says this first; the reply as they heard it."""

    async def say(words):
        async with await come() as socket:
            reply = await socket.talk(words)
            reply.types = [event["type"] for event in socket.events if event.get("turn") == reply.turn]
            return reply

    return say


@pytest.fixture
async def made(begin, words):
    """As many replies as the model has to make: to who was first, and the three that are kept."""
    return [await begin(words) for _ in range(1 + VARIANTS)]


async def test_the_model_is_asked_no_more_and_nobody_notices(begin, words, made, upstream, site):
    assert len(upstream.requests(words)) == len(made)
    assert all(reply.end["usage"]["total_tokens"] > 0 for reply in made)
    again = [await begin(words) for _ in range(3)]
    assert len(upstream.requests(words)) == len(made)
    for reply in again:
        assert (reply.text, reply.end["finish"]) == (made[0].text, "stop")
        assert (reply.started["model"], reply.started["memories"]) == ("simulated", [])
        assert reply.end["usage"] == NO_TOKENS
        assert reply.types[:2] == ["message.accepted", "reply.started"]
        assert reply.deltas >= len(reply.text) / PIECE / 2  # it streams
        stored = "SELECT text, finish, model, usage FROM chat_variant WHERE message_id = %s"
        assert site.rows(stored, reply.started["message"]) == [(reply.text, "stop", "simulated", NO_TOKENS)]


async def test_it_holds_no_slot(begin, come, words, made):
    async with await come() as talking:
        turn = (await talking.accepted(await talking.say("a long story [tokens:2000]")))["turn"]
        await talking.wait_for(lambda event: event["type"] == "reply.delta")
        reply = await begin(words)
        assert talking.replies[turn].end is None
        await talking.send(type="reply.stop", turn=turn)
        await talking.ended(turn)
    assert (reply.text, reply.end["finish"]) == (made[0].text, "stop")
    assert "turn.queued" not in reply.types


async def test_who_stood_in_line_looks_again(begin, words, upstream):
    replies = await asyncio.gather(*(begin(words) for _ in range(12)))
    assert len({reply.text for reply in replies}) == 1
    assert any("turn.queued" in reply.types for reply in replies)
    # The next in line may be quicker than what is kept after a reply's end.
    assert len(upstream.requests(words)) <= 2 * VARIANTS


async def test_it_is_checked_like_any_other(begin, words, made, upstream, site):
    with redis.Redis.from_url(site.environment["REDIS_URL"]) as cache:
        keys = cache.scan_iter("chat.opener.replies.*")
        [key] = [key for key in keys if cache.lindex(key, 0).decode() == made[0].text]
        for number in range(VARIANTS):
            cache.lset(key, number, f"Once upon a time. And {WORD} then")
    reply = await begin(words)
    assert (reply.text, reply.end["finish"]) == ("Once upon a time. And ", "filtered")
    assert len(upstream.requests(words)) == len(made)


async def test_who_wants_another_answer_gets_another_and_so_does_what_follows(come, words, made, upstream):
    async with await come() as socket:
        first = await socket.talk(words)
        assert len(upstream.requests(words)) == len(made)
        again = {"client_id": str(uuid.uuid4()), "message": first.started["message"]}
        await socket.send(type="reply.regenerate", **again)
        await socket.ended((await socket.accepted(again["client_id"]))["turn"])
        assert len(upstream.requests(words)) == len(made) + 1
        await socket.talk(f"And then? {words}")
        assert len(upstream.requests(words)) == len(made) + 2
