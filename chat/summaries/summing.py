"""Going on with the summaries of conversations, a piece at a time.

What is to be done stands in Postgres: a conversation with too many messages behind its summary. What fails waits longer each time
and is given up in the end; a person can have it tried again (admin).
"""

import logging
from functools import partial
from uuid import UUID

from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import OperationalError, transaction
from django.db.models import F
from django.utils import timezone

from chat.buffer import replace_summary
from chat.models import Conversation, Summary
from chat.summaries.pieces import Piece, count_anew, next_piece
from chat.summaries.wording import gone_on_with
from companion.errors import LLMRejectedError, StandAsideError
from companion.llm.providers import provider
from memory.locks import lock_owner
from memory.putting_off import FIRST_DELAY
from memory.querysets import MOST_ATTEMPTS

logger = logging.getLogger(__name__)

MOST_PIECES = 20  # in one go; what is left, the next hint or sweep finds


def sum_up(*, conversation_id: UUID) -> int:
    """Go on with the summary of a conversation where it is time; with how many pieces. Safe to run twice, also at once."""
    done = 0
    while settings.LEARNING_PROVIDER and done < MOST_PIECES:
        piece = next_piece(conversation_id)
        if piece is None or not _add(piece):
            break
        done += 1
    return done


def _add(piece: Piece) -> bool:
    """False where it failed, or somebody changed the conversation or its summary meanwhile."""
    try:
        texts, tokens = _asked(piece)
        return _keep(piece, texts, tokens)
    except (OperationalError, SoftTimeLimitExceeded):
        raise
    except StandAsideError:
        return False  # people go first; the next sweep comes back to it
    except Exception as error:
        _put_off(piece, reason=type(error).__name__, for_good=isinstance(error, LLMRejectedError))
        logger.warning("a conversation could not be summed up: %s", type(error).__name__)
        return False


def _asked(piece: Piece) -> tuple[dict[str, str], int]:
    """The new texts, asked for while no transaction is open; a route of which nothing was said keeps its own."""
    texts, total = dict(piece.texts), 0
    for route in sorted({line.route for line in piece.lines}):
        texts[route], tokens = gone_on_with(
            provider(settings.LEARNING_PROVIDER),
            summary=texts.get(route, ""),
            lines=piece.lines_of(route),
            route=route,
        )
        total += tokens
    return texts, total


@transaction.atomic
def _keep(piece: Piece, texts: dict[str, str], tokens: int) -> bool:
    """Only if the same would be asked now: nothing was deleted, forgotten or said otherwise, and no other worker was faster."""
    lock_owner(piece.user_id)
    conversation = Conversation.objects.select_for_update(no_key=True).get(pk=piece.conversation_id)
    if next_piece(piece.conversation_id) != piece:
        return False
    now = {"texts": texts, "through_id": piece.through, "through_variant": piece.through_variant}
    fresh = {"attempts": 0, "after": None, "error": "", "updated_at": timezone.now()}
    Summary.objects.update_or_create(
        conversation_id=piece.conversation_id,
        defaults=now | fresh | {"tokens": F("tokens") + tokens},
        create_defaults=now | fresh | {"tokens": tokens},
    )
    conversation.summary_version += 1
    conversation.save(update_fields=["summary_version"])
    count_anew(conversation.pk)
    version = conversation.summary_version
    transaction.on_commit(
        partial(replace_summary, conversation_id=conversation.pk, summary=texts, version=version), robust=True
    )
    return True


@transaction.atomic
def _put_off(piece: Piece, *, reason: str, for_good: bool) -> None:
    """Try again later; after MOST_ATTEMPTS, or ``for_good``, only when a person asks for it."""
    if not Conversation.objects.filter(pk=piece.conversation_id).exists():
        return  # deleted meanwhile
    summary, _ = Summary.objects.select_for_update(no_key=True).get_or_create(conversation_id=piece.conversation_id)
    summary.attempts = MOST_ATTEMPTS if for_good else summary.attempts + 1
    summary.after = timezone.now() + FIRST_DELAY * 4 ** (summary.attempts - 1)
    summary.error = reason[:40]
    summary.save(update_fields=["attempts", "after", "error"])
