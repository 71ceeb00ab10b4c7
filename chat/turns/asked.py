"""The words that a frame or a waiting turn asks about, read before anything is decided: they are heard in between."""

from uuid import UUID

from chat.models import Message, Turn
from chat.protocol import RegenerateReply


def asked_text(*, user_id: int, conversation_id: UUID, frame: RegenerateReply) -> str | None:
    """None for what isn't there, or a stranger's; whether it may be asked is decided later."""
    own = Message.objects.filter(conversation=conversation_id, conversation__user=user_id)
    message = own.select_related("parent").filter(pk=frame.message).first()
    if message is not None and message.role == Message.Role.ASSISTANT:
        message = message.parent
    return None if message is None else message.text


def waiting_text(*, user_id: int, conversation_id: UUID) -> str | None:
    """None where no turn waits, or it is a stranger's."""
    waiting = Turn.objects.waiting().filter(conversation=conversation_id, conversation__user=user_id)
    text: str | None = waiting.values_list("message__text", flat=True).first()
    return text
