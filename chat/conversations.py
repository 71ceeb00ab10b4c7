"""Starting a conversation, and with whom one can talk."""

from uuid import UUID

from chat.models import Conversation, Persona

DEFAULT_PERSONA = "mira"


def start_conversation(*, user_id: int, persona_slug: str | None = None) -> Conversation:
    """Raises Persona.DoesNotExist for a slug that nobody can talk to."""
    persona = Persona.objects.get(slug=persona_slug or DEFAULT_PERSONA)
    return Conversation.objects.create(user_id=user_id, persona=persona)


def persona_names() -> dict[UUID, str]:
    return dict(Persona.objects.order_by("name").values_list("pk", "name"))
