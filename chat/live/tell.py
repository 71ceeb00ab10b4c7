"""From outside the live side: a worker, a page or a command tells sockets, on every instance."""

import logging
from collections import defaultdict
from typing import Any

from chat import events
from chat.live import news
from chat.live.news import News
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


def _tell(item: News) -> None:
    """Best effort: a socket looks for itself at its next frame, and a page load shows the rest."""
    try:
        news.tell_from_outside(item)
    except CACHE_ERRORS as error:
        logger.warning("news could not be told: %s", type(error).__name__)
