"""Who counts as an adult, by the rows and by the copy."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone
from django_redis import get_redis_connection

from companion.signals import account_changed
from sessions_ext import age
from sessions_ext.models import AgeStanding, AgeVerification
from sessions_ext.store import StateChangedError, StateStore, StateUnreadableError, account_state
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

ADULT_BORN = date(1990, 5, 17)


@pytest.fixture
def user():
    return UserFactory()


def years_ago(years, *, days=0):
    today = timezone.now().date()
    return date(today.year - years, today.month, min(today.day, 28)) + timedelta(days=days)


def declare(user, born=ADULT_BORN):
    return age.declare(user_id=user.pk, born=born)


def holds(user):
    return age.is_verified(user_id=user.pk), age.may_enter(user_id=user.pk)


def test_an_adult_s_word_is_kept_and_the_date_is_not(user):
    declare(user)
    row = AgeVerification.objects.get(user=user)
    assert (row.method, row.policy, row.revoked_at) == ("self_declaration", 1, None)
    assert holds(user) == (True, True)
    stored = [
        str(value)
        for model in (AgeVerification, AgeStanding)
        for one in model.objects.filter(user=user).values()
        for value in one.values()
    ]
    assert not any("1990" in value for value in stored)


@pytest.mark.parametrize(
    ("born", "now", "years"),
    [
        (date(2008, 5, 17), datetime(2026, 5, 17, 6, tzinfo=UTC), 17),  # not yet everywhere on earth
        (date(2008, 5, 17), datetime(2026, 5, 17, 13, tzinfo=UTC), 18),
        (date(2008, 2, 29), datetime(2026, 2, 28, 13, tzinfo=UTC), 17),
        (date(2008, 2, 29), datetime(2026, 3, 1, 13, tzinfo=UTC), 18),
    ],
)
def test_nobody_is_an_adult_a_day_early(born, now, years):
    assert age._age(born, now) == years


def test_under_18_is_kept_as_closed_and_another_date_changes_nothing(user):
    with pytest.raises(age.AgeRefusedError, match="under_age"):
        declare(user, years_ago(15))
    until = AgeStanding.objects.get(user=user).closed_until
    assert until > timezone.now() + timedelta(days=3 * 365)
    with pytest.raises(age.AgeRefusedError, match="account_closed"):
        declare(user)
    assert AgeStanding.objects.get(user=user).closed_until == until
    assert holds(user) == (False, False)
    assert age.is_closed(user_id=user.pk)


def test_how_long_it_is_closed_tells_no_birthday(user):
    other = UserFactory()
    # Not on the day itself, which isn't everywhere yet.
    for one, born in ((user, years_ago(15, days=-1)), (other, years_ago(15, days=-200))):
        with pytest.raises(age.AgeRefusedError):
            declare(one, born)
    first, second = (AgeStanding.objects.get(user=one).closed_until for one in (user, other))
    assert abs(first - second) < timedelta(minutes=1)


def test_a_word_in_the_conversation_closes_and_ends_a_verification(user, django_capture_on_commit_callbacks):
    declare(user)
    with django_capture_on_commit_callbacks(execute=True):
        age.close_account(user_id=user.pk, told_age=16)
    assert holds(user) == (False, False)
    with pytest.raises(age.AgeRefusedError, match="account_closed"):
        declare(user)


def test_a_later_word_can_only_make_it_longer(user):
    age.close_account(user_id=user.pk, told_age=13)
    until = AgeStanding.objects.get(user=user).closed_until
    age.close_account(user_id=user.pk, told_age=17)
    assert AgeStanding.objects.get(user=user).closed_until == until


def test_answers_in_a_day_are_counted(user, settings):
    settings.AGE_ATTEMPTS_PER_DAY = 3
    for _ in range(3):
        declare(user)
    with pytest.raises(age.AgeRefusedError, match="attempts") as refused:
        declare(user)
    assert 0 < refused.value.retry_after <= 24 * 3600
    AgeStanding.objects.update(attempts_since=timezone.now() - timedelta(hours=25))
    declare(user)


def test_a_higher_policy_asks_everybody_again(user, settings):
    declare(user)
    settings.AGE_POLICY_VERSION = 2
    assert holds(user) == (False, False)
    declare(user)
    assert holds(user) == (True, True)
    assert AgeVerification.objects.filter(user=user, revoked_at=None).count() == 1


def test_withdrawn_is_withdrawn(user):
    declare(user)
    assert age.end_verification(user_id=user.pk, by_id=user.pk)
    assert holds(user) == (False, False)
    assert AgeVerification.objects.get(user=user).revoked_by_id == user.pk
    assert not age.end_verification(user_id=user.pk, by_id=user.pk)


def test_another_person_s_word_is_nobody_else_s(user):
    declare(user)
    stranger = UserFactory()
    assert holds(stranger) == (False, False)
    age.end_verification(user_id=stranger.pk, by_id=stranger.pk)
    assert holds(user) == (True, True)


def test_everybody_who_listens_is_told_once_it_is_stored(user, django_capture_on_commit_callbacks):
    told = []

    def hear(user_id, **_):
        told.append(user_id)

    account_changed.connect(hear)
    with django_capture_on_commit_callbacks(execute=True):
        declare(user)
        assert told == []
    with django_capture_on_commit_callbacks(execute=True):
        age.end_verification(user_id=user.pk, by_id=user.pk)
    assert told == [user.pk, user.pk]


def test_a_yes_that_was_on_its_way_does_not_open_what_was_closed_meanwhile(user):
    age.close_account(user_id=user.pk, told_age=16)
    with pytest.raises(age.AgeRefusedError, match="account_closed"):
        age.verify(user_id=user.pk, method="self_declaration")
    assert holds(user) == (False, False)


def test_an_answer_under_18_ends_what_was_verified_before(user):
    declare(user)
    with pytest.raises(age.AgeRefusedError, match="under_age"):
        declare(user, years_ago(15))
    assert holds(user) == (False, False)
    assert account_state(user_id=user.pk).get("policy") is None


@pytest.mark.django_db(transaction=True)
def test_two_answers_at_once_are_one_verification(user):
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: in_a_connection_of_its_own(declare, user), range(4)))
    assert {answer.method for answer in answers} == {"self_declaration"}
    assert AgeVerification.objects.filter(user=user, revoked_at=None).count() == 1
    assert holds(user) == (True, True)


def in_a_connection_of_its_own(act, *arguments):
    try:
        return act(*arguments)
    finally:
        connection.close()


# --- When the copy is gone, wrong or out of reach ---------------------------------------------------------------------
def test_a_flushed_redis_asks_nobody_again(user):
    declare(user)
    get_redis_connection("sessions").flushdb()
    assert holds(user) == (True, True)


def test_a_flushed_redis_opens_nothing_that_was_closed(user):
    with pytest.raises(age.AgeRefusedError):
        declare(user, years_ago(15))
    get_redis_connection("sessions").flushdb()
    with pytest.raises(age.AgeRefusedError, match="account_closed"):
        declare(user)


def test_a_copy_that_says_yes_is_not_enough(user):
    declare(user)
    AgeVerification.objects.filter(user=user).update(revoked_at=timezone.now())  # as if the copy could not be reached
    assert age.may_enter(user_id=user.pk) is False
    assert age.is_verified(user_id=user.pk) is False  # found out, and put right


def test_without_redis_nobody_is_verified_and_nobody_enters(user, redis_may_go):
    declare(user)
    redis_may_go.stop()
    assert holds(user) == (False, None)
    other = UserFactory()
    with pytest.raises(StateUnreadableError):
        declare(other)
    assert not AgeVerification.objects.filter(user=other).exists()


def test_what_is_withdrawn_without_redis_stays_withdrawn_when_it_is_back(user, redis_may_go):
    declare(user)
    redis_may_go.stop()
    age.end_verification(user_id=user.pk, by_id=user.pk)
    redis_may_go.start()
    assert age.may_enter(user_id=user.pk) is False


@pytest.mark.parametrize(("others", "is_kept"), [(1, True), (age.TRIES - 1, True), (age.TRIES, False)])
def test_who_writes_to_the_session_meanwhile_turns_no_answer_away(user, monkeypatch, others, is_kept):
    key = account_state(user_id=user.pk).session_key

    class Overtaken(StateStore):
        left = others

        def save(self, must_create=False):
            if Overtaken.left:
                Overtaken.left -= 1
                other = StateStore(key)
                other["policy"] = Overtaken.left
                other.save()
            super().save(must_create)

    monkeypatch.setattr(age, "account_state", lambda *, user_id: Overtaken(key))
    if is_kept:
        declare(user)
    else:
        with pytest.raises(StateChangedError):
            declare(user)
    monkeypatch.undo()
    assert holds(user) == (is_kept, is_kept)
