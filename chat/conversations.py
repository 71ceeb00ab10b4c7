"""Starting a conversation, and with whom one can talk."""

from typing import Any
from uuid import UUID

from django.db import transaction

from chat.models import Conversation, Persona
from chat.safety.version import POLICY_VERSION
from companion.rows import rows

DEFAULT_PERSONA = "mira"
# Who starts a conversation keeps nobody else from it, and waits only for who deletes this companion just now.
_HOLD = "SELECT id FROM chat_persona WHERE id = %s AND deleted_at IS NULL FOR KEY SHARE"


@transaction.atomic
def start_conversation(*, user_id: int, persona_slug: str | None = None) -> Conversation:
    """With the usual companion, unless another is named.

    Raises Persona.DoesNotExist for a slug that nobody can talk to, and for somebody else's own.
    """
    persona = _with_whom(user_id, persona_slug)
    while not rows(_HOLD, [persona.pk]):  # it was deleted meanwhile
        persona = _with_whom(user_id, persona_slug)
    return Conversation.objects.create(user_id=user_id, **as_it_stands(persona))


def _with_whom(user_id: int, slug: str | None) -> Persona:
    return Persona.objects.open_to(user_id).get(slug=slug) if slug else usual_companion(user_id=user_id)


def as_it_stands(persona: Persona) -> dict[str, Any]:
    """Fields of a conversation that begins here with this companion: only what changes from now on is told in it."""
    return {"persona": persona, "persona_version": persona.version, "policy_version": POLICY_VERSION}


def usual_companion(*, user_id: int) -> Persona:
    """Whom this person talked with last, as long as one can; else the first one here. Raises Persona.DoesNotExist."""
    newest = Conversation.objects.for_user(user_id).newest_first().values("persona")[:1]
    last = Persona.objects.open_to(user_id).filter(pk__in=newest).first()
    return last or Persona.objects.open_to(user_id).get(slug=DEFAULT_PERSONA)


def persona_names(user_id: int) -> dict[UUID, str]:
    """Those that this person may know of."""
    return dict(Persona.objects.known_to(user_id).order_by("name").values_list("pk", "name"))
