"""All conversations of a file land in one transaction, when the last of them is read; then the file is gone."""

import json
import uuid
from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chat.carrying.companions import Companions
from chat.carrying.formats import own
from chat.carrying.judging import is_fit_for_a_list, take_out
from chat.carrying.rows import Import, ImportPart
from chat.carrying.talks import Talk, active_refs
from chat.conversations import as_it_stands
from chat.listing.changing import LONGEST_TITLE
from chat.listing.rows import as_json
from chat.live.tell import tell_listed
from chat.models import Conversation, Message, Variant
from chat.moderation.flags import flag_minor_s_words
from chat.routes import Route
from chat.safety import Label
from chat.titles.first import NAMING_ROUTES, title_from
from companion.replica.writes import note_write
from sessions_ext import age

AT_ONCE = 500
# Beside a wording's tokens, of which it took none: it was said elsewhere, and counts for nobody's day.
BROUGHT_IN = {"total_tokens": 0, "brought_in": True}


@transaction.atomic
def land(*, import_id: UUID) -> None:
    """Raises Import.DoesNotExist where it is gone, or was done already."""
    reading = Import.objects.filter(state=Import.State.READING).select_for_update(no_key=True)
    done = reading.get(pk=import_id)
    companions = Companions(done.user_id)
    is_closed = age.is_closed(user_id=done.user_id) or any(told["minor"] for told in _prepared(done))
    ids = sorted(
        uuid.uuid4() for _number in range(done.read)
    )  # in the order of the file, also where times are the same
    for conversation_id, told in zip(ids, _prepared(done), strict=True):
        _land_one(done, conversation_id, told, companions, is_account_closed=is_closed)
    done.state, done.ended_at, done.percent = Import.State.DONE, timezone.now(), 100
    done.landed, done.strangers = [str(one) for one in ids], companions.strangers
    done.save(update_fields=["state", "ended_at", "percent", "landed", "strangers", "messages", "left_out"])
    ImportPart.objects.filter(file=done).delete()
    transaction.on_commit(partial(note_write, user_id=done.user_id), robust=True)
    _tell_list(done.user_id, ids)


def _prepared(done: Import) -> Iterator[dict[str, Any]]:
    """One conversation after the other, as each was read and judged; one is held at a time."""
    parts = ImportPart.objects.filter(file=done, is_read=True).order_by("number")
    for number in list(parts.values_list("number", flat=True)):
        yield json.loads(bytes(parts.get(number=number).data))


def _tell_list(user_id: int, landed: list[UUID]) -> None:
    """One that the open pages don't know makes them look at their list anew."""
    listed = Conversation.objects.for_user(user_id).listed().filter(pk__in=landed).first()
    if listed is not None:
        told: dict[str, Any] = {"user_id": user_id, "conversations": [as_json(listed)]}
        transaction.on_commit(partial(tell_listed, **told), robust=True)


def _land_one(
    done: Import, conversation_id: UUID, told: dict[str, Any], companions: Companions, *, is_account_closed: bool
) -> None:
    """``is_account_closed``: of somebody under 18, which may have come out since this was judged, also from the file itself."""
    talk = own.read(told, now=timezone.now())
    if is_account_closed:
        before = len(talk.said)
        done.left_out += take_out(talk, told["explicit"])
        done.messages -= before - len(talk.said)
    active = active_refs(talk)
    label = told.get("companion_label")  # what an older version has prepared says nothing of it
    persona = companions.of(talk, Label(label) if label else None, is_account_closed=is_account_closed)
    title = _title(talk, told["is_titled"], is_copy=done.is_copy, is_account_closed=is_account_closed)
    conversation = Conversation.objects.create(
        id=conversation_id,
        user_id=done.user_id,
        **as_it_stands(persona),
        title=title,
        title_by=talk.title_by if title and told["is_titled"] else "",
        pinned_at=talk.pinned_at,
        archived_at=talk.archived_at,
        has_minor_cue=told["has_minor_cue"],
        unsummed=len(active),
        created_at=talk.created_at,
        updated_at=talk.updated_at,
    )
    ids = dict(zip((one.ref for one in talk.said), sorted(uuid.uuid4() for _ in talk.said), strict=True))
    for start in range(0, len(talk.said), AT_ONCE):
        _store(conversation, talk, ids, active, slice(start, start + AT_ONCE))
    if talk.head is not None:
        Conversation.objects.filter(pk=conversation.pk).update(head_id=ids[talk.head])
    if told["minor"] is not None:
        _close_account(conversation, message_id=ids.get(told["minor"]["message"]), told_age=told["minor"]["age"])


def _store(conversation: Conversation, talk: Talk, ids: dict[str, UUID], active: set[str], some: slice) -> None:
    said = talk.said[some]
    Message.objects.bulk_create(
        Message(
            id=ids[one.ref],
            conversation=conversation,
            role=Message.Role.USER if one.is_person else Message.Role.ASSISTANT,
            parent_id=ids[one.parent] if one.parent else None,
            parent_variant=one.after,
            position=one.position,
            is_active=one.ref in active,
            text=one.text,
            route=one.route if one.is_person else Route.EVERYDAY,
            edits_id=ids[one.edits] if one.edits else None,
            active_variant=None if one.is_person else one.chosen,
            created_at=one.at,
        )
        for one in said
    )
    Variant.objects.bulk_create(
        Variant(
            message_id=ids[one.ref],
            number=number,
            text=wording.text,
            finish=wording.finish,
            route=wording.route,
            model=wording.model,
            instead_of=wording.instead_of,
            usage=BROUGHT_IN,
            created_at=wording.at,
        )
        for one in said
        for number, wording in enumerate(one.wordings)
    )


def _title(talk: Talk, is_titled: bool, *, is_copy: bool, is_account_closed: bool) -> str:
    title = talk.title if is_fit_for_a_list(talk.title, is_account_closed=is_account_closed) else ""
    if not is_titled:
        naming = (Route.EVERYDAY,) if is_account_closed else NAMING_ROUTES
        mild = (one.text for one in talk.said if one.is_person and one.route in naming)
        first = next(mild, "")
        title = title_from(first)[:LONGEST_TITLE] if first else ""
    if not is_copy:
        return title
    copy = _("copy")
    return f"{title[: LONGEST_TITLE - len(copy) - 3]} ({copy})".strip()


def _close_account(conversation: Conversation, *, message_id: UUID | None, told_age: int | None) -> None:
    """As when it is said on the way of a turn: adult and romance close, and a human looks at it."""
    if not age.is_closed(user_id=conversation.user_id):
        age.close_account(user_id=conversation.user_id, told_age=told_age)
        flag_minor_s_words(user_id=conversation.user_id, conversation_id=conversation.pk, message_id=message_id)
