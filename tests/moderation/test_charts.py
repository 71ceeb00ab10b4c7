"""Lines over time: every count is on one, and no two words stand on each other."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat.models import Flag
from chat.moderation.charts import BOTTOM, LINE_HEIGHT, chart
from chat.moderation.decide import decide

TODAY = date(2026, 11, 25)


def drawn(counted, span=30, step=1):
    return chart("what", counted, today=TODAY, span=span, step=step)


def test_each_day_has_its_point():
    found = drawn([("explicit", TODAY, 3), ("explicit", TODAY - timedelta(days=29), 2), ("other", TODAY, 1)])
    assert [(line.name, line.total, line.counts[0], line.counts[-1]) for line in found.lines] == [
        ("explicit", 5, 2, 3),
        ("other", 1, 0, 1),
    ]
    assert (found.most, len(found.days), found.days[-1]) == (3, 30, TODAY)
    assert found.lines[0].points.endswith(",14.0")


def test_weeks_end_today_and_older_things_are_left_out():
    ago = [TODAY - timedelta(days=days) for days in (0, 6, 7, 90, 91)]
    found = drawn([("report", day, 1) for day in ago], span=90, step=7)
    assert found.lines[0].counts[-2:] == [1, 2]
    assert found.lines[0].total == 4
    assert len(found.days) == 13


def test_nothing_makes_no_line():
    assert (drawn([]).lines, drawn([]).most) == ([], 0)


@settings(deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=14))
def test_words_never_stand_on_each_other(ends):
    found = drawn([(f"line {index}", TODAY, count) for index, count in enumerate(ends)])
    words = sorted(line.word for line in found.lines)
    assert all(below - above >= LINE_HEIGHT - 0.01 for above, below in pairwise(words))
    assert words[-1] <= max(BOTTOM, len(ends) * LINE_HEIGHT + LINE_HEIGHT)
    assert found.height > words[-1]


@pytest.mark.django_db
@pytest.mark.parametrize("days", ["30", "90", "365", "a lot"])
def test_the_page_draws_flags_and_decisions(client, flag, moderator, days):
    decide(flag_ids=[flag.pk], moderator_id=moderator.pk, action="warn", reason="again")
    assert Flag.objects.count() == 1
    client.force_login(moderator)
    page = client.get("/admin/chat/flag/over-time/", {"days": days}).content.decode()
    assert page.count("<polyline") == 2
    assert "without consent · 1" in page
    assert "warn · 1" in page
