"""Who is known to be an adult, on every instance from the moment it is answered.

The rows are the truth. The account's state in Redis is a copy that may only say no: what is open to adults asks both.
"""

import logging
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from companion.signals import account_changed
from sessions_ext.models import AgeStanding, AgeVerification
from sessions_ext.signals import verification_ended
from sessions_ext.store import StateChangedError, StateStore, StateUnreadableError, account_state

logger = logging.getLogger(__name__)

ADULT_YEARS = 18
ATTEMPTS_WINDOW = timedelta(hours=24)
# Somebody who says to be under 18 and not how old: until the youngest who may use a service of this kind have grown up.
UNKNOWN_YEARS_LEFT = 5
TRIES = 3  # to keep what is known beside a session that others write to as well
DECIDED = "decided"  # how it was closed: by a moderator, not by what the person said


class AgeRefusedError(Exception):
    """``reason``: `under_age`, `account_closed` or `attempts`; ``until`` when it may be asked again, None for nobody knows."""

    def __init__(self, reason: str, until: datetime | None = None, *, may_reopen: bool = False, how: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.until = until
        self.is_decided = how == DECIDED  # by a moderator
        self.may_reopen = may_reopen  # a moderator allowed it, so an identity provider may be asked

    @property
    def retry_after(self) -> int | None:
        return None if self.until is None else max(int((self.until - timezone.now()).total_seconds()) + 1, 1)


@dataclass(frozen=True, slots=True)
class AgeFact:
    method: str
    policy: int
    verified_at: datetime


def verification(*, user_id: int) -> AgeFact | None:
    """By the row: the standing verification under the present policy."""
    row = AgeVerification.objects.filter(
        user_id=user_id, revoked_at=None, policy__gte=settings.AGE_POLICY_VERSION
    ).first()
    return AgeFact(row.method, row.policy, row.verified_at) if row else None


def is_verified(*, user_id: int) -> bool:
    """For pages and states, mostly without a query; no where it can't be read. What opens something asks `may_enter`."""
    state = account_state(user_id=user_id)
    try:
        policy = state.get("policy")
    except StateUnreadableError:
        return False
    if policy is None and (fact := verification(user_id=user_id)) is not None:
        policy = _copy(state, fact)
    return policy is not None and int(policy) >= settings.AGE_POLICY_VERSION


def may_enter(*, user_id: int) -> bool | None:
    """Whether both say so, the shared state and the row; None where the state can't be read, which counts as no."""
    state = account_state(user_id=user_id)
    try:
        policy = state.get("policy")
    except StateUnreadableError:
        return None
    fact = verification(user_id=user_id)
    if fact is None:
        if policy is not None:
            _forget_copy(user_id)  # kept by a Redis that was away when the row changed
        return False
    if policy is None:
        policy = _copy(state, fact)
    return int(policy) >= settings.AGE_POLICY_VERSION


def _copy(state: StateStore, fact: AgeFact) -> int:
    """Put the row's word beside the session, where it is missing."""
    state["policy"] = fact.policy
    try:
        state.save()
    except (StateUnreadableError, StateChangedError):
        logger.warning("what is known of an age could not be copied; the next look tries again")
    return fact.policy


def closed_accounts() -> QuerySet[AgeStanding]:
    """Adult and romance are closed for these people, who said to be under 18."""
    return AgeStanding.objects.filter(closed_until__gt=timezone.now())


def is_closed(*, user_id: int) -> bool:
    return closed_accounts().filter(user_id=user_id).exists()


def closed(*, user_id: int) -> AgeRefusedError | None:
    """Why and until when, for the page; None where nothing is closed."""
    standing = closed_accounts().filter(user_id=user_id).first()
    if standing is None:
        return None
    may_reopen = standing.reopening_allowed_at is not None
    return AgeRefusedError("account_closed", standing.closed_until, may_reopen=may_reopen, how=standing.closed_how)


def declare(*, user_id: int, born: date) -> AgeFact:
    """Verify by the person's own word. Raises AgeRefusedError, StateUnreadableError; then nothing counts as verified.

    ``born`` is used here and kept nowhere.
    """
    now = timezone.now()
    refusal = _attempt(user_id=user_id, now=now, years=_age(born, now))
    if refusal is not None:
        if refusal.reason == "under_age":
            _tell_closed(user_id)
        raise refusal
    return verify(user_id=user_id, method=AgeVerification.Method.SELF_DECLARATION)


@transaction.atomic
def _attempt(*, user_id: int, now: datetime, years: int) -> AgeRefusedError | None:
    """Count one answer and judge it. What speaks against the person is committed, whatever follows."""
    standing = _standing(user_id)
    if standing.closed_until is not None and standing.closed_until > now:
        return AgeRefusedError("account_closed", standing.closed_until, how=standing.closed_how)
    if standing.attempts_since is None or standing.attempts_since <= now - ATTEMPTS_WINDOW:
        standing.attempts, standing.attempts_since = 0, now
    if standing.attempts >= settings.AGE_ATTEMPTS_PER_DAY:
        return AgeRefusedError("attempts", standing.attempts_since + ATTEMPTS_WINDOW)
    standing.attempts += 1
    standing.save(update_fields=["attempts", "attempts_since"])
    if years >= ADULT_YEARS:
        return None
    return AgeRefusedError("under_age", _close(standing, years_left=ADULT_YEARS - max(years, 0), how="date", now=now))


def verify(*, user_id: int, method: AgeVerification.Method) -> AgeFact:
    """Store the fact where every instance reads it, or nowhere.

    Raises StateUnreadableError, StateChangedError, and AgeRefusedError where the account was closed meanwhile.
    """
    with transaction.atomic():
        now = timezone.now()
        standing = _standing(user_id)  # two answers at once come one after the other
        if standing.closed_until is not None and standing.closed_until > now:
            raise AgeRefusedError("account_closed", standing.closed_until)
        account_state(user_id=user_id).get(
            "policy"
        )  # before anything is written: without Redis there is no verification
        AgeVerification.objects.filter(user_id=user_id, revoked_at=None).update(revoked_at=now)
        row = AgeVerification.objects.create(
            user_id=user_id, method=method, policy=settings.AGE_POLICY_VERSION, verified_at=now
        )
        _keep(user_id, policy=row.policy)
        _tell_when_stored(user_id)
    return AgeFact(row.method, row.policy, row.verified_at)


def _keep(user_id: int, *, policy: int) -> None:
    """Beside the session, also where a look copies what was known before, between reading and writing.

    Raises StateUnreadableError; StateChangedError where it never stays as it was read.
    """
    for tries_left in reversed(range(TRIES)):
        state = account_state(user_id=user_id)
        state["policy"] = policy
        try:
            state.save()
        except StateChangedError:
            if not tries_left:
                raise
        else:
            return


def end_verification(*, user_id: int, by_id: int) -> bool:
    """Withdraw (by oneself) or revoke (by somebody else); False when there was none. Holds without Redis, by the row."""
    with transaction.atomic():
        ended = AgeVerification.objects.filter(user_id=user_id, revoked_at=None).update(
            revoked_at=timezone.now(), revoked_by_id=by_id
        )
        verification_ended.send(sender=AgeVerification, user_id=user_id)
    _forget_copy(user_id)
    _tell_when_stored(user_id)
    return bool(ended)


def close_account(*, user_id: int, told_age: int | None) -> None:
    """The person said in words to be under 18: adult and romance close, and a verification ends. Call inside a transaction."""
    now = timezone.now()
    years_left = UNKNOWN_YEARS_LEFT if told_age is None else ADULT_YEARS - max(told_age, 0)
    _close(_standing(user_id), years_left=years_left, how="words", now=now)
    transaction.on_commit(lambda: _tell_closed(user_id))


@transaction.atomic
def close_by_moderator(*, user_id: int) -> None:
    """Adult and romance close by a human's decision; what the person said of their age stays what it is."""
    _close(_standing(user_id), years_left=UNKNOWN_YEARS_LEFT, how=DECIDED, now=timezone.now())
    _tell_closed(user_id)


@transaction.atomic
def reopen_by_moderator(*, user_id: int, by_id: int) -> bool:
    """Opens what a moderator closed. Who said to be under 18 needs an identity provider's word besides: False, then."""
    standing = _standing(user_id)
    if standing.closed_until is None or standing.closed_until <= timezone.now():
        return True
    if standing.closed_how != DECIDED:
        allow_reopening(user_id=user_id, by_id=by_id)
        return False
    standing.closed_until, standing.closed_how = None, ""
    standing.save(update_fields=["closed_until", "closed_how"])
    return True


def allow_reopening(*, user_id: int, by_id: int) -> None:
    """A moderator's part of opening a closed account again; an identity provider's word is the other."""
    AgeStanding.objects.filter(user_id=user_id).update(
        reopening_allowed_at=timezone.now(), reopening_allowed_by_id=by_id
    )


@transaction.atomic
def reopen_by_provider(*, user_id: int) -> None:
    """Before an identity provider's yes counts: opens what a moderator allowed to be opened. Raises AgeRefusedError."""
    standing = _standing(user_id)
    if standing.closed_until is None or standing.closed_until <= timezone.now():
        return
    if standing.reopening_allowed_at is None:
        raise AgeRefusedError("account_closed", standing.closed_until)
    standing.closed_until, standing.reopening_allowed_at = None, None
    standing.save(update_fields=["closed_until", "reopening_allowed_at"])


@transaction.atomic
def close_by_provider(*, user_id: int) -> AgeRefusedError:
    """An identity provider says that the person is under 18."""
    until = _close(_standing(user_id), years_left=UNKNOWN_YEARS_LEFT, how="date", now=timezone.now())
    transaction.on_commit(lambda: _tell_closed(user_id))
    return AgeRefusedError("under_age", until)


def _standing(user_id: int) -> AgeStanding:
    AgeStanding.objects.bulk_create([AgeStanding(user_id=user_id)], ignore_conflicts=True)
    return AgeStanding.objects.select_for_update(no_key=True).get(user_id=user_id)


def _close(standing: AgeStanding, *, years_left: int, how: str, now: datetime) -> datetime:
    """Another answer can only make it longer."""
    until = now + timedelta(days=366 * years_left)
    is_closed = standing.closed_until is not None and standing.closed_until > now
    if not (how == DECIDED and is_closed):  # a decision never hides that somebody said to be under 18
        standing.closed_how = how
    standing.closed_until = max(standing.closed_until or until, until)
    standing.reopening_allowed_at = None
    standing.save(update_fields=["closed_until", "closed_how", "reopening_allowed_at"])
    AgeVerification.objects.filter(user_id=standing.pk, revoked_at=None).update(revoked_at=now)
    return standing.closed_until


def _tell_closed(user_id: int) -> None:
    verification_ended.send(sender=AgeStanding, user_id=user_id)
    _forget_copy(user_id)
    _tell_when_stored(user_id)


def _tell_when_stored(user_id: int) -> None:
    """Who is told looks at once, so the caller's transaction has to be through."""
    transaction.on_commit(partial(account_changed.send_robust, sender=AgeVerification, user_id=user_id))


def _forget_copy(user_id: int) -> None:
    """The copy that says yes counts for nothing without the row; it is only taken away so that pages say the same."""
    state = account_state(user_id=user_id)
    try:
        state.delete()
    except StateUnreadableError:
        return  # told by the store


def _age(born: date, now: datetime) -> int:
    """Whole years, on the calendar where the day begins last (UTC-12): nobody is an adult a day early."""
    today = (now - timedelta(hours=12)).date()
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
