"""Whether the replica may be read, as one process sees it."""

import threading

import pytest

from companion.replica.standing import LOOK_SECONDS, MOST_LAG_SECONDS, PAUSE_SECONDS, Standing


class Seen:
    """What a look finds, how often it was looked, and a clock that stands until it is set."""

    def __init__(self):
        self.now, self.lag, self.looks = 1000.0, 0.0, 0
        self.standing = Standing(self.look, clock=lambda: self.now)

    def look(self):
        self.looks += 1
        if isinstance(self.lag, Exception):
            raise self.lag
        return self.lag


@pytest.fixture
def seen():
    return Seen()


def test_it_is_looked_at_once_a_second_however_many_ask(seen):
    assert [seen.standing.is_fit() for _ in range(50)] == [True] * 50
    assert seen.looks == 1

    seen.now += LOOK_SECONDS
    assert seen.standing.is_fit()
    assert seen.looks == 2


@pytest.mark.parametrize(
    ("lag", "is_fit"), [(0, True), (MOST_LAG_SECONDS, True), (MOST_LAG_SECONDS + 0.01, False), (None, False)]
)
def test_it_is_fit_while_it_follows_by_some_seconds(seen, lag, is_fit):
    seen.lag = lag

    assert seen.standing.is_fit() is is_fit
    assert seen.standing.is_fit() is is_fit, "also to who doesn't look"


def test_after_a_failure_it_is_left_alone_for_a_while(seen):
    assert seen.standing.is_fit()

    seen.standing.leave_alone("OperationalError")
    assert (seen.standing.is_fit(), seen.standing.is_away, seen.looks) == (False, True, 1)
    seen.now += PAUSE_SECONDS
    assert (seen.standing.is_fit(), seen.standing.is_away, seen.looks) == (True, False, 2)


def test_a_look_that_fails_is_the_caller_s_failure_and_ends_no_later_look(seen):
    seen.lag = LookupError()

    with pytest.raises(LookupError):
        seen.standing.is_fit()
    assert not seen.standing.is_fit()
    seen.lag, seen.now = 0.0, seen.now + PAUSE_SECONDS
    assert seen.standing.is_fit()


def test_while_one_looks_the_others_don_t_wait():
    is_looking, may_end = threading.Event(), threading.Event()

    def look():
        is_looking.set()
        assert may_end.wait(30)
        return 0.0

    standing = Standing(look)
    found = []
    looker = threading.Thread(target=lambda: found.append(standing.is_fit()))
    looker.start()
    assert is_looking.wait(30)
    assert not standing.is_fit()
    may_end.set()
    looker.join(30)

    assert found == [True]
    assert standing.is_fit()


def test_a_read_that_fails_during_a_look_counts_more(seen):
    def look():
        seen.standing.leave_alone("OperationalError")
        return 0.0

    seen.standing._lag = look

    assert not seen.standing.is_fit()
    assert seen.standing.is_away


def test_it_is_said_once_until_it_changes(seen, caplog):
    caplog.set_level("INFO", "companion.replica")
    for lag in (0.0, None, None, 9.0, 9.0, 0.0, 0.0):
        seen.lag = lag
        seen.standing.is_fit()
        seen.now += LOOK_SECONDS

    assert [record.getMessage() for record in caplog.records] == [
        "the replica is left alone: it does not follow this database",
        "the replica is left alone: it is too far behind",
        "the replica is read",
    ]
