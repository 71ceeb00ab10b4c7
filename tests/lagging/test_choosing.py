"""Which server answers a read that may lag, and what becomes of one that fails."""

import pytest
from django.db import ProgrammingError, connection, connections, transaction

from companion.checks import replica_is_fit
from companion.models import User
from companion.replica.querysets import database_for
from companion.replica.standing import REPLICA, lag
from companion.replica.writes import has_just_written, note_write
from memory.models import Memory
from tests.factories import UserFactory


def end_connection(wrapper):
    with wrapper.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (process,) = cursor.fetchone()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [process])
        assert cursor.fetchone() == (True,)


def test_without_a_replica_everything_is_read_from_the_one_database(db):
    assert Memory.objects.for_user(1).lagging(1).db == "default"


def test_a_read_goes_to_the_replica_only_where_it_was_asked_for(replica):
    assert Memory.objects.for_user(1).lagging(1).db == REPLICA
    assert Memory.objects.for_user(1).db == "default"


def test_inside_a_transaction_the_primary_is_read(replica):
    with transaction.atomic():
        assert database_for(1) == "default"
    assert database_for(1) == REPLICA


@pytest.mark.parametrize("seconds", [6.0, None])
def test_a_replica_that_lags_or_follows_another_is_not_read(replica, standing, seconds):
    standing.lag = seconds

    assert database_for(1) == "default"


def test_who_wrote_reads_the_primary_and_nobody_else_does(replica):
    note_write(user_id=1)

    assert (database_for(1), database_for(2)) == ("default", REPLICA)


def test_where_nobody_knows_who_wrote_the_primary_is_read(replica, redis_may_go):
    assert database_for(1) == REPLICA

    redis_may_go.stop()
    assert database_for(1) == "default"
    assert has_just_written(user_id=1)


def test_a_write_that_can_t_be_noted_is_made_all_the_same(replica, redis_may_go):
    redis_may_go.stop()
    note_write(user_id=1)

    assert has_just_written(user_id=2), "nobody knows"


def test_what_the_replica_fails_to_answer_the_primary_is_asked(replica, standing):
    user = UserFactory()
    end_connection(replica)

    assert User.objects.using(REPLICA).get(pk=user.pk) == user
    assert standing.is_away
    assert User.objects.using(REPLICA).count() == 1
    assert replica.connection is None, "it is not tried again at once"


def test_what_is_wrong_with_a_statement_is_nobody_s_failure(replica, standing):
    with pytest.raises(ProgrammingError), replica.cursor() as cursor:
        cursor.execute("SELECT nothing_like_it")

    assert not standing.is_away


def test_an_address_that_is_no_replica_s_is_told(replica):
    assert lag() is None
    (told,) = replica_is_fit(databases=["default"])

    assert told.id == "companion.W004"
    assert replica_is_fit() == []


def test_without_a_replica_nothing_is_told_of_it(db):
    assert REPLICA not in connections
    assert replica_is_fit(databases=["default"]) == []
