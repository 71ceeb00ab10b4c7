"""Looking through a person's own conversations, the newest first. What was asked for is never logged."""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from chat.finding.asked import Asked
from chat.finding.excerpts import excerpt, marked
from chat.finding.words import Composed, decomposed, query_for, words_of
from chat.models import Conversation, Message, Variant

A_PAGE = 20
MOST_TITLES = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """``html``: its words in their context, escaped, those that were looked for marked."""

    message_id: UUID
    conversation_id: UUID
    title: str
    persona: str
    is_own: bool
    is_archived: bool
    said_at: datetime
    html: str


@dataclass(frozen=True, slots=True)
class Found:
    """``titled``: conversations by their title, on the first page only. ``more``: there are older hits behind the last one."""

    titled: list[tuple[Conversation, str]]
    hits: list[Hit]
    more: bool


def search(*, user_id: int, asked: Asked, before: UUID | None = None) -> Found:
    """A page of hits on the active branch of what this person didn't delete; ``before``: those older than this message.

    Raises Message.DoesNotExist for another's message, as for a missing one.
    """
    said, replied = _own_words(user_id, asked), _replies(user_id, asked)
    if before is not None:
        last = _messages_of(user_id).only("created_at").get(pk=before)
        is_older = Q(created_at__lt=last.created_at) | Q(created_at=last.created_at, pk__lt=last.pk)
        is_older_reply = Q(said_at__lt=last.created_at) | Q(said_at=last.created_at, message__lt=last.pk)
        said, replied = said.filter(is_older), replied.filter(is_older_reply)
    rows = _newest(said[: A_PAGE + 1], replied[: A_PAGE + 1])
    hits = [_hit(row, asked) for row in rows[:A_PAGE]]
    return Found([] if before else _titled(user_id, asked), hits, len(rows) > A_PAGE)


_OF_CONVERSATION = ("title", "persona__name", "archived_at")


def _messages_of(user_id: int) -> Any:
    messages = Message.objects.lagging(user_id).filter(deleted_at=None, is_active=True)
    return messages.filter(conversation__user_id=user_id, conversation__deleted_at=None)


def _own_words(user_id: int, asked: Asked) -> Any:
    own = _telling(_messages_of(user_id).filter(role=Message.Role.USER), asked)
    columns = ("pk", "conversation_id", "role", "created_at", "text")
    return own.order_by("-created_at", "-pk").values_list(
        *columns, *(f"conversation__{one}" for one in _OF_CONVERSATION)
    )


def _replies(user_id: int, asked: Asked) -> Any:
    shown = Variant.objects.lagging(user_id).filter(number=F("message__active_variant"))
    shown = shown.filter(message__deleted_at=None, message__is_active=True)
    shown = shown.filter(message__conversation__user_id=user_id, message__conversation__deleted_at=None)
    columns = ("message_id", "message__conversation_id", "message__role", "message__created_at", "text")
    of_conversation = [f"message__conversation__{one}" for one in _OF_CONVERSATION]
    replies = _telling(shown.alias(said_at=F("message__created_at")), asked)
    return replies.order_by("-said_at", "-message_id").values_list(*columns, *of_conversation)


def _telling(rows: Any, asked: Asked) -> Any:
    if asked.letters:
        # Composing all that was ever said takes seconds; what is looked for is decomposed in a moment.
        wanted, apart = Q(text__icontains=asked.letters), decomposed(asked.letters)
        return rows.filter(wanted if apart == asked.letters else wanted | Q(text__icontains=apart))
    return rows.alias(words=words_of("text")).filter(words=query_for(asked.words))


def _newest(*found: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return list(heapq.merge(*found, key=lambda row: (row[3], row[0]), reverse=True))


def _hit(row: tuple[Any, ...], asked: Asked) -> Hit:
    message_id, conversation_id, role, said_at, text, title, persona, archived_at = row
    return Hit(
        message_id=message_id,
        conversation_id=conversation_id,
        title=title,
        persona=persona,
        is_own=role == Message.Role.USER,
        is_archived=archived_at is not None,
        said_at=said_at,
        html=excerpt(text, asked.marked),
    )


def _titled(user_id: int, asked: Asked) -> list[tuple[Conversation, str]]:
    named = Conversation.objects.for_user(user_id).lagging(user_id).alias(composed=Composed("title"))
    for word in asked.marked:
        named = named.filter(composed__unaccent__icontains=word)
    return [(one, marked(one.title, asked.marked)) for one in named.newest_first()[:MOST_TITLES]]
