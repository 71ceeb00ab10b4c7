"""What people do with a conversation in their list. Every open page of theirs hears of it."""

import unicodedata
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from chat.listing.errors import NoTitleError, TitleTooLongError
from chat.listing.rows import as_json
from chat.live.tell import tell_listed, tell_title
from chat.models import Conversation

LONGEST_TITLE = 120


@transaction.atomic
def rename_conversation(*, user_id: int, conversation_id: UUID, title: str) -> Conversation:
    """Its person's own title, which nothing else writes over.

    Raises NoTitleError, TitleTooLongError, and as all of these do, Conversation.DoesNotExist for a stranger's as for a missing
    one.
    """
    title = _plain(title)
    changed = _change(user_id, conversation_id, title=title, title_by=Conversation.TitleBy.PERSON)
    transaction.on_commit(partial(tell_title, conversation_id=conversation_id, title=title), robust=True)
    return changed


def pin_conversation(*, user_id: int, conversation_id: UUID, pinned: bool = True) -> Conversation:
    """Above all others, or back among them."""
    return _change(user_id, conversation_id, pinned_at=_now(pinned))


def archive_conversation(*, user_id: int, conversation_id: UUID, archived: bool = True) -> Conversation:
    """Out of the list, or back into it; nothing of it is lost, and one can go on in it."""
    return _change(user_id, conversation_id, archived_at=_now(archived))


@transaction.atomic
def see_conversation(*, user_id: int, conversation_id: UUID) -> Conversation:
    """Its person looked: nothing in it is unread."""
    owned = Conversation.objects.for_user(user_id)
    if owned.filter(pk=conversation_id, seen_at__lt=F("updated_at")).update(seen_at=timezone.now()):
        return _told(owned.get(pk=conversation_id))
    return owned.get(pk=conversation_id)


@transaction.atomic
def _change(user_id: int, conversation_id: UUID, **fields: Any) -> Conversation:
    owned = Conversation.objects.for_user(user_id)
    owned.filter(pk=conversation_id).update(**fields)
    return _told(owned.get(pk=conversation_id))


def _told(conversation: Conversation) -> Conversation:
    told: dict[str, Any] = {"user_id": conversation.user_id, "conversations": [as_json(conversation)]}
    transaction.on_commit(partial(tell_listed, **told), robust=True)
    return conversation


def _now(is_so: bool) -> datetime | None:
    return timezone.now() if is_so else None


def _plain(title: str) -> str:
    """In one line, without what can't be seen or stored."""
    shown = "".join(" " if unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"} else one for one in title)
    plain = " ".join(shown.split())
    if not any(letter.isalnum() or unicodedata.category(letter)[0] in "SP" for letter in plain):
        raise NoTitleError
    if len(plain) > LONGEST_TITLE:
        raise TitleTooLongError
    return plain
