"""Where in the tree a message goes that is to be answered, and its answer."""

import uuid
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max

from chat.models import Conversation, Message, Variant
from chat.protocol import Beginning, EditMessage, Head, RegenerateReply, SendMessage
from companion.errors import InvalidFrameError, StaleHeadError


@dataclass(frozen=True, slots=True)
class Place:
    """``message``: the own one that is to be answered; ``is_new``: it isn't stored yet. ``replaces``: the one that it edits."""

    message: Message
    reply_id: UUID
    variant: int = 0
    is_new: bool = True
    replaces: Message | None = None


def place_of(conversation: Conversation, frame: Beginning) -> Place:
    """Raises StaleHeadError, InvalidFrameError."""
    match frame:
        case SendMessage():
            return _behind_the_head(conversation, frame)
        case EditMessage():
            return _instead(conversation, frame)
        case RegenerateReply():
            return _anew(conversation, frame)


def head_of(message: Message | None) -> Head | None:
    if message is None:
        return None
    return Head(message=message.pk, variant=message.active_variant)


def _behind_the_head(conversation: Conversation, frame: SendMessage) -> Place:
    head = conversation.head
    if frame.parent is not None and frame.parent != head_of(head):
        raise StaleHeadError
    message = Message(
        conversation=conversation,
        role=Message.Role.USER,
        parent=head,
        parent_variant=head.active_variant if head else None,
        position=head.position + 1 if head else 0,
        text=frame.text,
    )
    return Place(message, uuid.uuid4())


def _instead(conversation: Conversation, frame: EditMessage) -> Place:
    """Beside the old one, which has to be where its person sees it."""
    own = Message.objects.not_deleted().filter(conversation=conversation, role=Message.Role.USER)
    old = own.filter(pk=frame.message).first()
    if old is None:
        raise InvalidFrameError
    if not old.is_active:
        raise StaleHeadError
    message = Message(
        conversation=conversation,
        role=Message.Role.USER,
        parent_id=old.parent_id,
        parent_variant=old.parent_variant,
        position=old.position,
        text=frame.text,
        edits=old,
    )
    return Place(message, uuid.uuid4(), replaces=old)


def _anew(conversation: Conversation, frame: RegenerateReply) -> Place:
    """An own message that was stored before."""
    head = conversation.head
    if head is None or head.pk != frame.message:
        raise InvalidFrameError
    if head.role == Message.Role.USER:
        return Place(head, uuid.uuid4(), is_new=False)
    newest: int = Variant.objects.filter(message=head).aggregate(Max("number"))["number__max"]
    if head.parent is None or head.parent.role != Message.Role.USER:  # nobody asked for it
        raise InvalidFrameError
    return Place(head.parent, head.pk, newest + 1, is_new=False)
