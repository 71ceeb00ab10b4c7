"""The short-term buffer: what was said last in a conversation, and what was said earlier in short, near at hand in Redis.

Postgres knows both anyway. They are read together and expire together; the summary counts only while it carries the version of
the conversation's row, so that one which Redis could not forget goes before no model.
"""

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings

from chat.models import Message, Summary
from companion.redis import blocking_state
from companion.sessions import CACHE_ERRORS

logger = logging.getLogger(__name__)

KEY = "chat.buffer.v2:{conversation_id}"
SUMMARY_KEY = "chat.summary.v1:{conversation_id}"
LIFETIME = timedelta(hours=24)  # sliding: each turn renews it

# KEYS: the buffer, the summary.
_READ = "return {redis.call('LRANGE', KEYS[1], 0, -1), redis.call('GET', KEYS[2])}"
# ARGV: how many entries to keep, lifetime in seconds, entries. A list that is gone is rebuilt whole at the next turn.
_APPEND = """
redis.call('RPUSHX', KEYS[1], unpack(ARGV, 3))
redis.call('LTRIM', KEYS[1], -ARGV[1], -1)
redis.call('EXPIRE', KEYS[1], ARGV[2])
redis.call('EXPIRE', KEYS[2], ARGV[2])
"""


@dataclass(frozen=True, slots=True)
class Said:
    """One message as the prompt needs it. ``variant`` is None for a person's own; ``route`` says who may be told."""

    id: str
    variant: int | None
    role: str
    text: str
    route: str


@dataclass(frozen=True, slots=True)
class Before:
    """``said``: the last messages, oldest first. ``summary``: what was said earlier in short, by route."""

    said: list[Said]
    summary: Mapping[str, str] = field(default_factory=dict)


def said_before(message: Message) -> Before:
    """What was said before this message on its branch, at most SHORT_TERM_MESSAGES of it as it stands.

    From Redis where the buffer holds the message's parent, else from Postgres; the buffer then ends in that parent.
    """
    kept = _from_redis(message)
    before = _up_to_parent(kept, message)
    if before is None or (message.conversation.has_deleted and _has_deleted(before.said)):
        before = _from_rows(message)
    if before.said and before != kept:
        _write(message, before)
    return before


def add_answered(message: Message, *, reply_id: UUID, variant: int, text: str, route: str) -> None:
    """Put a message and its stored reply behind what was said before it, of which the buffer was asked."""
    own = Said(str(message.pk), None, message.role, message.text, message.route)
    reply = Said(str(reply_id), variant, Message.Role.ASSISTANT.value, text, route)
    if message.parent_id is None:
        _write(message, Before([own, reply]))
    else:
        _append(message.conversation_id, own, reply)


def _append(conversation_id: UUID, *entries: Said) -> None:
    kept = (settings.SHORT_TERM_MESSAGES, int(LIFETIME.total_seconds()))
    try:
        blocking_state().eval(_APPEND, 2, *keys_of(conversation_id), *kept, *map(_encode, entries))
    except CACHE_ERRORS:
        logger.warning("the short-term buffer can't be written; it is rebuilt when Redis is back")


def replace_summary(*, conversation_id: UUID, summary: Mapping[str, str], version: int) -> None:
    """Beside a buffer that is there; where none is, the next turn builds both."""
    key = SUMMARY_KEY.format(conversation_id=conversation_id)
    try:
        blocking_state().set(key, _encode_summary(summary, version), ex=LIFETIME, xx=True)
    except CACHE_ERRORS:
        logger.warning("a summary can't be put into Redis; the next turn reads the row")


def keys_of(conversation_id: UUID) -> list[str]:
    return [key.format(conversation_id=conversation_id) for key in (KEY, SUMMARY_KEY)]


def forget_buffer(*, conversation_id: UUID) -> None:
    """Something in it was deleted; the next turn rebuilds it from the rows."""
    try:
        blocking_state().delete(*keys_of(conversation_id))
    except CACHE_ERRORS:
        logger.warning("a short-term buffer can't be deleted; it ends by itself")


def forget_buffers(*, conversation_ids: Iterable[UUID], **_: Any) -> None:
    """Receiver of memory's `forgotten` signal."""
    for conversation_id in conversation_ids:
        forget_buffer(conversation_id=conversation_id)


def _from_redis(message: Message) -> Before | None:
    if message.parent_id is None:
        return Before([])
    try:
        raw, raw_summary = blocking_state().eval(_READ, 2, *keys_of(message.conversation_id))
    except CACHE_ERRORS:
        logger.warning("the short-term buffer can't be read; reading the rows")
        return None
    summary = json.loads(raw_summary) if raw_summary else {}
    if summary.get("version") != message.conversation.summary_version:
        return None
    return Before([Said(**json.loads(entry)) for entry in raw], summary["texts"])


def _up_to_parent(kept: Before | None, message: Message) -> Before | None:
    """None where the parent isn't in it; an opening message has none, and nothing before it."""
    if kept is None or message.parent_id is None:
        return kept
    for index in range(len(kept.said) - 1, -1, -1):
        one = kept.said[index]
        if one.id == str(message.parent_id) and one.variant == message.parent_variant:
            return Before(kept.said[: index + 1], kept.summary)
    return None


def _has_deleted(said: Sequence[Said]) -> bool:
    """Redis was away when something was deleted, or a turn wrote while it was: the rows know."""
    return Message.objects.filter(pk__in=[one.id for one in said], deleted_at__isnull=False).exists()


def _from_rows(message: Message) -> Before:
    branch = Message.objects.active(message.conversation_id).filter(position__lt=message.position)
    newest_first: list[Any] = list(branch.with_wording().reverse()[: settings.SHORT_TERM_MESSAGES])
    said = [
        Said(str(row.pk), row.active_variant, row.role, row.said_text, row.said_route) for row in reversed(newest_first)
    ]
    if len(said) < settings.SHORT_TERM_MESSAGES:
        return Before(said)  # nothing was said before these
    return Before(said, Summary.objects.texts_of(message.conversation))


def _write(message: Message, before: Before) -> None:
    key, summary_key = keys_of(message.conversation_id)
    summary = _encode_summary(before.summary, message.conversation.summary_version)
    try:
        with blocking_state().pipeline() as pipe:
            pipe.delete(key)
            pipe.rpush(key, *map(_encode, before.said[-settings.SHORT_TERM_MESSAGES :]))
            pipe.expire(key, LIFETIME)
            pipe.set(summary_key, summary, ex=LIFETIME)
            pipe.execute()
    except CACHE_ERRORS:
        logger.warning("the short-term buffer can't be written; it is rebuilt when Redis is back")


def _encode(entry: Said) -> str:
    return json.dumps({name: getattr(entry, name) for name in entry.__slots__}, ensure_ascii=False)


def _encode_summary(summary: Mapping[str, str], version: int) -> str:
    return json.dumps({"version": version, "texts": dict(summary)}, ensure_ascii=False)
