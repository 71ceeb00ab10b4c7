"""What the chat page shows, gathered for its templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import F
from django.utils.translation import gettext as _

from chat.conversations import DEFAULT_PERSONA
from chat.history import Around, history_around, history_page
from chat.listing.groups import list_page
from chat.models import Conversation, Message, Persona
from chat.moderation.asking import AppealForm, ReportForm
from chat.moderation.notices import a_person_wrote, has_unseen_notices
from chat.providers import is_adult_open
from chat.safety import Label
from chat.state import conversation_state
from companion.errors import LLMError
from companion.llm.providers import default_provider
from memory.governing.choices import is_paused
from memory.governing.finding import waiting_count
from memory.sources import remembered
from sessions_ext import age


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conversation's page is opened: around a message, before or after one; else at its end."""

    at: UUID | None = None
    before: UUID | None = None
    after: UUID | None = None


def conversation_page(*, user_id: int, conversation_id: UUID, place: Place = Place()) -> dict[str, Any]:
    """Raises Conversation.DoesNotExist for a stranger's as for a missing one, NotOnActiveBranchError for a place that isn't
    there."""
    conversation = Conversation.objects.for_user(user_id).select_related("persona").get(pk=conversation_id)
    state = conversation_state(
        user_id=user_id, conversation_id=conversation_id
    ).event  # first: what changes now is told later
    page = _messages(user_id=user_id, conversation_id=conversation_id, place=place)
    with_footnotes(user_id=user_id, messages=page.messages)
    return {
        "conversation": conversation,
        "persona": conversation.persona,
        "invitation": invitation(conversation, user_id=user_id),
        "said": [_with_dates(message) for message in page.messages],
        "unread": _first_unread(conversation, page.messages),
        "earlier": page.messages[0]["id"] if page.earlier and page.messages else "",
        "later": page.messages[-1]["id"] if page.later and page.messages else "",
        "state": state,
        "listed": list_page(user_id=user_id),
        "model_note": model_note(),
        "has_news": has_unseen_notices(user_id=user_id),
        "news": a_person_wrote(),
        "report_form": ReportForm(),
        "appeal_form": AppealForm(),
        "waiting": waiting_count(user_id=user_id),
        "is_paused": is_paused(user_id=user_id, conversation_id=conversation_id),
        "longest": settings.MESSAGE_MAX_CHARS,
    }


def _first_unread(conversation: Conversation, messages: Sequence[dict[str, Any]]) -> str:
    """The id of the first message here that its person has not seen; what they say themselves, they have. Else empty."""
    if not conversation.is_unread:
        return ""
    replies = (one for one in messages if one["role"] == Message.Role.ASSISTANT)
    return next((one["id"] for one in replies if datetime.fromisoformat(one["created_at"]) > conversation.seen_at), "")


def _messages(*, user_id: int, conversation_id: UUID, place: Place) -> Around:
    named: dict[str, Any] = {"user_id": user_id, "conversation_id": conversation_id}
    if place.at is not None:
        return history_around(**named, message_id=place.at)
    page = history_page(**named, before=place.before, after=place.after)
    if place.after is not None:
        return Around(page.messages, earlier=True, later=page.more)
    return Around(page.messages, earlier=page.more, later=place.before is not None)


def start_page(*, user_id: int) -> dict[str, Any]:
    """Who is there to talk with, for somebody who has not begun yet."""
    others = (
        Persona.objects.open_to(user_id)
        .exclude(slug=DEFAULT_PERSONA)
        .order_by(F("owner").desc(nulls_last=True), "created_at", "name")
    )
    persona = Persona.objects.on_the_shelf().filter(slug=DEFAULT_PERSONA).first()
    return {"persona": persona, "others": others, "model_note": model_note()}


def invitation(conversation: Conversation, *, user_id: int) -> dict[str, Any]:
    """What stands in an empty conversation; nothing of a companion whose text this person may not be shown."""
    persona = conversation.persona
    if not may_be_shown(persona, user_id=user_id):
        return {"greeting": "", "openings": []}
    return {"greeting": persona.greeting_for(conversation.pk), "openings": persona.openings}


def may_be_shown(persona: Persona, *, user_id: int) -> bool:
    return persona.label == Label.SAFE or persona.label not in hidden_labels(user_id=user_id)


def hidden_labels(*, user_id: int) -> set[str]:
    """Companions whose text is taken for one of these aren't shown to this person, their own neither; their names are."""
    hidden = set()
    if not (is_adult_open() and age.may_enter(user_id=user_id)):
        hidden.add(Label.EXPLICIT.value)
    if age.is_closed(user_id=user_id):
        hidden |= {Label.SUGGESTIVE.value, Label.EXPLICIT.value}
    return hidden


def _with_dates(message: dict[str, Any]) -> dict[str, Any]:
    """Templates want dates where JSON has words."""
    appeal = message.get("appeal")
    if appeal:
        appeal = {name: datetime.fromisoformat(at) if at else None for name, at in appeal.items()}
    return message | {"at": datetime.fromisoformat(message["created_at"]), "appeal": appeal}


def with_footnotes(*, user_id: int, messages: Sequence[dict[str, Any]]) -> None:
    """Put beside each reply what it knew, with its source, as far as it is still remembered."""
    wanted = {UUID(memory["id"]) for message in messages for memory in message.get("memories", [])}
    found = {one["id"]: one for one in remembered(user_id=user_id, ids=wanted)} if wanted else {}
    for message in messages:
        known = [found[one["id"]] for one in message.get("memories", []) if one["id"] in found]
        message["footnotes"] = [
            one | {"said_at": datetime.fromisoformat(one["source"]["said_at"])} for one in known if one["source"]
        ]


def model_note() -> str:
    """One line for the page where no good model answers; empty otherwise. How to get one, a page says."""
    try:
        provider = default_provider()
    except LLMError:
        return ""
    match provider.name:
        case "builtin":
            return _("%(model)s answers: small and weak.") % {"model": provider.model}
        case "scripted":
            return _("No model runs: a scripted voice answers.")
    return ""
