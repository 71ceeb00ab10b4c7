"""Frames to clients: one builder for each event of the contract, as the dictionaries that go on the wire."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson

from chat.models import Conversation, Message
from companion.errors import CompanionError

Event = dict[str, Any]


def encode(event: Event) -> str:
    return orjson.dumps(event).decode()


def message_accepted(*, client_id: UUID, message: Message, turn_id: UUID, duplicate: bool = False) -> Event:
    return {
        "type": "message.accepted",
        "client_id": str(client_id),
        "message": {
            "id": str(message.pk),
            "role": message.role,
            "text": message.text,
            "created_at": message.created_at.isoformat(),
            "edits": str(message.edits_id) if message.edits_id else None,
        },
        "turn": str(turn_id),
        "duplicate": duplicate,
    }


def history_changed(*, client_id: UUID | None, conversation: Conversation, since: UUID | None) -> Event:
    """``since`` is None where nothing is known to differ: who is told compares the head with their own. ``client_id``: of its
    asker, if one asked over a socket."""
    return {
        "type": "history.changed",
        "client_id": str(client_id) if client_id else None,
        "from": str(since) if since else None,
        "head": head_as_json(conversation.head),
        "branch": conversation.branch,
    }


def head_as_json(head: Message | None) -> dict[str, Any] | None:
    return {"message": str(head.pk), "variant": head.active_variant} if head else None


def reply_started(
    *,
    turn_id: UUID,
    message_id: UUID,
    variant: int,
    route: str,
    model: str,
    memories: list[dict[str, str]],
    instead_of: str = "",
) -> Event:
    return {
        "type": "reply.started",
        "turn": str(turn_id),
        "message": str(message_id),
        "variant": variant,
        "route": route,
        "model": model,
        "memories": memories,
        "instead_of": instead_of or None,
    }


def reply_refused(*, turn_id: UUID, message_id: UUID, label: str, text: str, reason: str) -> Event:
    return {
        "type": "reply.refused",
        "turn": str(turn_id),
        "message": str(message_id),
        "label": label,
        "text": text,
        "reason": reason,
    }


def age_required(*, turn_id: UUID, message_id: UUID, url: str) -> Event:
    return {"type": "age.required", "turn": str(turn_id), "message": str(message_id), "url": url}


def reply_delta(*, turn_id: UUID, offset: int, text: str) -> Event:
    return {"type": "reply.delta", "turn": str(turn_id), "offset": offset, "text": text}


def crisis_support(*, turn_id: UUID, message_id: UUID, card: dict[str, Any]) -> Event:
    """``card`` is what ``chat.support.card.support_card`` makes."""
    return {
        "type": "crisis.support",
        "turn": str(turn_id),
        "message": str(message_id),
        "text": card["text"],
        "resources": card["resources"],
    }


def turn_queued(*, turn_id: UUID, position: int, seconds: int | None) -> Event:
    return {"type": "turn.queued", "turn": str(turn_id), "position": position, "seconds": seconds}


def turn_alive(*, turn_id: UUID, text_length: int) -> Event:
    return {"type": "turn.alive", "turn": str(turn_id), "text_length": text_length}


def pong(n: object) -> Event:
    return {"type": "pong", "n": n}


def conversation_changed(**changed: Any) -> Event:
    """``title``; ``notice``: a line to show among the messages, ``{"kind", "text"}``, with ``"url"`` where it leads somewhere,
    and with ``"before"``, a message's id, where it stands before that one.
    """
    return {"type": "conversation.changed", **changed}


def list_changed(*, conversations: Sequence[dict[str, Any]] = (), deleted: Sequence[UUID] = ()) -> Event:
    """What a person's list of conversations shows by now, of those that changed (`chat.listing.rows.as_json`)."""
    return {"type": "list.changed", "conversations": list(conversations), "deleted": [str(one) for one in deleted]}


def memory_saved(memories: list[dict[str, str]]) -> Event:
    return {"type": "memory.saved", "memories": memories}


def error(failure: CompanionError) -> Event:
    """An `error` event; carries the client_id or turn that the failure was given."""
    event: Event = {
        "type": "error",
        "code": failure.code,
        "message": str(failure.user_message),
        "retry_after": failure.retry_after,
    }
    if failure.turn is not None:
        event["turn"] = str(failure.turn)
    if failure.client_id is not None:
        event["client_id"] = str(failure.client_id)
    return event
