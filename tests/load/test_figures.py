"""What a step's figures say, from lines and counters that are known."""

import json
from dataclasses import replace

import pytest

from loadtest.figures import KINDS, Pace, figures, percentiles
from loadtest.measure import Reading
from loadtest.step import Outcome, Plan


def reading(*, seconds, statements, commands, turns, memory=2**20):
    return Reading(
        cpu_seconds=dict.fromkeys(KINDS, seconds),
        statements=statements,
        redis_commands=commands,
        turns_done=turns,
        memory_bytes=dict.fromkeys(KINDS, memory),
    )


def reply(first, total, failure="", resumes=0):
    return {"kind": "reply", "at": 1.0, "first_ms": first, "total_ms": total, "failure": failure, "resumes": resumes}


@pytest.fixture
def outcome():
    return Outcome(
        plan=Plan(people=4, least_pause=1, longest_pause=2, seconds=10),
        replies=[
            reply(310, 1800),
            reply(330, 1900),
            reply(350, 2000),
            reply(None, None, "overloaded"),
            reply(9, 9999, "", 1),
        ],
        pings=[],
        resumes=[{"kind": "resume", "at": 1.0, "ms": 80.0}],
        arrivals=4,
        arrivals_failed=1,
        checks=[
            {"failure": "", "replies": 2, "characters": 600, "different": 0, "unknown": 0},
            {"failure": "", "replies": 1, "characters": 300, "different": 1, "unknown": 0},
            {"failure": "messages can't be read: 500"},
        ],
        alone=reading(seconds=0.5, statements=0, commands={}, turns=0, memory=2**19),
        before=reading(seconds=1.0, statements=100, commands={"get": 10}, turns=50),
        after=reading(seconds=1.2, statements=140, commands={"get": 30, "eval": 4}, turns=54),
        busy_connections=[1, 3],
        seconds=10.0,
    )


def test_they_count_failures_of_every_kind_and_divide_by_the_replies_of_the_window(outcome):
    told = figures(outcome, Pace(first_token_ms=300, token_ms=25, tokens=60))
    assert told.success_percent == pytest.approx(100 * 4 / 6)
    assert told.failures == {"overloaded": 1}
    assert told.added_first_ms == {"p50": 30, "p95": 50, "p99": 50}
    assert told.added_total_ms == {"p50": 125, "p95": 225, "p99": 225}
    assert told.cpu_ms_a_reply["web"] == pytest.approx(50)
    assert told.cores["web"] == pytest.approx(0.02)
    assert told.statements_a_reply == 10
    assert told.web_kib_a_person == 128
    assert told.redis_commands == {"get": 5, "eval": 1}
    assert told.busy_connections == 2
    assert (told.checked_replies, told.checked_characters, told.different_replies, told.unchecked_people) == (
        3,
        900,
        1,
        1,
    )
    assert not told.is_exact


def test_of_idle_people_the_pings_count(outcome):
    pings = [{"kind": "ping", "at": 1.0, "failure": failure} for failure in ("", "", "no answer")]
    idle = replace(outcome, plan=replace(outcome.plan, is_idle=True), replies=[], pings=pings, arrivals_failed=0)
    told = figures(idle, Pace())
    assert told.success_percent == pytest.approx(100 * 2 / 3)
    assert (told.failures, told.added_first_ms, told.manner) == ({"no answer": 1}, {}, "idle")


def test_percentiles_are_values_that_occurred():
    assert percentiles(range(1, 101)) == {"p50": 50, "p95": 95, "p99": 99}
    assert percentiles([7.0]) == {"p50": 7.0, "p95": 7.0, "p99": 7.0}
    assert percentiles([]) == {}


def test_the_report_has_a_table_plots_and_a_page(outcome, tmp_path):
    from loadtest import report

    told = [figures(outcome, Pace())]
    report.write(told, "one <process>", tmp_path)
    assert json.loads((tmp_path / "load.json").read_text())["steps"][0]["people"] == 4
    assert (tmp_path / "load.png").read_bytes().startswith(b"\x89PNG")
    page = (tmp_path / "load.html").read_text()
    assert "one &lt;process&gt;" in page
    assert "overloaded" in page
    table = report.table([*told, replace(told[0], replies=0)])
    assert "66.67 %" in table
    [cpu] = [line.split() for line in table.splitlines() if line.startswith("CPU a reply, web")]
    assert cpu[-2:] == ["50.0", "-"]
