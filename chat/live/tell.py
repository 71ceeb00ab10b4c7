"""From outside the live side: a worker, a page or a command tells sockets, on every instance."""

import logging
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from chat import events
from chat.live import news
from chat.live.news import News
from chat.models import Conversation
from chat.moderation.notices import a_person_wrote
from companion.sessions import CACHE_ERRORS

logger = logging.getLogger(__name__)


def tell_learned(*, memories: list[dict[str, Any]], **_: Any) -> None:
    """Receiver of memory's `learned` signal: each conversation hears what was learned from it."""
    by_conversation: dict[str, list[dict[str, str]]] = defaultdict(list)
    for memory in memories:
        by_conversation[str(memory["conversation_id"])].append({"id": str(memory["id"]), "status": memory["status"]})
    for conversation_id, learned in by_conversation.items():
        frame = events.encode(events.memory_saved(learned))
        _tell(News(kind="events", conversation=conversation_id, frames=[frame], by=""))


def tell_account(*, user_id: int, **_: Any) -> None:
    """Receiver of the floor's `account_changed` signal: every socket of this person looks whether it may stay, and as what."""
    _tell(News(kind="account", user=user_id, by=""))


def tell_written_to(*, user_ids: Collection[int], **_: Any) -> None:
    """Receiver of moderation's `written_to` signal: whoever has a conversation open sees a line that leads there."""
    frame = events.encode(events.conversation_changed(notice=a_person_wrote()))
    for user_id in user_ids:
        _tell(News(kind="person", user=user_id, frames=[frame], by=""))


def tell_listed(*, user_id: int, conversations: Sequence[dict[str, Any]] = (), deleted: Sequence[UUID] = ()) -> None:
    """Every open page of this person shows in its list what changed."""
    frame = events.encode(events.list_changed(conversations=conversations, deleted=deleted))
    _tell(News(kind="person", user=user_id, frames=[frame], by=""))


def tell_title(*, conversation_id: UUID, title: str) -> None:
    frame = events.encode(events.conversation_changed(title=title))
    _tell(News(kind="events", conversation=str(conversation_id), frames=[frame], by=""))


def tell_history(conversation: Conversation, *, since: UUID | None, ends: Sequence[events.Event]) -> None:
    """Something in it was deleted, ``since`` being the first of it that was seen; ``ends``: of turns that waited, told before."""
    changed = events.history_changed(client_id=None, conversation=conversation, since=since)
    frames = [events.encode(event) for event in (*ends, changed)]
    _tell(News(kind="events", conversation=str(conversation.pk), frames=frames, by=""))
    if ends:
        _tell(News(kind="state", conversation=str(conversation.pk), by=""))


def tell_gone(*, conversation_id: UUID) -> None:
    """It was deleted: its sockets look, and close."""
    _tell(News(kind="state", conversation=str(conversation_id), by=""))


def _tell(item: News) -> None:
    """Best effort: a socket looks for itself at its next frame, and a page load shows the rest."""
    try:
        news.tell_from_outside(item)
    except CACHE_ERRORS as error:
        logger.warning("news could not be told: %s", type(error).__name__)
