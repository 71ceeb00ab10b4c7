"""The end of a wait for an age, told to everybody who has the conversation open."""

from uuid import UUID

from chat.live.hub import Hub
from chat.routes import Reason
from chat.turns.waiting import decline_waiting
from companion.threads import in_turn_pool


async def end_wait(hub: Hub, *, user_id: int, conversation_id: UUID, turn_id: UUID, reason: Reason) -> None:
    """Declined, or expired; nothing happens where it waits no more. Raises Conversation.DoesNotExist."""
    event = await in_turn_pool(
        decline_waiting, user_id=user_id, conversation_id=conversation_id, turn_id=turn_id, reason=reason
    )
    if event is not None:
        await hub.tell(conversation_id, [event])
        await hub.state_changed(conversation_id)
