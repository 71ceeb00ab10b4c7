"""Events from outside the web process: a worker or a page tells a conversation's sockets, on every instance within 2 s."""

import logging
from collections import defaultdict
from typing import Any
from uuid import UUID

from django_redis import get_redis_connection

from chat import events
from chat.live import news
from companion.sessions import CACHE_ERRORS

logger = logging.getLogger(__name__)


def tell_conversation(*, conversation_id: UUID | str, event: events.Event) -> None:
    """Best effort: an event that is lost because Redis is away is one that a page load shows anyway."""
    item = news.News(kind="event", conversation=str(conversation_id), frame=events.encode(event), by="")
    try:
        get_redis_connection("sessions").eval(news.ADD, 1, news.KEY, news.encode(item), news.KEPT_MS)
    except CACHE_ERRORS:
        logger.warning("an event could not be told")


def tell_learned(*, memories: list[dict[str, Any]], **_: Any) -> None:
    """Receiver of memory's `learned` signal: each conversation hears what was learned from it."""
    by_conversation: dict[str, list[dict[str, str]]] = defaultdict(list)
    for memory in memories:
        by_conversation[str(memory["conversation_id"])].append({"id": str(memory["id"]), "status": memory["status"]})
    for conversation_id, learned in by_conversation.items():
        tell_conversation(conversation_id=conversation_id, event=events.memory_saved(learned))
