"""Shared state: absent is not unreadable, and of two writers one is told."""

import uuid

import pytest
from django_redis import get_redis_connection

from sessions_ext.route_lock import EVERYDAY, LockStore, RouteLock
from sessions_ext.store import (
    LIFETIME,
    StateChangedError,
    StateUnreadableError,
    account_state,
    conversation_state,
)

USER = 4_000_001


@pytest.fixture
def conversation():
    return uuid.uuid4()


def state_of(conversation, user=USER):
    return conversation_state(user_id=user, conversation_id=conversation)


def locks(conversation, epoch=0, user=USER):
    return LockStore(user_id=user, conversation_id=conversation, epoch=epoch)


def test_an_absent_state_is_an_empty_one(conversation):
    assert state_of(conversation).get("route") is None


def test_what_is_kept_is_found_by_whoever_looks_next(conversation):
    state = state_of(conversation)
    state["route"] = "adult"
    state.save()
    assert state_of(conversation)["route"] == "adult"
    assert state_of(conversation, user=USER + 1).get("route") is None


def test_a_state_lives_a_day_after_its_last_use(conversation):
    state = state_of(conversation)
    state["route"] = "adult"
    state.save()
    client = get_redis_connection("sessions")
    client.pexpire(state.session_key, 1000)
    state_of(conversation).get("route")
    assert client.ttl(state.session_key) > LIFETIME.total_seconds() - 60


def test_of_two_who_read_the_same_state_the_second_writer_is_told(conversation):
    first, second = state_of(conversation), state_of(conversation)
    first["remaining"], second["remaining"] = 4, 9
    first.save()
    with pytest.raises(StateChangedError):
        second.save()
    assert state_of(conversation)["remaining"] == 4


def test_a_state_that_was_deleted_and_made_anew_is_another_one(conversation):
    old = state_of(conversation)
    old["remaining"] = 5
    old.save()
    stale = state_of(conversation)
    assert stale["remaining"] == 5
    old.delete()
    new = state_of(conversation)
    new["remaining"] = 1
    new.save()
    stale["remaining"] = 4
    with pytest.raises(StateChangedError):
        stale.save()


def test_saving_an_empty_state_deletes_it(conversation):
    state = state_of(conversation)
    state["route"] = "adult"
    state.save()
    del state["route"]
    state.save()
    assert not get_redis_connection("sessions").exists(state.session_key)


def test_a_forged_state_counts_for_nothing(conversation):
    state = state_of(conversation)
    state["remaining"] = 1
    state.save()
    get_redis_connection("sessions").hset(state.session_key, "data", "remaining=9:forged:signature")
    assert state_of(conversation).get("remaining") is None


def test_what_can_not_be_read_is_not_taken_for_absent(redis_may_go, conversation):
    state = state_of(conversation)
    state["route"] = "adult"
    state.save()
    redis_may_go.stop()
    for work in (state_of(conversation).load, state.save, state.delete, lambda: state.exists(state.session_key)):
        with pytest.raises(StateUnreadableError):
            work()
    with pytest.raises(StateUnreadableError):
        account_state(user_id=USER).load()


def test_a_lock_is_the_same_wherever_it_is_read(conversation):
    locks(conversation).keep(RouteLock("adult", 5))
    assert locks(conversation).found == RouteLock("adult", 5)
    assert locks(conversation, user=USER + 1).found == EVERYDAY


def test_where_the_row_tells_of_none_nobody_asks(conversation):
    locks(conversation).keep(RouteLock("adult", 5))
    assert LockStore(user_id=USER, conversation_id=conversation, epoch=0, is_held=False).found == EVERYDAY


def test_what_was_written_and_never_committed_is_overwritten(conversation):
    locks(conversation).keep(RouteLock("adult", 5))
    LockStore(user_id=USER, conversation_id=conversation, epoch=0, is_held=False).keep(RouteLock("romance", 0))
    assert locks(conversation).found == RouteLock("romance", 0)


def test_a_lock_of_an_earlier_epoch_counts_no_more(conversation):
    locks(conversation, epoch=1).keep(RouteLock("adult", 5))
    assert locks(conversation, epoch=2).found == EVERYDAY


def test_a_lock_that_is_gone_is_no_lock(conversation):
    locks(conversation).keep(RouteLock("adult", 5))
    get_redis_connection("sessions").flushdb()
    assert locks(conversation).found == EVERYDAY


def test_two_who_count_down_at_once_count_once(conversation):
    locks(conversation).keep(RouteLock("adult", 5))
    first, second = locks(conversation), locks(conversation)
    first.keep(RouteLock("adult", 4))
    with pytest.raises(StateChangedError):
        second.keep(RouteLock("adult", 4))
    assert locks(conversation).found.remaining == 4


def test_while_redis_is_away_there_is_no_lock(redis_may_go, conversation):
    locks(conversation).keep(RouteLock("adult", 5))
    redis_may_go.stop()
    store = locks(conversation)
    assert (store.found, store.is_readable) == (EVERYDAY, False)
    with pytest.raises(StateUnreadableError):
        store.keep(RouteLock("adult", 5))
