"""What people bring to a human by themselves: a reply that was wrong, a decision or a refusal they don't agree with."""

from uuid import UUID

from django.db import transaction

from chat.models import Appeal, Decision, Flag, Message, Report, Turn, Variant
from chat.moderation.errors import NoReasonError, NotAppealableError
from chat.routes import Reason

MAX_WORDS = 2000
REPORT_WORDS = 500
APPEALABLE = frozenset({Decision.Action.WARN, Decision.Action.SUSPEND, Decision.Action.CLOSE_ADULT})
# Refusals in which somebody was taken for something. What is closed to everybody is nothing that a moderator can open.
APPEALABLE_REFUSALS = frozenset({Reason.LABEL, Reason.ACCOUNT_CLOSED})


@transaction.atomic
def report_reply(*, user_id: int, message_id: UUID, reason: str, words: str = "", variant: int | None = None) -> Report:
    """Put a reply into the queue, once; reported again, the first report is answered.

    ``variant``: which wording, the shown one unless said. Raises Message.DoesNotExist for what is not a reply in a
    conversation of this person, NoReasonError for a reason that is none.
    """
    if reason not in Report.Reason:
        raise NoReasonError
    said = reply_said(user_id=user_id, message_id=message_id, variant=variant)
    reply = Message.objects.select_for_update(no_key=True).get(pk=said.message_id)
    same = Report.objects.filter(flag__message=reply, flag__variant=said.number).first()
    if same is not None:
        return same
    is_about_minors = reason == Report.Reason.MINOR
    flag = Flag.objects.create(
        kind=Flag.Kind.REPORT,
        user_id=user_id,
        conversation_id=reply.conversation_id,
        message=reply,
        variant=said.number,
        route=said.route,
        action="none",
        gravity=Flag.Gravity.MINOR_RISK if is_about_minors else Flag.Gravity.REPORT,
    )
    return Report.objects.create(flag=flag, user_id=user_id, reason=reason, words=words[:REPORT_WORDS])


def reply_said(*, user_id: int, message_id: UUID, variant: int | None = None) -> Variant:
    """A reply that this person may report, in this wording or the shown one. Raises Message.DoesNotExist."""
    replies = Message.objects.not_deleted().filter(conversation__user_id=user_id, role=Message.Role.ASSISTANT)
    reply = replies.get(pk=message_id)
    number = variant if variant is not None else reply.active_variant or 0
    said = Variant.objects.select_related("message").filter(message=reply, number=number).first()
    if said is None:
        raise Message.DoesNotExist
    return said


@transaction.atomic
def appeal_decision(*, user_id: int, decision_id: UUID, words: str) -> Appeal:
    """Ask for another look at what was decided about oneself; once for each decision. Also for who is suspended.

    Raises Decision.DoesNotExist for a stranger's as for a missing one, NotAppealableError, NoReasonError without words.
    """
    decision = appealable_decision(user_id=user_id, decision_id=decision_id, is_locked=True)
    same = Appeal.objects.filter(decision=decision).first()
    if same is not None:
        return same
    about = decision.flag
    flag = _appeal_flag(user_id, words, about.label, about.route, about.conversation_id, about.message_id)
    return Appeal.objects.create(flag=flag, user_id=user_id, decision=decision, words=words[:MAX_WORDS])


@transaction.atomic
def appeal_refusal(*, user_id: int, message_id: UUID, words: str) -> Appeal:
    """Ask for another look at a message that was refused; once for each message.

    Raises Message.DoesNotExist for a stranger's as for a missing one, NotAppealableError where it was not refused,
    NoReasonError without words.
    """
    turn = refused_turn(user_id=user_id, message_id=message_id)
    message = Message.objects.select_for_update(no_key=True).get(pk=message_id)
    same = Appeal.objects.filter(flag__message=message, decision=None).first()
    if same is not None:
        return same
    flag = _appeal_flag(user_id, words, turn.label, turn.route, turn.conversation_id, message.pk)
    return Appeal.objects.create(flag=flag, user_id=user_id, words=words[:MAX_WORDS])


def appealable_decision(*, user_id: int, decision_id: UUID, is_locked: bool = False) -> Decision:
    """Raises Decision.DoesNotExist, NotAppealableError."""
    decisions = Decision.objects.for_user(user_id)
    if is_locked:
        decisions = decisions.select_for_update(no_key=True)
    decision = decisions.get(pk=decision_id)
    if decision.action not in APPEALABLE:
        raise NotAppealableError
    return decision


def refused_turn(*, user_id: int, message_id: UUID) -> Turn:
    """The refusal of this message. Raises Message.DoesNotExist, NotAppealableError where it is none that can be appealed."""
    own = Message.objects.not_deleted().filter(conversation__user_id=user_id, role=Message.Role.USER)
    turn = Turn.objects.filter(message=own.get(pk=message_id)).select_related("message").order_by("-started_at").first()
    if turn is None or turn.finish != "refused" or turn.reason not in APPEALABLE_REFUSALS:
        raise NotAppealableError
    return turn


def _appeal_flag(
    user_id: int, words: str, label: str, route: str, conversation_id: UUID | None, message_id: UUID | None
) -> Flag:
    if not words.strip():
        raise NoReasonError
    return Flag.objects.create(
        kind=Flag.Kind.APPEAL,
        user_id=user_id,
        conversation_id=conversation_id,
        message_id=message_id,
        label=label,
        route=route,
        action="none",
        gravity=Flag.Gravity.APPEAL,
    )
