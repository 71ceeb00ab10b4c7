"""Reading flagged text. Who reads says why; it is written down before a word is shown, and the person sees that it happened."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chat.models import Flag, Message, Reveal, Variant
from chat.moderation.errors import NoReasonError, NothingToShowError, OwnFlagError
from chat.moderation.roles import may_delay, may_reveal, role_of
from companion.errors import ForbiddenError
from companion.models import User

BEFORE, AFTER = 4, 2  # messages shown around the flagged one
OPEN_FOR = timedelta(minutes=30)  # then it has to be asked for anew
MOST_DELAY_DAYS = 30


# The reasons, as their person reads them.
_WHY: dict[Reveal.Reason, Promise | str] = {
    Reveal.Reason.SAFETY: _("Somebody may have been in danger."),
    Reveal.Reason.CHILD: _("A child may have been in danger."),
    Reveal.Reason.REPORT: _("You had reported a reply."),
    Reveal.Reason.APPEAL: _("You had asked for another look."),
    Reveal.Reason.DECIDE: _("It could not be decided without reading it."),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """``text`` is raw: whoever renders it escapes it."""

    id: UUID
    role: str
    text: str
    at: datetime
    is_flagged: bool
    is_deleted: bool


@dataclass(frozen=True, slots=True)
class Access:
    """One line of a person's own access log. Who it was stays inside; that, when, why and in which role does not."""

    at: datetime
    role: str
    reason: str
    conversation_id: UUID | None
    message_id: UUID | None
    messages: int


@transaction.atomic
def reveal(
    *, flag_id: UUID, moderator_id: int, reason: str, words: str, delay_days: int = 0, delay_reason: str = ""
) -> Reveal:
    """Write down who reads what and why; the text itself is read with `shown_by`.

    ``delay_days``: the person hears of it so much later, to protect a child; for operators, with a reason of its own.
    Raises Flag.DoesNotExist, NoReasonError, NothingToShowError, ForbiddenError and its OwnFlagError.
    """
    moderator = User.objects.get(pk=moderator_id)
    if not may_reveal(moderator):
        raise ForbiddenError
    if reason not in Reveal.Reason or not words.strip():
        raise NoReasonError
    _may_wait(moderator, reason, delay_days, delay_reason)
    flag = Flag.objects.select_related("message").get(pk=flag_id)
    if flag.user_id == moderator_id:
        raise OwnFlagError
    if flag.message is None or flag.message.erased_at is not None:
        raise NothingToShowError
    now = timezone.now()
    return Reveal.objects.create(
        flag=flag,
        user_id=flag.user_id,
        moderator=moderator,
        conversation_id=flag.conversation_id,
        message=flag.message,
        shown=[str(message.pk) for message in _around(flag.message)],
        reason=reason,
        words=words.strip(),
        delay_reason=delay_reason.strip(),
        at=now,
        visible_from=now + timedelta(days=delay_days),
    )


def _may_wait(moderator: User, reason: str, delay_days: int, delay_reason: str) -> None:
    if delay_days == 0:
        return
    if not may_delay(moderator) or reason != Reveal.Reason.CHILD or not 0 < delay_days <= MOST_DELAY_DAYS:
        raise ForbiddenError
    if not delay_reason.strip():
        raise NoReasonError


def shown_by(*, reveal_id: UUID, flag_id: UUID, moderator_id: int) -> list[Shown]:
    """The text, for half an hour, to who asked for it. Raises Reveal.DoesNotExist."""
    recent = Reveal.objects.filter(moderator_id=moderator_id, flag=flag_id, at__gt=timezone.now() - OPEN_FOR)
    found = recent.select_related("flag").get(pk=reveal_id)
    messages = Message.objects.filter(pk__in=found.shown).order_by("position").prefetch_related("variants")
    return [_shown(message, found) for message in messages]


def _shown(message: Message, found: Reveal) -> Shown:
    is_flagged = message.pk == found.message_id
    number = message.active_variant
    if is_flagged and found.flag.variant is not None and message.role == Message.Role.ASSISTANT:
        number = found.flag.variant
    # What its person deleted is shown only where it is the flagged text itself.
    is_hidden = message.deleted_at is not None and not is_flagged
    return Shown(
        id=message.pk,
        role=message.role,
        text="" if is_hidden else _words(message, number),
        at=message.created_at,
        is_flagged=is_flagged,
        is_deleted=message.deleted_at is not None,
    )


def _words(message: Message, number: int | None) -> str:
    if message.role == Message.Role.USER:
        return message.text
    variants: Iterable[Variant] = message.variants.all()
    return next((one.text for one in variants if one.number == number), "")


def _around(message: Message) -> list[Message]:
    """The flagged message and a few on its own branch before and behind it, oldest first."""
    near = Message.objects.filter(
        conversation_id=message.conversation_id,
        position__range=(message.position - BEFORE, message.position + AFTER),
    )
    by_id = {one.pk: one for one in near}
    before: list[Message] = []
    one = by_id.get(message.parent_id) if message.parent_id else None
    while one is not None:
        before.insert(0, one)
        one = by_id.get(one.parent_id) if one.parent_id else None
    behind: list[Message] = []
    last: Message | None = message
    while last is not None:
        last = max(_followers(last, by_id), key=lambda child: (child.is_active, child.created_at), default=None)
        if last is not None:
            behind.append(last)
    return [*before, message, *behind]


def _followers(message: Message, near: Mapping[UUID, Message]) -> list[Message]:
    """What was said next; behind a deleted one it follows, by now, what that one had followed."""
    children = [one for one in near.values() if one.parent_id == message.pk]
    if children or message.deleted_at is None:
        return children
    above = message.parent_id
    while above is not None and above in near and near[above].deleted_at is not None:
        above = near[above].parent_id
    return [one for one in near.values() if one.parent_id == above and one.position > message.position]


def access_log(*, user_id: int) -> list[Access]:
    """Who read this person's text: every reveal that may be seen by now, newest first."""
    return [
        Access(
            at=one.at,
            role=role_of(one.moderator),
            reason=str(_WHY[Reveal.Reason(one.reason)]),
            conversation_id=one.conversation_id,
            message_id=one.message_id,
            messages=len(one.shown),
        )
        for one in Reveal.objects.in_access_log(user_id)
        .select_related("moderator")
        .prefetch_related("moderator__groups")
    ]
