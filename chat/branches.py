"""Going from one branch of a conversation to another. Memory, the summary and the buffer follow what its person sees.

Whoever calls holds the lock of the owner's memory and that of the conversation, in this order.
"""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from chat.models import Conversation, Message
from chat.querysets import MessageQuerySet
from chat.summaries.pieces import count_anew
from companion.rows import rows
from memory.withdrawing import restore_episodes, withdraw_episodes

# From a message, and a wording of it where one is named, down to what was said last behind it; then up to the very beginning.
# What was deleted is passed through, and is nothing by itself.
_THROUGH = """
WITH RECURSIVE below AS (
    SELECT m.id, m.parent_id, m.parent_variant, m.position, m.created_at, m.deleted_at
    FROM chat_message m WHERE m.id = %(message)s
    UNION ALL
    SELECT m.id, m.parent_id, m.parent_variant, m.position, m.created_at, m.deleted_at
    FROM below b JOIN chat_message m ON m.parent_id = b.id
    WHERE b.id <> %(message)s OR %(variant)s::int IS NULL OR m.parent_variant = %(variant)s::int
),
newest AS (
    SELECT b.id, v.number AS variant
    FROM below b
    LEFT JOIN chat_variant v
           ON v.message_id = b.id AND (b.id <> %(message)s OR %(variant)s::int IS NULL OR v.number = %(variant)s::int)
    -- In the table, which has an index for it: ten thousand rows of `below` would each be compared with all others.
    WHERE b.deleted_at IS NULL AND NOT EXISTS (
        SELECT FROM chat_message c
        WHERE c.parent_id = b.id AND c.parent_variant IS NOT DISTINCT FROM v.number AND c.deleted_at IS NULL)
    ORDER BY coalesce(v.created_at, b.created_at) DESC, b.position DESC, v.number DESC LIMIT 1
),
branch AS (
    SELECT m.id, m.parent_id, m.parent_variant, newest.variant FROM newest JOIN chat_message m ON m.id = newest.id
    UNION ALL
    SELECT m.id, m.parent_id, m.parent_variant, b.parent_variant FROM branch b JOIN chat_message m ON m.id = b.parent_id
)
SELECT b.id, b.variant::int FROM branch b JOIN chat_message m ON m.id = b.id WHERE m.deleted_at IS NULL ORDER BY m.position
"""


@dataclass(frozen=True, slots=True)
class Switched:
    """``since``: the first message that differs, as it was seen before; ``left`` are those that are seen no more."""

    since: UUID
    left: list[UUID]


def wordings_of(message: Message) -> set[UUID]:
    """The own messages that this one was edited from, or into, itself too; others may stand in the same place."""
    said = Message.objects.not_deleted().filter(conversation=message.conversation_id, role=Message.Role.USER)
    there = said.filter(parent=message.parent_id, parent_variant=message.parent_variant)
    edited_from: dict[UUID, UUID | None] = dict(there.values_list("pk", "edits"))
    found, more = set[UUID](), {message.pk}
    while more:
        found |= more
        into = {pk for pk, old in edited_from.items() if old in found}
        more = (
            into.union(old for pk in found if (old := edited_from.get(pk)) in edited_from and old is not None) - found
        )
    return found


def leave_branch(*, conversation: Conversation, old: Message) -> list[UUID]:
    """Make room for a message in the place of this one, which is seen no more, nor what followed it; all their ids."""
    left = list(_seen(conversation).filter(position__gte=old.position).values_list("pk", flat=True))
    Message.objects.filter(pk__in=left).update(is_active=False)
    _follow(conversation, left=left)
    return left


def go_to_branch(*, conversation: Conversation, message: Message, variant: int | None) -> Switched | None:
    """Make the newest branch through a message the active one; its end is the head. None where it is already.

    ``variant`` is one that the message has.
    """
    branch: dict[UUID, int | None] = dict(rows(_THROUGH, {"message": message.pk, "variant": variant}))
    seen = _places(_seen(conversation))
    left = [pk for pk in seen if pk not in branch]
    entered = [pk for pk in branch if pk not in seen]
    places = seen | _places(Message.objects.filter(pk__in=entered))
    reworded = [pk for pk, number in branch.items() if places[pk].active_variant != number]
    if not (left or entered or reworded):
        return None
    Message.objects.filter(pk__in=left).update(is_active=False)
    Message.objects.filter(pk__in=entered).update(is_active=True)
    for pk in reworded:  # few: most replies have one wording
        Message.objects.filter(pk=pk).update(active_variant=branch[pk])
    differing = [places[pk] for pk in (*left, *entered, *reworded)]
    first = min(differing, key=lambda one: (one.position, one.pk not in seen))
    conversation.head = Message.objects.get(pk=list(branch)[-1])
    conversation.save(update_fields=["head"])
    _follow(conversation, left=left, entered=entered)
    return Switched(since=first.pk, left=left)


def _places(messages: MessageQuerySet) -> dict[UUID, Message]:
    return {one.pk: one for one in messages.only("pk", "position", "active_variant")}


def _seen(conversation: Conversation) -> MessageQuerySet:
    return Message.objects.active(conversation.pk)


def _follow(conversation: Conversation, *, left: Collection[UUID], entered: Collection[UUID] = ()) -> None:
    """What was made of the old branch counts no more; what was made of the new one, again.

    A summary that tells of the old one stays for the way back, and none that Redis holds is believed.
    """
    withdraw_episodes(user_id=conversation.user_id, message_ids=left)
    restore_episodes(user_id=conversation.user_id, message_ids=entered)
    changed = {"branch": F("branch") + 1, "summary_version": F("summary_version") + 1}
    Conversation.objects.filter(pk=conversation.pk).update(**changed)
    count_anew(conversation.pk)
    conversation.refresh_from_db(fields=list(changed))
