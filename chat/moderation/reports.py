"""What people bring to a human by themselves: a reply that was wrong, a decision or a refusal they don't agree with."""

from uuid import UUID

from django.db import transaction

from chat.models import Appeal, Decision, Flag, Message, Report, Turn
from chat.moderation.errors import NoReasonError, NotAppealableError

MAX_WORDS = 2000
APPEALABLE = frozenset({Decision.Action.WARN, Decision.Action.SUSPEND, Decision.Action.CLOSE_ADULT})


@transaction.atomic
def report_reply(*, user_id: int, message_id: UUID, reason: str, words: str = "", variant: int | None = None) -> Report:
    """Put a reply into the queue, once; reported again, the first report is answered.

    ``variant``: which wording, the shown one unless said. Raises Message.DoesNotExist for what is not a reply in a
    conversation of this person, NoReasonError for a reason that is none.
    """
    if reason not in Report.Reason:
        raise NoReasonError
    replies = Message.objects.not_deleted().filter(conversation__user_id=user_id, role=Message.Role.ASSISTANT)
    reply = replies.select_for_update(no_key=True, of=("self",)).get(pk=message_id)
    number = variant if variant is not None else reply.active_variant or 0
    said = reply.variants.filter(number=number).first()
    if said is None:
        raise Message.DoesNotExist
    same = Report.objects.filter(flag__message=reply, flag__variant=number).first()
    if same is not None:
        return same
    is_about_minors = reason == Report.Reason.MINOR
    flag = Flag.objects.create(
        kind=Flag.Kind.REPORT,
        user_id=user_id,
        conversation_id=reply.conversation_id,
        message=reply,
        variant=number,
        route=said.route,
        action="none",
        gravity=Flag.Gravity.MINOR_RISK if is_about_minors else Flag.Gravity.REPORT,
    )
    return Report.objects.create(flag=flag, user_id=user_id, reason=reason, words=words[:MAX_WORDS])


@transaction.atomic
def appeal_decision(*, user_id: int, decision_id: UUID, words: str) -> Appeal:
    """Ask for another look at what was decided about oneself; once for each decision. Also for who is suspended.

    Raises Decision.DoesNotExist for a stranger's as for a missing one, NotAppealableError, NoReasonError without words.
    """
    decision = Decision.objects.for_user(user_id).select_for_update(no_key=True).get(pk=decision_id)
    if decision.action not in APPEALABLE:
        raise NotAppealableError
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
    own = Message.objects.not_deleted().filter(conversation__user_id=user_id, role=Message.Role.USER)
    message = own.select_for_update(no_key=True, of=("self",)).get(pk=message_id)
    turn = Turn.objects.filter(message=message).order_by("-started_at").first()
    if turn is None or turn.finish != "refused":
        raise NotAppealableError
    same = Appeal.objects.filter(flag__message=message, decision=None).first()
    if same is not None:
        return same
    flag = _appeal_flag(user_id, words, turn.label, turn.route, turn.conversation_id, message.pk)
    return Appeal.objects.create(flag=flag, user_id=user_id, words=words[:MAX_WORDS])


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
