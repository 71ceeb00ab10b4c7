"""The short-term buffer: what was said last in a conversation, near at hand in Redis; Postgres knows it anyway."""

import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings

from chat.models import Message, Variant
from companion.redis import blocking_state
from companion.sessions import CACHE_ERRORS

logger = logging.getLogger(__name__)

KEY = "chat.buffer.v2:{conversation_id}"
LIFETIME = timedelta(hours=24)  # sliding: each turn renews it


@dataclass(frozen=True, slots=True)
class Said:
    """One message as the prompt needs it. ``variant`` is None for a person's own; ``route`` says who may be told."""

    id: str
    variant: int | None
    role: str
    text: str
    route: str


def said_before(message: Message) -> list[Said]:
    """The last messages before this one on its branch, oldest first, at most SHORT_TERM_MESSAGES.

    From Redis where the buffer ends in the message's parent, else from Postgres. The message itself is put behind them, so
    that the next turn finds it.
    """
    own = Said(str(message.pk), None, message.role, message.text, message.route)
    kept = _from_redis(message)
    said = _up_to_parent(kept, message)
    if said is None or (message.conversation.has_deleted and _has_deleted(said)):
        said = _from_rows(message)
    if said and said == kept:
        _append(message.conversation_id, own)
    else:
        _write(message.conversation_id, [*said, own])
    return said


def add_reply(*, conversation_id: UUID, reply_id: UUID, variant: int, text: str, route: str) -> None:
    """Put a stored reply behind the message that it answers."""
    _append(conversation_id, Said(str(reply_id), variant, Message.Role.ASSISTANT.value, text, route))


def _append(conversation_id: UUID, entry: Said) -> None:
    key = KEY.format(conversation_id=conversation_id)
    try:
        with blocking_state().pipeline() as pipe:
            pipe.rpushx(key, _encode(entry))  # a list that is gone is rebuilt whole at the next turn
            pipe.ltrim(key, -settings.SHORT_TERM_MESSAGES, -1)
            pipe.expire(key, LIFETIME)
            pipe.execute()
    except CACHE_ERRORS:
        logger.warning("the short-term buffer can't be written; it is rebuilt when Redis is back")


def forget_buffer(*, conversation_id: UUID) -> None:
    """Something in it was deleted; the next turn rebuilds it from the rows."""
    try:
        blocking_state().delete(KEY.format(conversation_id=conversation_id))
    except CACHE_ERRORS:
        logger.warning("a short-term buffer can't be deleted; it ends by itself")


def forget_buffers(*, conversation_ids: Iterable[UUID], **_: Any) -> None:
    """Receiver of memory's `forgotten` signal."""
    for conversation_id in conversation_ids:
        forget_buffer(conversation_id=conversation_id)


def _from_redis(message: Message) -> list[Said] | None:
    if message.parent_id is None:
        return []
    try:
        raw = blocking_state().lrange(KEY.format(conversation_id=message.conversation_id), 0, -1)
    except CACHE_ERRORS:
        logger.warning("the short-term buffer can't be read; reading the rows")
        return None
    return [Said(**json.loads(entry)) for entry in raw]


def _up_to_parent(kept: list[Said] | None, message: Message) -> list[Said] | None:
    """None where the parent isn't in it; an opening message has none, and nothing before it."""
    if kept is None or message.parent_id is None:
        return kept
    for index in range(len(kept) - 1, -1, -1):
        if kept[index].id == str(message.parent_id) and kept[index].variant == message.parent_variant:
            return kept[: index + 1]
    return None


def _has_deleted(said: Sequence[Said]) -> bool:
    """Redis was away when something was deleted, or a turn wrote while it was: the rows know."""
    return Message.objects.filter(pk__in=[one.id for one in said], deleted_at__isnull=False).exists()


def _from_rows(message: Message) -> list[Said]:
    branch = Message.objects.active(message.conversation_id).filter(position__lt=message.position)
    newest_first = list(branch.reverse()[: settings.SHORT_TERM_MESSAGES])
    replies = [row.pk for row in newest_first if row.role == Message.Role.ASSISTANT]
    variants = {(row.message_id, row.number): row for row in Variant.objects.filter(message__in=replies)}
    said = []
    for row in reversed(newest_first):
        variant = variants.get((row.pk, row.active_variant or 0))
        text, route = (variant.text, variant.route) if variant else (row.text, row.route)
        said.append(Said(str(row.pk), row.active_variant, row.role, text, route))
    return said


def _write(conversation_id: UUID, said: Sequence[Said]) -> None:
    key = KEY.format(conversation_id=conversation_id)
    try:
        with blocking_state().pipeline() as pipe:
            pipe.delete(key)
            pipe.rpush(key, *map(_encode, said[-settings.SHORT_TERM_MESSAGES :]))
            pipe.expire(key, LIFETIME)
            pipe.execute()
    except CACHE_ERRORS:
        logger.warning("the short-term buffer can't be written; it is rebuilt when Redis is back")


def _encode(entry: Said) -> str:
    return json.dumps(asdict(entry), ensure_ascii=False)
