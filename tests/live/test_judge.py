"""A remote judge beside the rules, on a real web process: what it says counts before anything is admitted."""

import uuid

import pytest
import redis

from tests.judge_server import running_judge

DISCLOSED = "My uncle raped me when I was a child"


@pytest.fixture
async def judge():
    async with running_judge() as server:
        yield server


@pytest.fixture
def judged(site, judge):
    """A web process that asks this judge."""
    own = {"SAFETY_JUDGE": "guard", "SAFETY_JUDGE_URL": judge.url, "SAFETY_JUDGE_MODEL": "judging"}
    with site.web(5, **own) as process:
        yield process


async def test_what_a_judge_says_counts(person, conversation, judged, judge, site):
    said = f"{uuid.uuid4()} [tokens:4]"
    async with person.socket(conversation, url=judged.url) as socket:
        assert (await socket.talk(f"good evening {said}")).started["route"] == "everyday"
        refused = (await socket.talk(f"this {said} [found:S4]")).end
        assert (refused["type"], refused["label"], refused["reason"]) == ("reply.refused", "minor_risk", "label")
        await socket.send(type="reply.regenerate", message=refused["message"], client_id=str(uuid.uuid4()))
        again = await socket.wait_for(
            lambda event: event["type"] == "reply.refused" and event["turn"] != refused["turn"]
        )
        assert again["label"] == "minor_risk"
        waiting = await socket.asked_for_age(f"that {said} [found:S12]")
        before = len(judge.asked)
        await person.verify_age()
        assert (await socket.ended(waiting)).started["route"] == "adult"
        assert len(judge.asked) == before, "what was asked before is known"
        assert (await socket.talk(f"{DISCLOSED} {said} [found:S4]")).started["route"] == "support"
    cached = redis.Redis.from_url(site.environment["REDIS_URL"])
    keys = list(cached.scan_iter("chat.safety.opinion.*"))
    assert keys
    assert not [key for key in keys if said[:36].encode() in key + cached.get(key)]
    assert said[:36] not in judged.said()


async def test_a_judge_that_fails_keeps_nobody_from_talking(person, conversation, judged, judge):
    judge.fault = "500"
    async with person.socket(conversation, url=judged.url) as socket:
        for _ in range(5):
            assert (await socket.talk("good evening [tokens:4] [found:S4]")).started["route"] == "everyday"
    assert len(judge.asked) == 3
