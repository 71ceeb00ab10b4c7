"""The time a question speaks of, and that what was said then comes first."""

from datetime import UTC, datetime

import pytest

from memory.recall.times import time_meant
from tests.factories import UserFactory
from tests.memory.telling import ask, say

NOW = datetime(2026, 5, 20, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("What did I do in March?", "2026-03-01", "2026-04-08"),
        ("What did I do in August?", "2025-08-01", "2025-09-08"),
        ("Where was I in may 2024?", "2024-05-01", "2024-06-08"),
        ("What happened on 3 March?", "2026-03-03", "2026-03-11"),
        ("What happened on the 3rd of March, 2025?", "2025-03-03", "2025-03-11"),
        ("And on March 3rd, 2025?", "2025-03-03", "2025-03-11"),
        ("What about March 2025?", "2025-03-01", "2025-04-08"),
        ("What did I say yesterday?", "2026-05-19", "2026-05-21"),
        ("Two weeks ago I told you", "2026-04-29", "2026-05-13"),
        ("What did I say 3 days ago?", "2026-05-16", "2026-05-18"),
        ("What did we speak of last week?", "2026-05-06", "2026-05-19"),
        ("What did I do this month?", "2026-04-19", "2026-05-20"),
    ],
)
def test_it_is_read(text, start, end):
    span = time_meant(text, NOW)
    assert (f"{span.start:%Y-%m-%d}", f"{span.end:%Y-%m-%d}") == (start, end)


@pytest.mark.parametrize(
    "text", ["May I ask you?", "We march on", "You may be right", "on 31 February", "What is new?", ""]
)
def test_no_time_is_read_where_none_is_named(text):
    assert time_meant(text, NOW) is None


def test_what_was_said_then_comes_first(db):
    user = UserFactory()
    for month in (2, 4, 3):
        say(user, f"I bought a theremin, my number {month}.", said_at=datetime(2026, month, 15, tzinfo=UTC))
    assert ask(user, "Which theremin did I buy in March?", now=NOW)[0] == "I bought a theremin, my number 3."
    assert ask(user, "Which theremin did I buy in February?", now=NOW)[0] == "I bought a theremin, my number 2."
