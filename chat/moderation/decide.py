"""Deciding. Nothing here runs by itself: every decision has a human and a reason."""

from collections.abc import Collection
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from chat.models import Decision, Flag, Notice
from chat.moderation.errors import (
    DecidedMeanwhileError,
    NobodyConcernedError,
    NoReasonError,
    OwnDecisionError,
    OwnFlagError,
)
from chat.moderation.roles import may_decide, others_may_decide
from chat.moderation.signals import written_to
from companion.errors import ForbiddenError
from companion.models import User, lift_suspension, suspend
from sessions_ext import age

Action = Decision.Action
# What needs a person to do it to.
_ON_A_PERSON = frozenset(
    {Action.WARN, Action.SUSPEND, Action.LIFT, Action.CLOSE_ADULT, Action.REOPEN_ADULT},
)


@transaction.atomic
def decide(
    *,
    flag_ids: Collection[UUID],
    moderator_id: int,
    action: str,
    reason: str,
    told: str = "",
    seen: int | None = None,
) -> list[Decision]:
    """Do this about each of these flags, all or none. A note leaves them open; everything else decides them.

    ``reason`` is for moderators; ``told`` are the moderator's own words to the person, beside the usual sentence. ``seen``:
    how many decisions the moderator saw on these flags, together. Raises Flag.DoesNotExist, NoReasonError, DecidedMeanwhileError,
    NobodyConcernedError, ForbiddenError and its OwnFlagError and OwnDecisionError.
    """
    moderator = User.objects.get(pk=moderator_id)
    if not may_decide(moderator):
        raise ForbiddenError
    if not reason.strip() or action not in Action:
        raise NoReasonError
    flags = list(
        Flag.objects.select_for_update(no_key=True, of=("self",)).select_related("user").filter(pk__in=flag_ids)
    )
    if len(flags) != len(set(flag_ids)):
        raise Flag.DoesNotExist
    if seen is not None and Decision.objects.filter(flag__in=flags).count() != seen:
        raise DecidedMeanwhileError
    for flag in flags:
        _may_be_decided(flag, moderator, Action(action))
    decisions = [
        Decision(flag=flag, user_id=flag.user_id, moderator=moderator, action=action, reason=reason.strip())
        for flag in flags
    ]
    Decision.objects.bulk_create(decisions)
    if action == Action.NOTE:
        return decisions
    Flag.objects.filter(pk__in=flag_ids).update(state=Flag.State.DECIDED, decided_at=timezone.now())
    for user_id in {flag.user_id for flag in flags if flag.user_id is not None}:
        _act(Action(action), user_id=user_id, by_id=moderator_id)
    for decision in decisions:
        if decision.action == Action.LIFT:
            _take_back(decision)
    _tell(decisions, told.strip())
    return decisions


@transaction.atomic
def decide_about(
    *, user_ids: Collection[int], moderator_id: int, action: str, reason: str, told: str = ""
) -> list[Decision]:
    """Do this about people of whom nothing has to be flagged: what is decided stands in the same record, and can be appealed.

    Raises what ``decide`` raises.
    """
    flags = Flag.objects.bulk_create(
        Flag(kind=Flag.Kind.ACCOUNT, user_id=user_id, action="none") for user_id in user_ids
    )
    return decide(
        flag_ids=[flag.pk for flag in flags], moderator_id=moderator_id, action=action, reason=reason, told=told
    )


def _may_be_decided(flag: Flag, moderator: User, action: Action) -> None:
    if flag.user_id == moderator.pk:
        raise OwnFlagError
    if action in _ON_A_PERSON and flag.user_id is None:
        raise NobodyConcernedError
    # Those who look after the place are suspended by who may change accounts.
    is_colleague = flag.user is not None and flag.user.is_staff
    if action in _ON_A_PERSON and is_colleague and not moderator.has_perm("companion.change_user"):
        raise ForbiddenError
    if action != Action.NOTE and _is_against(flag, moderator) and others_may_decide(moderator.pk):
        raise OwnDecisionError


def _is_against(flag: Flag, moderator: User) -> bool:
    """An appeal against what this moderator decided."""
    decided = flag.appeal.decision if flag.kind == Flag.Kind.APPEAL else None
    return decided is not None and decided.moderator_id == moderator.pk


def _act(action: Action, *, user_id: int, by_id: int) -> None:
    match action:
        case Action.SUSPEND:
            suspend(user_id=user_id)
        case Action.LIFT:
            lift_suspension(user_id=user_id)
        case Action.CLOSE_ADULT:
            age.close_by_moderator(user_id=user_id)
        case Action.REOPEN_ADULT:
            age.reopen_by_moderator(user_id=user_id, by_id=by_id)


def _take_back(decision: Decision) -> None:
    """The warnings of the flag, or of the decision that was appealed, count no more."""
    of_flag = [decision.flag_id]
    if decision.flag.kind == Flag.Kind.APPEAL and decision.flag.appeal.decision is not None:
        of_flag.append(decision.flag.appeal.decision.flag_id)
    warnings = Notice.objects.filter(decision__flag__in=of_flag, decision__action=Action.WARN, taken_back_at=None)
    warnings.update(taken_back_at=timezone.now())


def _tell(decisions: list[Decision], words: str) -> None:
    """Who asked for a look hears of every answer; who didn't, only of what concerns them."""
    asked = {Flag.Kind.APPEAL, Flag.Kind.REPORT}
    notices = Notice.objects.bulk_create(
        Notice(user_id=one.user_id, decision=one, words=words)
        for one in decisions
        if one.user_id is not None and (one.action in _ON_A_PERSON or one.flag.kind in asked)
    )
    user_ids = {notice.user_id for notice in notices}
    transaction.on_commit(partial(written_to.send_robust, sender=Notice, user_ids=user_ids))
