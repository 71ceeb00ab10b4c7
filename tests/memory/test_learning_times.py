"""Times are absolute, by the clock of who spoke, also around a change of clocks; and feelings of minors are not kept."""

import uuid
from datetime import UTC, date, datetime

import pytest

from companion.clock import start_of
from memory.episodes import add_episode
from memory.learn import learn
from memory.learning.dates import ANY, FUTURE, PAST, absolute
from memory.learning.read import facts_in
from memory.models import Memory
from sessions_ext.age import close_account
from tests.factories import UserFactory

TODAY = date(2026, 5, 20)  # a Wednesday


@pytest.mark.parametrize(
    ("words", "tense", "written"),
    [
        ("in May", PAST, "in May 2026"), ("in May", FUTURE, "in May 2026"), ("in March", FUTURE, "in March 2027"),
        ("in August", PAST, "in August 2025"), ("in June 2019", ANY, "in June 2019"), ("in May", ANY, "in May"),
        ("yesterday", PAST, "on 19 May 2026"), ("the day before yesterday", PAST, "on 18 May 2026"),
        ("tomorrow", FUTURE, "on 21 May 2026"), ("on Friday", FUTURE, "on 22 May 2026"), ("on Friday", PAST, "on 15 May 2026"),
        ("on Friday", ANY, "on Friday"), ("last Wednesday", PAST, "on 13 May 2026"), ("on Wednesday", FUTURE, "on 27 May 2026"),
        ("next Tuesday", FUTURE, "next Tuesday"), ("last week", PAST, "in the week of 11 May 2026"),
        ("next month", FUTURE, "in June 2026"), ("last year", PAST, "in 2025"), ("two years ago", PAST, "in 2024"),
        ("3 days ago", PAST, "on 17 May 2026"), ("in two weeks", FUTURE, "in the week of 1 June 2026"),
        ("in two weeks", PAST, "in two weeks"), ("last summer", PAST, "in the summer of 2025"),
        ("this summer", FUTURE, "in the summer of 2026"), ("on 3 June", FUTURE, "on 3 June 2026"),
        ("on March 3rd", PAST, "on 3 March 2026"), ("on 31 February", PAST, "on 31 February"),
        ("on 29 February", PAST, "on 29 February"), ("on 1 May 1990", ANY, "on 1 May 1990"), ("soon", PAST, "soon"),
    ],
)  # fmt: skip
def test_times_are_made_absolute(words, tense, written):
    assert absolute(words, today=TODAY, tense=tense)[0] == written


@pytest.mark.parametrize(
    ("said_at", "zone", "day"),
    [
        ("2026-07-05T23:30", "Europe/Lisbon", "5 July"),  # 00:30 of the 6th there
        ("2026-01-05T23:30", "Europe/Lisbon", "4 January"),  # winter: the same clock as UTC
        ("2026-03-29T00:30", "Europe/Lisbon", "28 March"),  # the hour before the clocks go forward
        ("2026-03-29T23:30", "Europe/Lisbon", "29 March"),  # and the night after
        ("2026-10-25T00:30", "Europe/Lisbon", "24 October"),  # the hour that comes twice
        ("2026-10-25T23:30", "Europe/Lisbon", "24 October"),
        ("2026-05-20T02:00", "America/Los_Angeles", "18 May"),
        ("2026-05-20T20:00", "Asia/Tokyo", "20 May"),
        ("2026-05-20T20:00", "", "19 May"),
        ("2026-05-20T20:00", "Nowhere/Land", "19 May"),
    ],
)
def test_yesterday_is_by_the_clock_of_who_spoke(said_at, zone, day):
    moment = datetime.fromisoformat(said_at).replace(tzinfo=UTC)
    [fact] = facts_in("Yesterday I got promoted", said_at=moment, zone=zone)
    assert fact.text == f"You got promoted on {day} 2026."


def test_a_day_begins_at_midnight_there_also_when_clocks_change():
    assert start_of(date(2026, 3, 29), "Europe/Lisbon") == datetime(2026, 3, 29, 0, tzinfo=UTC)
    assert start_of(date(2026, 3, 30), "Europe/Lisbon") == datetime(2026, 3, 29, 23, tzinfo=UTC)
    # In Beirut the clocks jump over midnight itself.
    assert start_of(date(2026, 3, 29), "Asia/Beirut") == datetime(2026, 3, 28, 22, tzinfo=UTC)


def test_since_when_it_is_true_is_known():
    [fact] = facts_in("I moved to Porto in May", said_at=datetime(2026, 6, 1, tzinfo=UTC), zone="Europe/Lisbon")
    assert fact.valid_from == datetime(2026, 4, 30, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["🎉" * 3000, "\u202eאני גר בתל אביב\u202c", "a" * 60000, "I love " * 5000, ", and I " * 3000, '"' * 5000]
)
def test_any_text_is_read_in_time(text, record_property):
    assert facts_in(text, said_at=datetime(2026, 6, 1, tzinfo=UTC)) == []


@pytest.mark.parametrize(("is_minor", "kept"), [(False, ["You're afraid of heights."]), (True, [])])
def test_no_feelings_of_minors_are_kept(db, is_minor, kept):
    user = UserFactory()
    if is_minor:
        close_account(user_id=user.pk, told_age=15)
    persona = uuid.UUID(int=1)
    add_episode(
        user_id=user.pk, persona_id=persona, conversation_id=persona, message_id=persona, text="I'm afraid of heights.",
        context="", route="everyday", said_at=datetime(2026, 6, 1, tzinfo=UTC), vector=None,
    )  # fmt: skip
    learn(user_id=user.pk, persona_id=persona)
    assert list(Memory.objects.values_list("text", flat=True)) == kept
