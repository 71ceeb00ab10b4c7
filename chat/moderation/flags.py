"""Filing what people should look at. It happens in the transaction of what it is about, and keeps no word of it."""

from typing import Protocol
from uuid import UUID

from django.conf import settings

from chat.models import Conversation, Flag, Message, Turn
from chat.routes import Decision
from chat.safety import Label, Verdict
from chat.safety.version import CLASSIFIER_VERSION

SAYS_MINOR = "says_minor"  # no label of a text: the person said to be under 18, which closed the account

_ALWAYS = frozenset({Label.DISCLOSURE, Label.MINOR_RISK, Label.NONCONSENSUAL})
_GRAVITY = {
    Label.DISCLOSURE: Flag.Gravity.DISCLOSURE,
    Label.MINOR_RISK: Flag.Gravity.MINOR_RISK,
    Label.SELF_HARM: Flag.Gravity.SELF_HARM,
    Label.NONCONSENSUAL: Flag.Gravity.NONCONSENSUAL,
}


class Answered(Protocol):
    """A turn, as its row or as a LiveTurn."""

    @property
    def conversation_id(self) -> UUID: ...
    @property
    def reply_id(self) -> UUID: ...
    @property
    def variant(self) -> int: ...
    @property
    def route(self) -> str: ...


def is_for_people(label: str) -> bool:
    """Whether a message of this label is put into the queue. A crisis is not, unless the operator wants it."""
    return label in _ALWAYS or (label == Label.SELF_HARM and settings.MODERATION_SEES_SELF_HARM)


def flag_message(*, turn: Turn, user_id: int, verdict: Verdict, decision: Decision, closes_account: bool) -> None:
    """File what an admitted message calls for, if it does; the same words are filed once.

    ``closes_account``: it is the one in which the person said to be under 18.
    """
    flags = []
    if is_for_people(decision.label):
        flags.append(Flag(label=decision.label, gravity=_gravity(decision.label, verdict), action=decision.action))
    if closes_account:
        flags.append(Flag(label=SAYS_MINOR, gravity=Flag.Gravity.SAYS_MINOR, action="account_closed"))
    for flag in flags:
        flag.kind, flag.user_id, flag.conversation_id = Flag.Kind.MESSAGE, user_id, turn.conversation_id
        flag.message_id, flag.route = turn.message_id, decision.route
        flag.rules, flag.versions = list(verdict.rules), CLASSIFIER_VERSION
    Flag.objects.bulk_create(flags, ignore_conflicts=True)


def flag_minor_s_words(*, user_id: int, conversation_id: UUID, message_id: UUID | None) -> None:
    """File that a person said to be under 18 in what they brought in from elsewhere, which closed the account."""
    Flag.objects.create(
        kind=Flag.Kind.MESSAGE,
        user_id=user_id,
        conversation_id=conversation_id,
        message_id=message_id,
        label=SAYS_MINOR,
        gravity=Flag.Gravity.SAYS_MINOR,
        action="account_closed",
        versions=CLASSIFIER_VERSION,
    )


def flag_reply(turn: Answered, verdict: Verdict) -> None:
    """File a reply that crossed a line and was cut off. Call it in the transaction that stored the reply, behind it.

    Where nothing of it was stored, the flag has no text to show. Safe to call again.
    """
    is_stored = Message.objects.filter(pk=turn.reply_id).exists()
    flag = Flag(
        kind=Flag.Kind.REPLY,
        user_id=Conversation.objects.values_list("user_id", flat=True).get(pk=turn.conversation_id),
        conversation_id=turn.conversation_id,
        message_id=turn.reply_id if is_stored else None,
        variant=turn.variant,
        label=verdict.label,
        rules=list(verdict.rules),
        route=turn.route,
        action="filtered",
        versions=CLASSIFIER_VERSION,
        gravity=_gravity(verdict.label, verdict),
    )
    Flag.objects.bulk_create([flag], ignore_conflicts=True)


def _gravity(label: str, verdict: Verdict) -> Flag.Gravity:
    if label == Label.DISCLOSURE and verdict.in_doubt:
        return Flag.Gravity.DISCLOSURE_IN_DOUBT
    return _GRAVITY.get(Label(label), Flag.Gravity.OTHER)
