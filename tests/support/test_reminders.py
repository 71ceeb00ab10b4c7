"""The clock of reminders, with its time passed in."""

import itertools
import threading
from datetime import UTC, datetime, timedelta

import pytest
from django_redis import get_redis_connection

from chat import events
from chat.reminders import KEY, due_reminder, reminder_text
from companion import env

START = datetime(2026, 11, 25, 20, 0, tzinfo=UTC)
_people = itertools.count(1_000_000)  # the clock knows people by number only


@pytest.fixture
def say():
    """Somebody writes a message so many minutes after the start; what they are reminded of."""
    person = next(_people)

    def write(minutes, *, user_id=person, is_on=True):
        return due_reminder(user_id=user_id, persona="Mira", is_on=is_on, now=START + timedelta(minutes=minutes))

    write.person = person
    return write


def test_it_comes_after_an_hour_of_talk_and_then_after_each_further_hour(say):
    reminded = {minute: text for minute in range(0, 200, 10) if (text := say(minute))}

    assert reminded == {
        60: "You have been talking for an hour. Mira is an AI, not a person. A pause is always fine.",
        120: "You have been talking for 2 hours. Mira is an AI, not a person. A pause is always fine.",
        180: "You have been talking for 3 hours. Mira is an AI, not a person. A pause is always fine.",
    }


def test_the_next_one_is_counted_from_the_last(say):
    said = [say(minute) is not None for minute in (0, 25, 50, 75, 100, 119, 134, 135)]
    assert said == [False, False, False, True, False, False, False, True]


def test_a_chat_begins_anew_after_half_an_hour_without_a_message(say):
    anew = 79
    assert [say(minute) for minute in (0, 20, 49, anew, anew + 20, anew + 40, anew + 59)] == [None] * 7
    assert say(anew + 60).startswith("You have been talking for an hour.")


def test_a_pause_that_is_shorter_belongs_to_the_chat(say):
    assert [bool(say(minute)) for minute in (0, 29.9, 59.8, 60)] == [False, False, False, True]


def test_the_operator_says_how_often(say, settings):
    settings.REMINDER_MINUTES = 15
    assert [bool(say(minute)) for minute in (0, 14, 15, 29, 30)] == [False, False, True, False, True]


def test_nobody_is_reminded_who_turned_it_off(say):
    assert [say(minute, is_on=False) for minute in range(0, 200, 10)] == [None] * 20


def test_people_have_clocks_of_their_own(say):
    other = next(_people)
    for minute in (0, 20, 40):
        say(minute)
    assert say(60, user_id=other) is None
    assert say(60)


def test_what_is_said_within_a_minute_is_told_once_and_a_reminder_comes_in_its_time(say):
    redis, key = get_redis_connection("sessions"), KEY.format(user_id=say.person)
    say(0)
    redis.delete(key)
    say(0.9)
    assert not redis.exists(key)
    say(1)
    assert redis.exists(key)
    assert [bool(say(minute)) for minute in (29, 58, 60.9, 61, 61.1)] == [False, False, False, True, False]


def test_a_clock_that_is_a_little_behind_takes_nothing_back(say):
    for minute in (0, 29, 58):
        say(minute)
    assert say(57.9) is None
    assert say(60)
    assert say(59.9) is None
    assert say(61) is None


def test_one_of_two_messages_at_once_is_reminded(say):
    for minute in (0, 20, 40):
        say(minute)
    heard = []
    threads = [threading.Thread(target=lambda: heard.append(say(60))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(heard) == 8
    assert len([text for text in heard if text]) == 1


def test_the_clock_goes_by_itself_and_holds_no_words(say):
    say(0)
    redis, key = get_redis_connection("sessions"), KEY.format(user_id=say.person)
    assert 0 < redis.pttl(key) <= timedelta(minutes=30) / timedelta(milliseconds=1)
    assert redis.hkeys(key) == [b"began", b"last", b"reminded"]


def test_a_flushed_clock_begins_again(say):
    for minute in (0, 20, 40):
        say(minute)
    get_redis_connection("sessions").delete(KEY.format(user_id=say.person))
    assert [bool(say(minute)) for minute in (60, 80, 100, 120)] == [False, False, False, True]


def test_nothing_is_due_while_redis_is_away(say, settings, caplog):
    away = settings.CACHES["sessions"] | {"LOCATION": "redis://127.0.0.1:1/0"}
    settings.CACHES = settings.CACHES | {"sessions": away}
    assert say(0) is None
    assert "the clock of reminders can't be read" in caplog.text
    assert str(say.person) not in caplog.text


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (15, "15 minutes"),
        (59.9, "59 minutes"),
        (60, "an hour"),
        (61.5, "an hour and a minute"),
        (75, "an hour and 15 minutes"),
        (180, "3 hours"),
        (601, "10 hours and a minute"),
    ],
)
def test_time_is_said_in_words(minutes, words):
    assert f"for {words}." in reminder_text(persona="Mira", passed=timedelta(minutes=minutes))


def test_a_shorter_time_than_a_quarter_of_an_hour_stops_the_start(monkeypatch):
    monkeypatch.setenv("REMINDER_MINUTES", "14")
    with pytest.raises(env.ImproperlyConfigured, match="REMINDER_MINUTES is '14'; it is a whole number from 15"):
        env.at_least("REMINDER_MINUTES", 15)


def test_it_goes_on_the_wire_as_a_notice():
    notice = {"kind": "reminder", "text": "You have been talking for an hour."}
    assert events.conversation_changed(notice=notice) == {"type": "conversation.changed", "notice": notice}
