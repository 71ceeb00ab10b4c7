"""A remote judge, against a real HTTP server with the faults that real ones have."""

import json
import logging
import time
import uuid

import pytest

from chat.safety import Label, Verdict, opinion
from chat.safety.opinion import Opinion, RemoteJudge, with_opinion
from companion import redis
from companion.llm.breaker import Breaker
from companion.llm.chat import close_client, open_client
from companion.llm.judge import Judge, configured_judge
from tests.judge_server import SCORE, running_judge

KINDS = ["openai-moderation", "guard"]


@pytest.fixture
async def server():
    await open_client()
    async with running_judge() as server:
        yield server
    await close_client()
    await redis.close()


def judge(server, kind="guard", seconds=5.0):
    return RemoteJudge(Judge(kind=kind, base_url=server.url, model="judging", seconds=seconds, api_key="a key"))


def words(found=""):
    return f"something that was said only here {uuid.uuid4()} {found}"


async def kept():
    """Everything in the cache about opinions, as text."""
    keys = [key async for key in redis.cache().scan_iter("chat.safety.opinion.*")]
    return {key.decode(): (await redis.cache().get(key)).decode() for key in keys}


@pytest.mark.parametrize(
    ("kind", "found", "label"),
    [
        ("guard", "", "safe"),
        ("guard", "[found:S12]", "explicit"),
        ("guard", "[found:S4,S12]", "minor_risk"),
        ("guard", "[found:S3]", "nonconsensual"),
        ("guard", "[found:S11]", "self_harm"),
        ("guard", "[found:S5]", "safe"),
        ("openai-moderation", "", "safe"),
        ("openai-moderation", "[found:sexual]", "explicit"),
        ("openai-moderation", "[found:sexual/minors]", "minor_risk"),
        ("openai-moderation", "[found:self-harm/intent]", "self_harm"),
        ("openai-moderation", "[found:violence,hate]", "safe"),
    ],
)
async def test_what_a_judge_finds_becomes_a_label(server, kind, found, label):
    text = words(found)
    told = await judge(server, kind).opinion_on(text)
    assert with_opinion(Verdict(Label.SAFE), text, told).label == label
    assert (server.asked, server.keys) == ([text], {"Bearer a key"})


@pytest.mark.parametrize("kind", KINDS)
async def test_a_text_is_asked_about_once_and_leaves_nothing_but_scores(server, kind):
    text = words("[found:S12,sexual]")
    before = await kept()
    first, again = await judge(server, kind).opinion_on(text), await judge(server, kind).opinion_on(text)
    assert first == again
    assert len(server.asked) == 1
    [(key, value)] = (await kept()).items() - before.items()
    scores = json.loads(value)
    assert set(scores) <= set(Label)
    assert max(scores.values()) in {1.0, SCORE}
    assert "said" not in key + value


async def test_another_judge_is_asked_anew(server):
    text = words()
    for kind in KINDS:
        await judge(server, kind).opinion_on(text)
    assert len(server.asked) == 2


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("fault", ["500", "429", "401", "page", "shape"])
async def test_a_judge_that_answers_nonsense_has_no_opinion(server, kind, fault, caplog):
    server.fault = fault
    text = words("[found:S12,sexual]")
    assert await judge(server, kind).opinion_on(text) is None
    assert "said only here" not in caplog.text
    server.fault = ""
    assert await judge(server, kind).opinion_on(text) is not None, "a failure is not remembered"


async def test_a_guard_that_talks_has_no_opinion(server):
    server.fault = "words"
    assert await judge(server).opinion_on(words()) is None


@pytest.mark.parametrize("kind", KINDS)
async def test_nobody_waits_long_for_a_slow_judge(server, kind):
    server.fault = "slow"
    began = time.monotonic()
    assert await judge(server, kind, seconds=0.1).opinion_on(words()) is None
    assert time.monotonic() - began < 2


async def test_a_judge_that_is_not_there_has_no_opinion(server):
    gone = RemoteJudge(Judge(kind="guard", base_url="http://127.0.0.1:9/v1", model="judging", seconds=5))
    assert await gone.opinion_on(words()) is None


async def test_a_judge_that_fails_is_left_alone_and_complained_of_once(server, caplog, monkeypatch):
    monkeypatch.setattr(opinion, "PAUSE_SECONDS", 0.3)
    server.fault, asking = "500", judge(server)
    caplog.set_level(logging.WARNING)
    for _ in range(6):
        assert await asking.opinion_on(words()) is None
    assert len(server.asked) == opinion.FAILURES
    assert [record.message for record in caplog.records if record.name == opinion.__name__] == [
        "the remote judge gave no answer (LLMUnavailableError); messages are judged without it"
    ]
    server.fault = ""
    deadline = time.monotonic() + 10
    while await asking.opinion_on(words()) is None:
        assert time.monotonic() < deadline
    assert len(server.asked) == opinion.FAILURES + 1


async def test_what_was_asked_before_is_known_while_the_judge_is_away(server):
    asking, text = judge(server), words("[found:S12]")
    known = await asking.opinion_on(text)
    server.fault = "500"
    for _ in range(opinion.FAILURES):
        await asking.opinion_on(words())
    assert await asking.opinion_on(text) == known


async def test_without_its_cache_a_judge_is_asked_each_time(server, settings, caplog):
    settings.REDIS_CACHE_URL = "redis://127.0.0.1:9/0"
    asking, text = judge(server), words("[found:S12]")
    first, second = await asking.opinion_on(text), await asking.opinion_on(text)
    assert first is not None
    assert first == second
    assert len(server.asked) == 2
    assert "said only here" not in caplog.text


# --- What it changes ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("local", Label)
@pytest.mark.parametrize("told", [Label.MINOR_RISK, Label.SELF_HARM, Label.NONCONSENSUAL, Label.EXPLICIT])
def test_the_stricter_of_both_counts_and_a_disclosure_stays_one(local, told):
    order = list(Label)
    joined = with_opinion(Verdict(local, ("a.rule",)), "text", Opinion("text", {told.value: 1.0}))
    if local is Label.DISCLOSURE:
        assert joined == Verdict(local, ("a.rule",))
    else:
        assert joined.label is min(local, told, key=order.index)
        assert joined.rules == (("a.rule",) if joined.label is local else ("judge", "a.rule"))


@pytest.mark.parametrize(("label", "score", "is_enough"), [
    ("explicit", 0.49, False), ("explicit", 0.5, True), ("minor_risk", 0.79, False), ("minor_risk", 0.8, True),
])  # fmt: skip
def test_a_judge_has_to_be_sure_and_of_minors_more_so(label, score, is_enough):
    joined = with_opinion(Verdict(Label.SAFE), "text", Opinion("text", {label: score}))
    assert joined.label == (label if is_enough else "safe")


def test_an_opinion_of_another_text_does_not_count():
    assert with_opinion(Verdict(Label.SAFE), "text", Opinion("other", {"explicit": 1.0})).label is Label.SAFE
    assert with_opinion(Verdict(Label.SAFE), "text", None).label is Label.SAFE


def test_a_breaker_opens_after_failures_in_a_row_and_tries_again():
    now = [0.0]
    breaker = Breaker(failures=2, seconds=30, clock=lambda: now[0])
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    assert not breaker.is_open
    breaker.failed()
    assert breaker.is_open
    now[0] = 30.0
    assert not breaker.is_open
    breaker.failed()
    assert breaker.is_open


def test_there_is_none_unless_the_operator_names_one(settings):
    assert configured_judge() is None
    assert opinion.remote_judge() is None
    settings.SAFETY_JUDGE, settings.SAFETY_JUDGE_URL = "guard", "http://127.0.0.1:9/v1/"
    settings.SAFETY_JUDGE_MODEL = "judging"
    assert configured_judge().base_url == "http://127.0.0.1:9/v1"
    assert "api_key" not in repr(configured_judge())
