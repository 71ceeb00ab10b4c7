"""What is summed up next of a conversation, and of that only what memory may know, too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from chat.models import Conversation, Message, Summary
from chat.providers import may_read
from chat.querysets import ConversationQuerySet, MessageQuerySet
from chat.routes import Route
from chat.summaries.rows import ADULT, EVERYDAY, most_kept
from memory.episodes import remembered_messages

MOST_MESSAGES = 10  # in one piece
FIXED_MODEL = "none"  # our own words, which are no part of the talk
_PARTS = {Route.EVERYDAY: EVERYDAY, Route.ROMANCE: EVERYDAY, Route.ADULT: ADULT}


@dataclass(frozen=True, slots=True)
class Line:
    """``route``: that of the summary it goes into."""

    is_person: bool
    text: str
    route: str


@dataclass(frozen=True, slots=True)
class Piece:
    """The messages up to ``through``, and the summary that they are added to. Two that are equal give the same summary."""

    conversation_id: UUID
    user_id: int
    version: int
    texts: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    through: UUID
    through_variant: int | None

    def lines_of(self, route: str) -> list[Line]:
        return [line for line in self.lines if line.route == route]


def next_piece(conversation_id: UUID) -> Piece | None:
    """None where nothing is to be done now."""
    conversation = _with_summary().to_sum_up().filter(pk=conversation_id).first()
    if conversation is None:
        return None
    texts, start = _so_far(conversation)
    behind = _behind(conversation_id, start)
    if behind.count() < most_kept():  # the branch became shorter
        count_anew(conversation_id)
        return None
    messages = list(behind.with_wording()[: min(MOST_MESSAGES, most_kept() - most_kept() // 2)])
    last = messages[-1]
    return Piece(
        conversation_id=conversation_id,
        user_id=conversation.user_id,
        version=conversation.summary_version,
        texts=tuple(sorted(texts.items())),
        lines=tuple(_lines(conversation.user_id, messages)),
        through=last.pk,
        through_variant=last.active_variant,
    )


@transaction.atomic
def count_anew(conversation_id: UUID) -> None:
    """How many messages are behind the summary now. The row is locked first: what a turn stores counts itself."""
    conversation = _with_summary().select_for_update(no_key=True, of=("self",)).get(pk=conversation_id)
    _, start = _so_far(conversation)
    conversation.unsummed = _behind(conversation_id, start).count()
    conversation.save(update_fields=["unsummed"])


def _with_summary() -> ConversationQuerySet:
    return Conversation.objects.select_related("summary__through")


def _behind(conversation_id: UUID, position: int) -> MessageQuerySet:
    return Message.objects.active(conversation_id).filter(position__gt=position)


def _so_far(conversation: Conversation) -> tuple[dict[str, str], int]:
    """The summary and the position that it reaches to; the very beginning where it isn't one of the active branch."""
    summary: Summary | None = getattr(conversation, "summary", None)
    if summary is None or summary.through is None:
        return {}, -1
    last = summary.through
    is_true = last.is_active and last.deleted_at is None and last.active_variant == summary.through_variant
    return (summary.texts, last.position) if is_true else ({}, -1)


def _lines(user_id: int, messages: Sequence[Any]) -> Iterator[Line]:
    """What memory keeps of the person's words, and the answers to that. So nothing goes in of what was refused or said in need,
    in a paused conversation, or forgotten; and of a stricter route what the model that sums up may be told alone."""
    asked = {one.parent_id if one.role == Message.Role.ASSISTANT else one.pk for one in messages}
    remembered = remembered_messages(user_id=user_id, message_ids=asked)
    for one in messages:
        is_person = one.role == Message.Role.USER
        route = _PARTS.get(one.said_route)
        if (one.pk if is_person else one.parent_id) not in remembered or one.said_by == FIXED_MODEL:
            continue
        if route is not None and may_read(settings.LEARNING_PROVIDER, route):
            yield Line(is_person, one.said_text, route)
