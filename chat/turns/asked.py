"""The words that a frame or a waiting turn asks about, read before anything is decided: a remote judge is asked in between."""

from uuid import UUID

from chat.models import Message, Turn
from chat.protocol import RegenerateReply, SendMessage


def asked_text(*, user_id: int, conversation_id: UUID, frame: SendMessage | RegenerateReply) -> str | None:
    """None for what isn't there, or a stranger's; whether it may be asked is decided later."""
    if isinstance(frame, SendMessage):
        return frame.text
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
