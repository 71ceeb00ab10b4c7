"""One count for two processes."""

import asyncio
import json
import subprocess
import sys
import uuid

import pytest
from django.test import RequestFactory
from django_ratelimit.core import get_usage

from tests.client import Person
from tests.server import ROOT


@pytest.fixture
def takers():
    running = []

    def start(*arguments, **environment):
        running.append(
            subprocess.Popen(
                [sys.executable, "-m", "tests.limits.taker", *map(str, arguments)],
                cwd=ROOT,
                env=environment or None,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.communicate()


def read(process):
    return json.loads(process.stdout.readline())


def together(processes):
    """Start them at once; how many passed, and the seconds from first to last: at least, at most."""
    for process in processes:
        assert read(process) == {"ready": True}
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    told = [read(process) for process in processes]
    first, last = ([time for one in told for time in one[end]] for end in ("first", "last"))
    shortest = max(one["last"][0] for one in told) - min(one["first"][1] for one in told)
    longest = max(last) - min(first)
    asked, passed = (sum(one[count] for one in told) for count in ("asked", "passed"))
    print(f"{passed} of {asked} passed in {shortest:.3f} to {longest:.3f} s")
    return passed, shortest, longest


@pytest.mark.parametrize(
    ("burst", "per_second", "takes", "seconds"),
    [
        (20, 0.5, 100, 60),  # the defaults, 200 messages at once
        (120, 20, 10**6, 3),  # asked without a pause for three seconds
        (5, 2, 10**6, 3),
    ],
)
def test_what_passes_over_both_differs_from_the_promise_by_at_most_one(
    takers, site, user_id, burst, per_second, takes, seconds
):
    pair = [takers(user_id, burst, per_second, takes, seconds, **site.environment) for _ in range(2)]
    passed, shortest, longest = together(pair)
    assert burst + per_second * shortest - 1 <= passed <= burst + per_second * longest + 1


def test_while_redis_is_away_each_process_counts_alone_and_nothing_fails(takers, site, user_id, own_redis):
    environment = site.environment | {"REDIS_URL": own_redis.url}
    pair = [takers(user_id, 20, 0.001, 100, 60, **environment) for _ in range(2)]
    for process in pair:
        assert read(process) == {"ready": True}
    own_redis.stop()
    for process in pair:
        process.stdin.write("go\n")
        process.stdin.flush()
    assert [read(process)["passed"] for process in pair] == [20, 20]


def a_name_with_time_left():
    """Its window of 300 s doesn't end within this test."""
    request = RequestFactory().post("/accounts/login/")
    while True:
        name = f"somebody-{uuid.uuid4().hex[:8]}"
        usage = get_usage(request, group="login.user", key=lambda _group, _request, name=name: name, rate=(10, 300))
        if usage["time_left"] > 60:
            return name


async def test_guessing_one_name_is_stopped_over_both(pair):
    name = a_name_with_time_left()
    visitor = Person(pair[0].url)
    await visitor.request("GET", "/accounts/login/")
    said = []
    for n in range(14):
        form = {"login": name, "password": f"guess {n}"}
        url = pair[n % 2].url
        said.append((await visitor.request("POST", "/accounts/login/", url=url, data=form))[0])
    assert said == [200] * 10 + [429] * 4


async def test_a_forged_address_changes_nothing_over_both(pair, site):
    """120 a minute from one address, whatever it says of itself; the names differ."""
    visitor = Person(pair[0].url)
    await visitor.request("GET", "/accounts/login/")

    async def attempt(n):
        form = {"login": f"nobody-{n}", "password": ""}  # refused before any hash is made
        headers = {"X-Forwarded-For": f"198.51.100.{n}", "Forwarded": f"for=198.51.100.{n}", "X-Real-Ip": "8.8.8.8"}
        status, _ = await visitor.request("POST", "/accounts/login/", url=pair[n % 2].url, data=form, headers=headers)
        return status

    said = [status for n in range(0, 300, 10) for status in await asyncio.gather(*map(attempt, range(n, n + 10)))]
    assert set(said) == {200, 429}
    assert said.count(200) <= 240  # a minute may end in between, and then as many pass again
