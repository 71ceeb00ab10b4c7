"""A turn read back from its rows: what a late asker is told."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from chat import events
from chat.models import Turn, Variant
from chat.rendering import render_reply
from chat.routes import Reason
from chat.support.texts import refusal_text
from companion.errors import CompanionError, DrainingError, LLMError, LLMOverloadedError

_FAILURES: dict[str, type[CompanionError]] = {
    "provider_down": LLMError,
    "overloaded": LLMOverloadedError,
    "draining": DrainingError,
}


@dataclass(frozen=True, slots=True)
class TurnTold:
    """What its rows tell of a turn. ``started`` is None where nothing was said; ``end`` is None while it runs.

    A waiting turn's ``end`` is the event that it paused with. ``had_to_wait``: its sockets were told `message.accepted` then.
    """

    accepted: dict[str, Any]
    card: dict[str, Any] | None
    started: dict[str, Any] | None
    text: str
    end: dict[str, Any] | None
    had_to_wait: bool = False


def told_by_rows(*, turn_id: UUID) -> TurnTold:
    """Raises Turn.DoesNotExist."""
    turn = Turn.objects.select_related("message").get(pk=turn_id)
    accepted = events.message_accepted(client_id=turn.client_id, message=turn.message, turn_id=turn.pk)
    card = card_event(turn)
    if turn.state == Turn.State.RUNNING:
        partial = turn.partial or {"text": "", "started": None}
        return TurnTold(accepted, card, partial["started"], partial["text"], None, turn.had_to_wait)
    if not turn.has_reply:
        return TurnTold(accepted, card, None, "", _end_without_reply(turn), turn.had_to_wait)
    variant = Variant.objects.get(message_id=turn.reply_id, number=turn.variant)
    started = events.reply_started(
        turn_id=turn.pk,
        message_id=turn.reply_id,
        variant=turn.variant,
        route=variant.route,
        model=variant.model,
        memories=variant.memories,
    )
    end = done_event(
        turn=turn,
        text=variant.text,
        finish=variant.finish,
        usage=variant.usage,
        first_token_ms=variant.first_token_ms,
        total_ms=variant.total_ms,
    )
    return TurnTold(accepted, card, started, variant.text, end, turn.had_to_wait)


def _end_without_reply(turn: Turn) -> dict[str, Any]:
    if turn.state == Turn.State.WAITING:
        return pause_event(turn)
    if turn.is_refused:
        return refused_event(turn)
    if turn.finish == "error":
        return error_event(turn_id=turn.pk, code=turn.error)
    return done_event(turn=turn, text="", finish=turn.finish)


def card_event(turn: Any) -> dict[str, Any] | None:
    """The `crisis.support` of a turn, given as its row or as a LiveTurn."""
    if turn.card is None:
        return None
    return events.crisis_support(turn_id=turn.id, message_id=turn.message.id, card=turn.card)


def refused_event(turn: Turn) -> dict[str, Any]:
    """Also of a declined one."""
    reason = Reason(turn.reason)
    return events.reply_refused(
        turn_id=turn.pk,
        message_id=turn.message_id,
        label=turn.label,
        text=refusal_text(label=turn.label, reason=reason),
        reason=Reason.ROUTE_CLOSED if reason is Reason.UNREADABLE else reason,
    )


def pause_event(turn: Turn) -> dict[str, Any]:
    return events.age_required(turn_id=turn.pk, message_id=turn.message_id, url=reverse("age"))


def error_event(*, turn_id: UUID, code: str, retry_after: float | None = None) -> dict[str, Any]:
    """The `error` that ended a turn, from its stored code; how long to wait is known to who was there."""
    failure = _FAILURES.get(code, CompanionError)(retry_after=retry_after)
    failure.turn = turn_id
    return events.error(failure)


def done_event(
    *,
    turn: Any,
    text: str,
    finish: str,
    usage: Any = None,
    first_token_ms: int | None = None,
    total_ms: int | None = None,
) -> dict[str, Any]:
    """The `reply.done` of a turn, given as its row or as a LiveTurn. Variants are numbered without gaps."""
    return {
        "type": "reply.done",
        "turn": str(turn.id),
        "message": str(turn.reply_id),
        "variant": turn.variant,
        "variants": turn.variant + 1 if text else turn.variant,
        "text_length": len(text),
        "finish": finish,
        "html": render_reply(text),
        "usage": usage,
        "latency": {"first_token_ms": first_token_ms, "total_ms": total_ms},
    }
