"""What an address of Redis says, and what is told of one that can't be read."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from companion.embedded.outside import look_at_redis
from companion.embedded.process import StackError
from companion.env import redis_url
from companion.sentinels import broker, channel_host, place, pool, sentinels_of

ONE = "redis://:verysecret@redis.example:6380/2"
WATCHED = (
    "redis+sentinel://me:very%40secret@a.example:26380,b.example,[::1]:26381/2?master=companion&sentinel_password=hush"
)


def test_sentinels_are_read_with_their_master_and_its_password():
    sentinels = sentinels_of(WATCHED)

    assert sentinels.hosts == (("a.example", 26380), ("b.example", 26379), ("::1", 26381))
    assert (sentinels.master, sentinels.db) == ("companion", 2)
    assert sentinels.login == {"username": "me", "password": "very@secret"}
    assert sentinels.asking["password"] == "hush"


def test_every_library_is_told_the_same():
    redis = pool(WATCHED, socket_timeout=1)
    channel = channel_host(WATCHED)
    url, options = broker(WATCHED)

    assert (redis.service_name, redis.connection_kwargs["db"], redis.connection_kwargs["password"]) == (
        "companion",
        2,
        "very@secret",
    )
    assert (channel["master_name"], channel["db"], channel["password"]) == ("companion", 2, "very@secret")
    assert url.split(";") == [
        f"sentinel://me:very%40secret@{host}/2" for host in ("a.example:26380", "b.example:26379", "[::1]:26381")
    ]
    assert options["master_name"] == "companion"
    assert options["sentinel_kwargs"]["password"] == channel["sentinel_kwargs"]["password"] == "hush"


def test_one_server_is_told_as_it_is_written():
    assert (sentinels_of(ONE), channel_host(ONE), broker(ONE)) == (None, ONE, (ONE, {}))


def test_where_it_is_is_told_without_passwords():
    assert place(ONE) == "redis.example:6380"
    assert place(WATCHED) == "a.example:26380,b.example:26379,::1:26381 (master companion)"
    assert place("unix:///run/redis.sock?db=1") == "/run/redis.sock"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("redis+sentinel://:verysecret@a:26379,b:26379/0", "does not say which master"),
        ("redis+sentinel://:verysecret@a:26379/0?master=", "does not say which master"),
        ("redis+sentinel://:verysecret@a:26379,/0?master=m", "hosts can't be read"),
        ("redis+sentinel://:verysecret@a:port/0?master=m", "hosts can't be read"),
        ("redis+sentinel://:very/secret@a:26379/0?master=m", "hosts can't be read"),
        ("redis+sentinel://:verysecret@a:26379/0?master=m&ssl=yes", "ssl is unknown"),
        ("rediss+sentinel://:verysecret@a:26379/0?master=m", "can't be read"),
        ("redis://:very/secret@a:6379/0", "can't be read"),
        ("a:6379", "can't be read"),
    ],
)
def test_an_address_that_cannot_be_read_is_told_by_name_and_without_its_password(monkeypatch, url, why):
    monkeypatch.setenv("REDIS_CACHE_URL", url)

    with pytest.raises(ImproperlyConfigured, match=why) as told:
        redis_url("REDIS_CACHE_URL")
    with pytest.raises(StackError, match=why) as told_by_up:
        look_at_redis(url)

    assert str(told.value).startswith("REDIS_CACHE_URL: ")
    assert str(told_by_up.value).startswith("REDIS_URL: ")
    for said in (str(told.value), str(told_by_up.value)):
        assert "redis+sentinel://:password@host" in said
        assert "very" not in said


def test_an_empty_one_is_none(monkeypatch):
    monkeypatch.setenv("REDIS_CACHE_URL", "")

    assert redis_url("REDIS_CACHE_URL") == ""


def test_sentinels_that_do_not_answer_are_told_without_their_passwords():
    with pytest.raises(StackError, match=r"is not there: 127\.0\.0\.1:1,127\.0\.0\.1:2 \(master companion\)") as told:
        look_at_redis(
            "redis+sentinel://:verysecret@127.0.0.1:1,127.0.0.1:2/0?master=companion&sentinel_password=veryhush"
        )

    assert "very" not in str(told.value)
