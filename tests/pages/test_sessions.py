"""A login session ends when it ends, whatever the cache does meanwhile."""

import pytest

from companion.models import end_sessions
from companion.sessions import SessionStore, user_for_session
from tests.factories import UserFactory, signed_in

pytestmark = pytest.mark.django_db


def epoch(user):
    user.refresh_from_db()
    return user.session_epoch


def test_a_sign_out_between_the_row_and_its_copy_leaves_nothing(monkeypatch):
    key = signed_in(UserFactory())
    SessionStore(key)._cache.delete(SessionStore.cache_key_prefix + key)  # as in a Redis that was emptied
    read_row = SessionStore._get_session_from_db

    def read_row_late(store):
        row = read_row(store)
        patch.undo()
        SessionStore(key).flush()
        return row

    with monkeypatch.context() as patch:
        patch.setattr(SessionStore, "_get_session_from_db", read_row_late)
        user_for_session(key)
    assert user_for_session(key) is None


def test_a_sign_out_while_a_session_is_kept_leaves_nothing(monkeypatch):
    store = SessionStore(signed_in(UserFactory()))
    store["seen"] = True
    put = store._cache.set

    def put_late(*arguments, **options):
        SessionStore(store.session_key).flush()
        return put(*arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(store._cache, "set", put_late)
        store.save()
    assert user_for_session(store.session_key) is None


def test_without_redis_a_sign_out_ends_all_sessions_and_an_old_one_does_not_end_newer_ones(redis_may_go):
    user = UserFactory()
    first, second = signed_in(user), signed_in(user)
    redis_may_go.stop()
    SessionStore(first).flush()
    assert epoch(user) == 1
    anew = signed_in(user)
    assert user_for_session(second) is None  # and with that its row is gone
    assert epoch(user) == 1
    assert user_for_session(anew) == user


def test_an_epoch_ends_what_the_cache_still_holds():
    user = UserFactory()
    key = signed_in(user)
    end_sessions(user_id=user.pk)
    assert user_for_session(key) is None
