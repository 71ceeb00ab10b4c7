"""Finding out what changed since the last reply, in what a turn has read anyway, and telling it."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from chat.changes.rows import Change
from chat.models import Conversation, Persona
from chat.routes import Route
from chat.safety.version import POLICY_VERSION

Kind = Change.Kind
USUAL_ROUTES = frozenset({Route.EVERYDAY, Route.ROMANCE})  # the others have models of their own


def note_changes(
    *, conversation: Conversation, persona: Persona, model: str, message_id: UUID, is_first: bool
) -> list[Change]:
    """The lines that belong before this message, stored; mostly there are none, and then nothing is written.

    ``model`` is the usual one's name now, or empty where another answers for a reason of its own. ``is_first``: nothing was
    said before, so there is nothing that changed since.
    """
    found, now = [], timezone.now()
    if conversation.persona_version != persona.version:
        found.append((Kind.PERSONA, persona.name, persona.changed_at or now))
    if model and conversation.model and conversation.model != model:
        found.append((Kind.MODEL, model, now))
    if conversation.policy_version != POLICY_VERSION:
        found.append((Kind.POLICY, "", now))
    if not found:
        return []
    if is_first:
        found = []
    conversation.persona_version, conversation.policy_version = persona.version, POLICY_VERSION
    conversation.model = model or conversation.model
    changes = [Change(message_id=message_id, kind=kind, name=name, changed_at=at) for kind, name, at in found]
    with transaction.atomic():
        Change.objects.bulk_create(changes)
        conversation.save(update_fields=["persona_version", "policy_version", "model"])
    return changes


def changes_before(message_ids: Collection[UUID]) -> Mapping[UUID, list[dict[str, Any]]]:
    """The lines before each of these messages."""
    lines: Mapping[UUID, list[dict[str, Any]]] = defaultdict(list)
    for row in Change.objects.filter(message__in=message_ids) if message_ids else ():
        lines[row.message_id].append(as_notice(row))
    return lines


def as_notice(change: Change) -> dict[str, str]:
    return {"kind": change.kind, "text": words_of(change)}


def words_of(change: Change) -> str:
    match change.kind:
        case Kind.PERSONA:
            return _("%(name)s’s description changed on %(day)s.") % {
                "name": change.name,
                "day": _day(change.changed_at),
            }
        case Kind.MODEL:
            return _("Another model answers now: %(name)s.") % {"name": change.name}
        case _:
            return _("What is answered here, and what isn’t, changed on %(day)s.") % {"day": _day(change.changed_at)}


def _day(moment: datetime) -> str:
    is_this_year = moment.year == timezone.now().year
    return formats.date_format(timezone.localtime(moment), "j F" if is_this_year else "j F Y")
