"""Conversations as files, made piece by piece: nothing is held but the ids of one conversation and a page of its messages.

Own JSON has all that was said and not deleted, with every branch and wording; the others are the branch that is shown, to read.
Ids are left behind: messages are numbered within their conversation.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any, Literal
from uuid import UUID

from django.utils.translation import gettext as _

from chat.carrying.companions import named_in_files
from chat.carrying.formats.own import FORMAT, VERSION, head_json, said_json
from chat.carrying.talks import Said, Talk, Wording
from chat.models import Conversation, Message, Variant
from chat.querysets import MessageQuerySet
from companion.clock import zone
from companion.models import User

AT_ONCE = 100
Format = Literal["json", "markdown", "text"]
FORMATS: dict[str, tuple[str, str]] = {
    "json": ("json", "application/json"),
    "markdown": ("md", "text/markdown; charset=utf-8"),
    "text": ("txt", "text/plain; charset=utf-8"),
}


def exported(*, user_id: int, form: Format, conversation_id: UUID | None = None) -> Iterator[str]:
    """Pieces of one conversation, or of all of this person's; each is read when it is asked for.

    Raises Conversation.DoesNotExist for a stranger's as for a missing one, at once.
    """
    own = Conversation.objects.for_user(user_id)
    if conversation_id is not None:
        ids = [own.only("pk").get(pk=conversation_id).pk]
    else:
        ids = list(own.order_by("created_at", "pk").values_list("pk", flat=True))
    conversations = _conversations(user_id, ids)
    if form == "json":
        return _as_json(conversations)
    person = User.objects.get(pk=user_id)
    return _as_words(conversations, zone(person.time_zone), _MARKDOWN if form == "markdown" else _TEXT)


def _conversations(user_id: int, ids: list[UUID]) -> Iterator[Conversation]:
    """One after the other; what was deleted meanwhile is left out."""
    own = Conversation.objects.for_user(user_id).select_related("persona")
    for conversation_id in ids:
        conversation = own.filter(pk=conversation_id).first()
        if conversation is not None:
            yield conversation


# --- Own JSON
def _as_json(conversations: Iterator[Conversation]) -> Iterator[str]:
    yield f'{{"format": {_json(FORMAT)}, "version": {VERSION}, "conversations": ['
    for index, conversation in enumerate(conversations):
        yield ",\n" if index else "\n"
        yield from _conversation(conversation)
    yield "\n]}\n"


def _conversation(one: Conversation) -> Iterator[str]:
    yield f'{_json(head_json(_about(one))).removesuffix("}")}, "messages": ['
    tree = _Tree.of(one)
    for index, (message, variants) in enumerate(_pages(tree.ids, Message.objects.not_deleted())):
        yield (",\n" if index else "\n") + _json(said_json(tree.said(message, variants)))
    yield f'\n], "head": {_json(tree.number_of(one.head_id))}}}'


def _about(one: Conversation) -> Talk:
    is_awaited = one.title_by == Conversation.TitleBy.AWAITED
    persona, companion = named_in_files(one.persona)
    return Talk(
        created_at=one.created_at,
        updated_at=one.updated_at,
        persona=persona,
        companion=companion,
        title=one.title,
        title_by=Conversation.TitleBy.FIRST_WORDS.value if is_awaited else one.title_by,
        pinned_at=one.pinned_at,
        archived_at=one.archived_at,
    )


@dataclass(slots=True)
class _Tree:
    """Which message follows which, those that were deleted too; the numbers of those that were told."""

    ids: list[UUID]
    parents: dict[UUID, tuple[UUID | None, int | None]]
    numbers: dict[UUID, str] = field(default_factory=dict)

    @classmethod
    def of(cls, conversation: Conversation) -> "_Tree":
        rows = Message.objects.filter(conversation=conversation).order_by("position", "created_at", "pk")
        found = list(rows.values_list("pk", "parent_id", "parent_variant", "deleted_at"))
        ids = [pk for pk, _parent, _variant, deleted_at in found if deleted_at is None]
        return cls(ids, {pk: (parent, variant) for pk, parent, variant, _deleted_at in found})

    def above(self, message: Message) -> tuple[str | None, int | None]:
        """The nearest that was told; parents are told before what follows them."""
        parent, variant = message.parent_id, message.parent_variant
        while parent is not None and parent not in self.numbers:
            parent, variant = self.parents.get(parent, (None, None))
        return self.number_of(parent), variant

    def number_of(self, message_id: UUID | None) -> str | None:
        """Of one that was deleted, the nearest above it that wasn't."""
        while message_id is not None and message_id not in self.numbers:
            message_id = self.parents.get(message_id, (None, None))[0]
        return None if message_id is None else self.numbers[message_id]

    def said(self, message: Message, variants: list[Variant]) -> Said:
        parent, after = self.above(message)
        number = self.numbers[message.pk] = str(len(self.numbers) + 1)
        said = Said(number, parent, message.role == Message.Role.USER, message.created_at, position=message.position)
        said.after = after
        if said.is_person:
            said.text, said.route = message.text, message.route
            said.edits = self.numbers.get(message.edits_id) if message.edits_id else None
            return said
        said.chosen = next(index for index, one in enumerate(variants) if one.number == message.active_variant)
        said.wordings = [
            Wording(one.text, one.created_at, one.finish, one.route, one.model, one.instead_of) for one in variants
        ]
        return said


def _pages(ids: list[UUID], rows: MessageQuerySet) -> Iterator[tuple[Message, list[Variant]]]:
    """In this order, a page at a time, no query open in between; what was deleted meanwhile is left out.

    Without ``prefetch_related``: what it fetched is held in circles, and stays until Python looks for those.
    """
    for start in range(0, len(ids), AT_ONCE):
        page = ids[start : start + AT_ONCE]
        found = {one.pk: one for one in rows.filter(pk__in=page)}
        variants: dict[UUID, list[Variant]] = {}
        for one in Variant.objects.filter(message__in=page).defer("memories", "usage").order_by("number"):
            variants.setdefault(one.message_id, []).append(one)
        is_whole = {one: message.role == Message.Role.USER or one in variants for one, message in found.items()}
        yield from ((found[one], variants.get(one, [])) for one in page if is_whole.get(one))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


# --- To read
@dataclass(frozen=True, slots=True)
class _Style:
    title: Callable[[str], str]
    said: Callable[[str, str, str], str]  # who, when, what
    between: str


_MARKDOWN = _Style(
    title=lambda title: f"# {title}\n",
    said=lambda who, when, what: f"\n**{who}** · {when}\n\n{what.rstrip()}\n",
    between="\n---\n\n",
)
_TEXT = _Style(
    title=lambda title: f"{title}\n{'=' * min(len(title), 72)}\n",
    said=lambda who, when, what: f"\n{who}, {when}\n{what.rstrip()}\n",
    between="\n\n",
)


def _as_words(conversations: Iterator[Conversation], at_home: tzinfo, style: _Style) -> Iterator[str]:
    for index, one in enumerate(conversations):
        if index:
            yield style.between
        name = one.persona.name
        yield style.title(one.title or _("A conversation with %(name)s") % {"name": name})
        branch = Message.objects.active(one.pk)
        for message, variants in _pages(list(branch.values_list("pk", flat=True)), branch):
            who = _("You") if message.role == Message.Role.USER else name
            yield style.said(who, _when(message.created_at.astimezone(at_home)), _shown(message, variants))


def _shown(message: Message, variants: list[Variant]) -> str:
    if message.role == Message.Role.USER:
        return message.text
    return next(one.text for one in variants if one.number == message.active_variant)


def _when(at: datetime) -> str:
    return f"{at.day} {at:%B %Y, %H:%M}"
