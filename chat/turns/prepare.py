"""The second step of a turn: everything the model is given, decided before it is asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.utils import timezone

from chat.buffer import Before, Said, said_before
from chat.changes.noting import USUAL_ROUTES, note_changes
from chat.models import Change, Message
from chat.personas.wording import instructions_of
from chat.prompt import PromptMemory, build_prompt, cut_to, system_prompt
from chat.providers import may_read, provider_names
from chat.routes import Route, barred
from chat.safety import Context
from chat.safety.reply_check import Bounds
from chat.turns.course import LiveTurn
from companion.clock import zone
from companion.errors import LLMError
from companion.llm.chat import ChatMessage
from companion.llm.providers import Provider, provider
from memory.episodes import REMEMBERED_ROUTES, add_episode
from memory.recall import recall

# Who the companion is, memories, and what was said earlier in short, may take these parts of a model's context.
PERSONA_SHARE, MEMORY_SHARE, SUMMARY_SHARE = 0.25, 0.15, 0.08


@dataclass(frozen=True, slots=True)
class Ask:
    """One provider and what it may be told. ``is_opener``: that is nothing but who the companion is and a person's first words,
    and whoever says the same may be answered the same."""

    provider: Provider
    messages: tuple[ChatMessage, ...]
    is_opener: bool = False


@dataclass(frozen=True, slots=True)
class TurnPlan:
    """``asks`` in the order in which they are tried, at least one. ``memories`` are those in the prompts, no others:
    ``[{"id", "why"}]``; ``used`` are the learned ones among them. ``missing`` is a provider that could not even be asked for
    its model's name. ``changes``: the lines that tell what is not as it was at the last reply."""

    asks: tuple[Ask, ...]
    memories: list[dict[str, str]]
    used: list[UUID]
    missing: str = ""
    changes: Sequence[Change] = ()

    def of(self, provider: Provider) -> Ask:
        """What this one may be told. Raises LLMError where it isn't asked any more."""
        for ask in self.asks:
            if ask.provider == provider:
                return ask
        raise LLMError


def prepare(*, turn: LiveTurn, vector: list[float] | None) -> TurnPlan:
    """Recall, recent messages and prompts of an admitted turn; the person's words become an episode on the way.

    Raises LLMError where no provider of the turn's route can be asked.
    """
    providers, missing = _providers(Route(turn.route))
    before = said_before(turn.message)
    now = timezone.now().astimezone(zone(turn.time_zone))
    recalled = recall(
        user_id=turn.user_id,
        persona_id=turn.persona.pk,
        text=turn.message.text,
        vector=vector,
        now=now,
        route=turn.route,
        names=[turn.persona.name],
        conversation_id=turn.conversation_id,
        exclude_messages=[turn.message.pk, *(UUID(said.id) for said in _taken(providers[0], before.said))],
        budget_tokens=int(min(one.context_tokens for one in providers) * MEMORY_SHARE),
    )
    is_remembered = add_episode(
        user_id=turn.user_id,
        persona_id=turn.persona.pk,
        conversation_id=turn.conversation_id,
        message_id=turn.message.pk,
        text=turn.message.text,
        context=_line_before(before.said),
        route=turn.route,
        said_at=turn.message.created_at,
        vector=vector,
    )
    system = partial(
        system_prompt,
        memories=[PromptMemory(text=one.text, said_at=one.said_at, until=one.until) for one in recalled],
        route=Route(turn.route),
        now=now,
    )
    has_before = bool(recalled or before.said or before.summary)
    is_opener = is_remembered and not has_before and _is_like_anybody_s(turn)
    return TurnPlan(
        asks=tuple(Ask(one, _messages(one, system, before, turn), is_opener) for one in providers),
        memories=[{"id": str(one.id), "why": one.why} for one in recalled],
        used=[one.id for one in recalled if one.is_memory],
        missing=missing,
        changes=_changes(turn, providers[0], missing),
    )


def _changes(turn: LiveTurn, first: Provider, missing: str) -> list[Change]:
    """Of a reply said anew they stand before it, else before the person's words."""
    is_usual = turn.route in USUAL_ROUTES and not missing
    return note_changes(
        conversation=turn.message.conversation,
        persona=turn.persona,
        model=first.model if is_usual else "",
        message_id=turn.reply_id if turn.variant else turn.message.pk,
        is_first=turn.message.position == 0 and turn.variant == 0,
    )


def _providers(route: Route) -> tuple[list[Provider], str]:
    """Those that can be asked, and the name of the first that can't."""
    found, missing, failure = [], "", LLMError()
    for name in provider_names(route):
        try:
            found.append(provider(name))
        except LLMError as error:
            missing, failure = missing or name, error
    if not found:
        raise failure
    return found, missing


def _taken(provider: Provider, before: Sequence[Said]) -> list[Said]:
    """What was said on a stricter route stays unknown to a provider that isn't allowed there."""
    readable = [said for said in before if may_read(provider.name, said.route)]
    return readable[-provider.history_messages :] if provider.history_messages else []


def _earlier(provider: Provider, summary: Mapping[str, str], route: Route) -> str:
    """What this provider may be told of the summary; of the adult route there alone, as in memory, and within its budget."""
    told = [
        text
        for of, text in sorted(summary.items(), reverse=True)
        if may_read(provider.name, of) and (of != Route.ADULT or route is Route.ADULT)
    ]
    return cut_to(" ".join(told), int(provider.context_tokens * SUMMARY_SHARE))


def _messages(
    provider: Provider, system: Callable[..., str], before: Before, turn: LiveTurn
) -> tuple[ChatMessage, ...]:
    return build_prompt(
        system=system(
            instructions=instructions_of(
                turn.persona, tokens=int(provider.context_tokens * PERSONA_SHARE), barred=turn.bounds.barred
            ),
            summary=_earlier(provider, before.summary, Route(turn.route)),
        ),
        history=[ChatMessage(said.role, said.text) for said in _taken(provider, before.said)],
        text=turn.message.text,
        context_tokens=provider.context_tokens,
        reply_tokens=provider.reply_tokens,
    )


def _is_like_anybody_s(turn: LiveTurn) -> bool:
    """Not where a stricter eye is on the reply, as with somebody under 18; and who asks for another answer wants another."""
    route = Route(turn.route)
    usual = Bounds(barred(route, is_mild_barred=False), Context(is_reply=True))
    return route in {Route.EVERYDAY, Route.ROMANCE} and turn.bounds == usual and turn.variant == 0


def _line_before(before: Sequence[Said]) -> str:
    """What the companion had said, so that "yes, that one" can be understood later; only where an episode may hold it."""
    if not before or before[-1].role != Message.Role.ASSISTANT or before[-1].route not in REMEMBERED_ROUTES:
        return ""
    return before[-1].text[-500:]
