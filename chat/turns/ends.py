"""An ended turn, read back from its rows: what a late asker is told."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chat import events
from chat.models import Turn, Variant
from chat.rendering import render_reply
from companion.errors import CompanionError, DrainingError, LLMError, LLMOverloadedError

_FAILURES: dict[str, type[CompanionError]] = {
    "provider_down": LLMError,
    "overloaded": LLMOverloadedError,
    "draining": DrainingError,
}


@dataclass(frozen=True, slots=True)
class Ended:
    """``started`` is None where nothing was said; ``end`` is the turn's one end event."""

    started: dict[str, Any] | None
    text: str
    end: dict[str, Any]


def ended_turn(*, turn_id: UUID) -> Ended | None:
    """How a turn ended; None while it runs or waits. Raises Turn.DoesNotExist."""
    turn = Turn.objects.get(pk=turn_id)
    if turn.state != Turn.State.DONE:
        return None
    if turn.finish == "error":
        failure = failure_for(turn.error)
        failure.turn = turn.pk
        return Ended(started=None, text="", end=events.error(failure))
    if not turn.has_reply:
        return Ended(started=None, text="", end=done_event(turn=turn, text="", finish=turn.finish))
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
    return Ended(started=started, text=variant.text, end=end)


def failure_for(code: str) -> CompanionError:
    """The failure that a stored error code stands for."""
    return _FAILURES.get(code, CompanionError)()


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
