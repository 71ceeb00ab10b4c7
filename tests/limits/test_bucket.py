"""The bucket, in Redis and in the process, against the plainest account of what a bucket is."""

import uuid
from fractions import Fraction

import pytest
import redis
from django_redis import get_redis_connection
from hypothesis import given
from hypothesis import strategies as st

from chat import events
from companion import redis as own_redis
from companion.errors import RateLimitedError
from sessions_ext.limits.away import Away
from sessions_ext.limits.bucket import KEY, TAKE, Limit, LocalBuckets, take, take_async
from sessions_ext.limits.messages import message_allowed

limits = st.builds(Limit, st.integers(1, 50), st.sampled_from([0.01, 0.5, 1.0, 3.0, 20.0, 1000.0]))
# Pauses in microseconds, and how many tokens (in tenths) are wanted after each.
courses = st.lists(st.tuples(st.integers(0, 5_000_000), st.integers(1, 30)), min_size=1, max_size=60)


class Model:
    """Water in a bucket, exact: it runs in all the time, never over the edge, and is taken out by the token."""

    def __init__(self, limit: Limit) -> None:
        self.limit = limit
        self.level = Fraction(limit.capacity)

    def wait(self, pause: int, tokens: Fraction) -> Fraction:
        """Seconds until these tokens are there, after a pause; not above 0: they are."""
        rate = Fraction(self.limit.per_second)
        self.level = min(Fraction(self.limit.capacity), self.level + rate * pause / 1_000_000)
        return (tokens - self.level) / rate

    def taken(self, tokens: Fraction) -> None:
        self.level -= tokens


def follow(limit, course, take_after):
    model = Model(limit)
    for pause, tenths in course:
        tokens = Fraction(min(tenths, limit.capacity * 10), 10)
        expected = model.wait(pause, tokens)
        wait = take_after(pause, float(tokens))
        if wait is None:
            assert expected <= Fraction(5, 1_000_000)
            model.taken(tokens)
        else:
            assert wait > 0
            assert abs(Fraction(wait) - expected) <= Fraction(5, 1_000_000)


@given(limit=limits, course=courses)
def test_a_process_s_own_bucket_is_a_bucket(limit, course):
    now = 1_000_000_000.0
    buckets = LocalBuckets(clock=lambda: now)

    def take_after(pause, tokens):
        nonlocal now
        now += pause / 1e6
        return buckets.take("key", limit, tokens)

    follow(limit, course, take_after)


@given(limit=limits, course=courses)
def test_the_bucket_in_redis_is_a_bucket(limit, course):
    """The step as it runs in Redis, at times of the test's own."""
    connection = get_redis_connection("sessions")
    key, now = f"test.bucket:{uuid.uuid4()}", 1_800_000_000_000_000
    # In one step, so that no time passes for Redis in between.
    step = (
        f"local now = tonumber(ARGV[3]) local function take() {TAKE} end "
        "local wait = take() redis.call('PERSIST', KEYS[1]) return wait"
    )

    def take_after(pause, tokens):
        nonlocal now
        now += pause
        whole, cost = limit.capacity / limit.per_second * 1e6, tokens / limit.per_second * 1e6
        wait = connection.eval(step, 1, key, whole, cost, now)
        return wait / 1e6 if wait else None

    follow(limit, course, take_after)
    connection.delete(key)


def test_a_clock_set_back_leaves_no_bucket_emptier_than_empty():
    connection = get_redis_connection("sessions")
    key = f"test.bucket:{uuid.uuid4()}"
    arguments = (1_000_000, 100_000)
    assert connection.eval("local now = 9000000000" + TAKE, 1, key, *arguments) == 0
    assert connection.eval("local now = 5000000000" + TAKE, 1, key, *arguments) == 100_000


def test_what_is_let_through_is_told_apart_from_what_must_wait():
    limit, user_id = Limit(3, 0.5), uuid.uuid4().int % 2**40
    assert [take(name="test", user_id=user_id, limit=limit) for _ in range(3)] == [None, None, None]
    wait = take(name="test", user_id=user_id, limit=limit)
    assert 1.5 < wait <= 2
    # Another person's, and another limit's, are others.
    assert take(name="test", user_id=user_id + 1, limit=limit) is None
    assert take(name="other", user_id=user_id, limit=limit) is None


def test_a_message_too_many_is_told_with_its_wait(settings, user_id):
    settings.MESSAGE_LIMIT = (1, 0.5)
    message_allowed(user_id=user_id)
    with pytest.raises(RateLimitedError) as told:
        message_allowed(user_id=user_id)
    event = events.error(told.value)
    assert event["code"] == "rate_limited"
    assert 1.5 < event["retry_after"] <= 2


async def test_both_worlds_take_from_one_bucket():
    limit, user_id = Limit(3, 0.5), uuid.uuid4().int % 2**40
    assert take(name="test", user_id=user_id, limit=limit) is None
    assert await take_async(name="test", user_id=user_id, limit=limit, tokens=2) is None
    assert take(name="test", user_id=user_id, limit=limit) > 0
    assert await take_async(name="test", user_id=user_id, limit=limit) > 0
    await own_redis.close()


def test_a_bucket_lives_until_it_is_full_again():
    user_id = uuid.uuid4().int % 2**40
    take(name="test", user_id=user_id, limit=Limit(10, 0.5), tokens=4)
    lives: int = get_redis_connection("sessions").pttl(KEY.format(name="test", user_id=user_id))
    assert 7_500 < lives <= 8_000


@pytest.mark.parametrize("tokens", [0, -1, 4])
def test_what_can_never_fit_is_refused(tokens):
    with pytest.raises(ValueError, match="never fit"):
        take(name="test", user_id=1, limit=Limit(3, 1), tokens=tokens)


@pytest.mark.parametrize(("capacity", "per_second"), [(0, 1), (1, 0), (1, -1)])
def test_a_limit_lets_something_through(capacity, per_second):
    with pytest.raises(ValueError, match="lets something through"):
        Limit(capacity, per_second)


def test_a_process_keeps_a_bounded_number_of_buckets_and_forgets_the_fullest():
    buckets, limit = LocalBuckets(clock=lambda: 1.0, most=100), Limit(10, 1)
    buckets.take("emptied", limit, 10)
    for n in range(1000):
        buckets.take(f"key{n}", limit)
        assert len(buckets) <= 100
    assert buckets.take("emptied", limit) == pytest.approx(1)


def test_an_error_of_redis_is_none_of_the_caller_s(monkeypatch, caplog):
    """Full, loading, read only: whatever it says, the limit holds in the process."""

    class Full:
        def eval(self, *_):
            raise redis.exceptions.OutOfMemoryError

    monkeypatch.setattr("sessions_ext.limits.bucket.blocking_state", Full)
    monkeypatch.setattr("sessions_ext.limits.bucket.redis_away", Away(clock=lambda: 100.0))
    user_id, limit = uuid.uuid4().int % 2**40, Limit(2, 0.001)
    waits = [take(name="test", user_id=user_id, limit=limit) for _ in range(4)]
    assert waits[:2] == [None, None]
    assert all(wait > 900 for wait in waits[2:])
    assert [record.getMessage() for record in caplog.records] == [
        "limits can't be counted in Redis (OutOfMemoryError); each process counts its own"
    ]
