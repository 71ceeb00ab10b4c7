"""The second step of a turn: everything the model is given, decided before it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from chat.buffer import Said, said_before
from chat.models import Message, Persona
from chat.prompt import PromptMemory, build_prompt, system_prompt
from chat.turns.admit import LiveTurn
from companion.llm.chat import ChatMessage
from companion.llm.providers import Provider, default_provider
from memory.episodes import add_episode
from memory.recall import recall

# Memories may take this part of a model's context.
MEMORY_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class TurnPlan:
    """``memories`` are those in ``messages``, no others: ``[{"id", "why"}]``."""

    provider: Provider
    messages: tuple[ChatMessage, ...]
    memories: list[dict[str, str]]


def prepare(*, turn: LiveTurn, vector: list[float] | None) -> TurnPlan:
    """Recall, recent messages and prompt of an admitted turn; the person's words become an episode on the way."""
    provider = default_provider()
    persona = Persona.objects.get(pk=turn.persona_id)
    before = said_before(turn.message)
    taken = before[-provider.history_messages :] if provider.history_messages else []
    recalled = recall(
        user_id=turn.user_id,
        persona_id=turn.persona_id,
        text=turn.message.text,
        vector=vector,
        route=turn.route,
        exclude_messages=[turn.message.pk, *(UUID(said.id) for said in taken)],
        budget_tokens=int(provider.context_tokens * MEMORY_SHARE),
    )
    add_episode(
        user_id=turn.user_id,
        persona_id=turn.persona_id,
        conversation_id=turn.conversation_id,
        message_id=turn.message.pk,
        text=turn.message.text,
        context=_line_before(before),
        route=turn.route,
        said_at=turn.message.created_at,
        vector=vector,
    )
    system = system_prompt(
        instructions=persona.instructions,
        memories=[PromptMemory(text=one.text, said_at=one.said_at) for one in recalled],
        now=timezone.localtime(),
    )
    messages = build_prompt(
        system=system,
        history=[ChatMessage(said.role, said.text) for said in taken],
        text=turn.message.text,
        context_tokens=provider.context_tokens,
        reply_tokens=provider.reply_tokens,
    )
    return TurnPlan(
        provider=provider, messages=messages, memories=[{"id": str(one.id), "why": one.why} for one in recalled]
    )


def _line_before(before: Sequence[Said]) -> str:
    """What the companion had said, so that "yes, that one" can be understood later."""
    return before[-1].text[-500:] if before and before[-1].role == Message.Role.ASSISTANT else ""
