"""A better title than the first words, from a model, once, when the first answer is there.

What is to be done stands in Postgres: a title that is `awaited`. A model that is away is asked again for a while; after that, and
where it answers with no title, the first words stay.
"""

import logging
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from chat.models import Conversation, Message
from chat.titles.first import NAMING_ROUTES, READ
from chat.titles.namer import namer_name
from chat.titles.telling import tell_named
from chat.titles.wording import Line, title_for
from companion.errors import LLMError, LLMUnavailableError
from companion.llm.providers import provider

logger = logging.getLogger(__name__)

TRIED_FOR = timedelta(hours=1)  # after something was said there last
FIXED_MODEL = "none"  # our own words, which are no part of the talk
TitleBy = Conversation.TitleBy


def name(*, conversation_id: UUID) -> bool:
    """Find a title where one is awaited; whether it was. Safe to run twice, also at once."""
    conversation = Conversation.objects.to_name().select_related("head").filter(pk=conversation_id).first()
    if conversation is None:
        return False
    lines = beginning(conversation_id)
    model = namer_name()
    if not model or not any(line.is_person for line in lines):
        return _leave(conversation)
    is_recent = conversation.updated_at > timezone.now() - TRIED_FOR
    if is_recent and conversation.head is not None and conversation.head.role == Message.Role.USER:
        return False  # not answered yet; the answer's hint, or the sweep, comes back to it
    try:
        title = title_for(provider(model), lines)
    except LLMUnavailableError as error:  # people needed the model, or it is away
        logger.info("a conversation has no better title yet: %s", type(error).__name__)
        return False if is_recent else _leave(conversation)
    except LLMError as error:
        logger.info("a conversation keeps its first words as its title: %s", type(error).__name__)
        return _leave(conversation)
    return _keep(conversation, title, lines)


def beginning(conversation_id: UUID) -> list[Line]:
    """What the model may read of it: nothing of a stricter route, nothing that was refused or said in need."""
    first: list[Any] = list(Message.objects.active(conversation_id).filter(position__lt=READ).with_wording())
    readable = [one for one in first if one.said_route in NAMING_ROUTES and one.said_by != FIXED_MODEL]
    return [Line(is_person=one.role == Message.Role.USER, text=one.said_text) for one in readable]


def leave_old_ones() -> int:
    """Nobody waits any more for a title of what was said long ago; how many."""
    return (
        Conversation.objects.to_name()
        .filter(updated_at__lt=timezone.now() - 2 * TRIED_FOR)
        .order_by()
        .update(title_by=TitleBy.FIRST_WORDS)
    )


def _leave(conversation: Conversation) -> bool:
    Conversation.objects.filter(pk=conversation.pk, title_by=TitleBy.AWAITED).update(title_by=TitleBy.FIRST_WORDS)
    return False


@transaction.atomic
def _keep(conversation: Conversation, title: str, read: Sequence[Line]) -> bool:
    """Only if it is still awaited, and all that the model read is still there: its person may have named it meanwhile, or
    changed or deleted some of it. Then it goes on waiting."""
    awaited = Conversation.objects.to_name().filter(pk=conversation.pk, title=conversation.title)
    # Locked, so that nothing is deleted between the look and the title.
    named = awaited.select_for_update(no_key=True, of=("self",)).first()
    if named is None or beginning(named.pk)[: len(read)] != list(read):
        return False
    named.title, named.title_by = title, TitleBy.MODEL
    named.save(update_fields=["title", "title_by"])
    tell_named(named)
    return True
