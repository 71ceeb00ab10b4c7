"""The crowd of `python -m loadtest`, on real web processes: it hears everything, and finds a single character that is wrong."""

import json
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from companion.embedded.process import free_port
from loadtest.person import Person
from loadtest.talk import Exchange
from tests.server import ROOT

REPLIES = 3


def crowd(site, webs, count, **options):
    urls = [web.url for web in webs]
    return [
        Person(urls, seeded.cookies, random.Random(number), **options)
        for number, seeded in enumerate(site.seed_people(count))
    ]


def talk(person):
    person.arrive()
    for _ in range(REPLIES):
        person.talk()
    return person.check()


def test_who_loses_every_socket_in_the_middle_still_hears_every_character(site, web, other_web):
    people = crowd(site, [web, other_web], 6, dropped_share=1.0)
    with ThreadPoolExecutor(len(people)) as threads:
        checks = list(threads.map(talk, people))
    assert [exchange.failure for person in people for exchange in person.exchanges] == [""] * 6 * REPLIES
    assert [check.replies for check in checks] == [REPLIES] * 6
    assert [check.different + check.unknown for check in checks] == [0] * 6
    assert sum(len(person.resumed_ms) for person in people) >= 6
    for person in people:
        person.leave()


def test_one_character_that_is_stored_otherwise_is_found(site, web, other_web):
    [person] = crowd(site, [web, other_web], 1)
    assert talk(person).different == 0
    changed = person.exchanges[1]
    site.execute("UPDATE chat_variant SET text = text || '.' WHERE message_id = %s", changed.reply)
    assert person.check().different == 1
    person.exchanges.remove(changed)
    assert person.check().unknown == 1
    person.leave()


def test_a_process_that_is_away_is_a_failure_and_no_end_of_the_crowd(site, web):
    [person] = crowd(site, [web], 1)
    person.arrive()
    person.leave()
    person.urls = [f"http://127.0.0.1:{free_port()}"]
    assert person.talk().failure == "ConnectionRefusedError"


def test_who_only_has_a_page_open_is_answered(site, web):
    [person] = crowd(site, [web], 1)
    person.arrive()
    assert person.ping()
    assert person.check().replies == 0
    person.leave()
    assert person.ping()  # connected anew
    person.leave()
    person.urls = [f"http://127.0.0.1:{free_port()}"]
    assert not person.ping()


def heard(*events):
    exchange = Exchange("c", "hello")
    exchange.hear({"type": "message.accepted", "client_id": "c", "message": {"id": "m"}, "turn": "t"})
    for kind, fields in events:
        exchange.hear({"type": kind, "turn": "t", **fields})
    return exchange


def delta(offset, text):
    return "reply.delta", {"offset": offset, "text": text}


def done(length, finish="stop"):
    return "reply.done", {"finish": finish, "text_length": length}


@pytest.mark.parametrize(
    ("events", "text", "failure"),
    [
        ([delta(0, "tea "), delta(4, "time"), done(8)], "tea time", ""),
        ([delta(0, "tea "), delta(2, "a time"), done(8)], "tea time", ""),
        ([delta(0, "tea "), delta(2, "x time"), done(8)], "tea time", "the same place told twice, differently"),
        ([delta(0, "tea"), done(8)], "tea", "another length than told"),
        ([delta(0, "tea"), done(3, "interrupted")], "tea", "interrupted"),
        ([("error", {"code": "overloaded"})], "", "overloaded"),
        ([("reply.refused", {"reason": "label"})], "", "label"),
        ([("reply.delta", {"turn": "another", "offset": 0, "text": "x"}), delta(0, "tea"), done(3)], "tea", ""),
    ],
)
def test_what_a_reply_came_to(events, text, failure):
    exchange = heard(*events)
    assert (exchange.text, exchange.failure, exchange.is_over) == (text, failure, True)


def test_a_gap_is_not_filled_with_what_came_after_it():
    exchange = heard(delta(0, "tea"), delta(4, "time"))
    assert (exchange.text, exchange.wants_resume, exchange.is_over) == ("tea", True, False)


def test_locust_leads_them(site, web, other_web, tmp_path):
    people, results = tmp_path / "people.jsonl", tmp_path / "heard.jsonl"
    site.manage("seed_people", "5", "--cookies", str(people))
    orders = {
        "urls": [web.url, other_web.url], "people": str(people), "results": str(results),
        "least_pause": 0.1, "longest_pause": 0.3, "reply_seconds": 0.5, "dropped_share": 0.5, "is_idle": False,
    }  # fmt: skip
    results.touch()
    process = subprocess.Popen(
        [sys.executable, "-m", "locust", "-f", "loadtest/locustfile.py", "--headless", "--users", "5", "--spawn-rate", "5",
         "--stop-timeout", "30", "--loglevel", "WARNING", "--only-summary"],
        cwd=ROOT, env=site.environment | {"LOADTEST": json.dumps(orders), "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip

    def told(kind):
        return [line for line in map(json.loads, results.read_text().splitlines()) if line["kind"] == kind]

    try:
        deadline = time.monotonic() + 60
        while len(told("reply")) < 10:
            assert process.poll() is None, process.stderr.read()
            assert time.monotonic() < deadline
            time.sleep(0.1)  # a file tells nobody that it grew
    finally:
        process.terminate()
        process.communicate(timeout=60)
    assert [line["failure"] for line in told("arrival")] == [""] * 5
    assert {line["failure"] for line in told("reply")} == {""}
    checks = told("check")
    assert sum(line["replies"] for line in checks) == len(told("reply"))
    assert {line["different"] + line["unknown"] for line in checks} == {0}
