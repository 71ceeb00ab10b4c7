"""The first step of a turn: may this be said, and if so, it is stored."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from chat.models import Conversation, Message, Turn, Variant
from chat.protocol import Head, RegenerateReply, SendMessage, request_hash
from companion.errors import BusyError, InvalidFrameError, SignedOutError, StaleHeadError
from companion.health import INSTANCE
from companion.sessions import user_for_session


@dataclass(frozen=True, slots=True)
class LiveTurn:
    """What the steps after admission need to know of a turn; nothing here changes while it runs."""

    id: UUID
    fence: int
    client_id: UUID
    user_id: int
    conversation_id: UUID
    persona_id: UUID
    message: Message
    reply_id: UUID
    variant: int
    route: str
    started_at: datetime


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The frame was accepted before; its turn may still run."""

    turn_id: UUID
    message: Message


@transaction.atomic
def admit(
    *, user_id: int, session_key: str, conversation_id: UUID, frame: SendMessage | RegenerateReply
) -> LiveTurn | Duplicate:
    """Store the message and its turn, or find the turn that the same frame started before.

    ``session_key`` is the login session the socket was opened with; it may have ended since, anywhere. Raises
    SignedOutError, Conversation.DoesNotExist, BusyError, StaleHeadError, InvalidFrameError.
    """
    user = user_for_session(session_key)
    if user is None or user.pk != user_id:
        raise SignedOutError
    conversation = (
        Conversation.objects.select_for_update(no_key=True, of=("self",))
        .select_related("head")
        .get(pk=conversation_id, user_id=user_id)
    )
    digest = request_hash(frame)
    known = Turn.objects.filter(Q(client_id=frame.client_id) | Q(state=Turn.State.RUNNING), conversation=conversation)
    turns = list(known.select_related("message"))
    for turn in turns:
        if turn.client_id == frame.client_id:
            if turn.request_hash != digest:
                raise InvalidFrameError
            return Duplicate(turn_id=turn.pk, message=turn.message)
    if turns:
        raise BusyError
    match frame:
        case SendMessage():
            message, reply_id, variant = _say(conversation, frame), uuid.uuid4(), 0
        case RegenerateReply():
            message, reply_id, variant = _answer_anew(conversation, frame)
    turn = Turn.objects.create(
        conversation=conversation,
        message=message,
        client_id=frame.client_id,
        request_hash=digest,
        reply_id=reply_id,
        variant=variant,
        route="everyday",
        owner=INSTANCE,
    )
    return LiveTurn(
        id=turn.pk,
        fence=turn.fence,
        client_id=turn.client_id,
        user_id=user_id,
        conversation_id=conversation.pk,
        persona_id=conversation.persona_id,
        message=message,
        reply_id=reply_id,
        variant=variant,
        route=turn.route,
        started_at=turn.started_at,
    )


def _say(conversation: Conversation, frame: SendMessage) -> Message:
    head = conversation.head
    if frame.parent is not None and frame.parent != head_of(head):
        raise StaleHeadError
    message = Message.objects.create(
        conversation=conversation,
        role=Message.Role.USER,
        parent=head,
        parent_variant=head.active_variant if head else None,
        position=head.position + 1 if head else 0,
        text=frame.text,
    )
    conversation.head, conversation.updated_at = message, timezone.now()
    changed = ["head", "updated_at"]
    if not conversation.title:
        conversation.title = title_from(frame.text)
        changed.append("title")
    conversation.save(update_fields=changed)
    return message


def _answer_anew(conversation: Conversation, frame: RegenerateReply) -> tuple[Message, UUID, int]:
    """The own message to answer, and where its next answer goes."""
    head = conversation.head
    if head is None or head.pk != frame.message:
        raise InvalidFrameError
    if head.role == Message.Role.USER:
        return head, uuid.uuid4(), 0
    newest: int = Variant.objects.filter(message=head).aggregate(Max("number"))["number__max"]
    if head.parent is None:  # an opening of the companion's own answers nothing
        raise InvalidFrameError
    return head.parent, head.pk, newest + 1


def head_of(message: Message | None) -> Head | None:
    if message is None:
        return None
    return Head(message=message.pk, variant=message.active_variant)


def title_from(text: str) -> str:
    """The first line, cut at a word, until somebody gives the conversation a better name."""
    line = text.strip().splitlines()[0].strip()
    if len(line) <= 60:
        return line
    return line[:60].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
