"""A turn read back from its rows: what a late asker is told."""

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
class TurnTold:
    """What its rows tell of a turn. ``started`` is None where nothing was said; ``end`` is None while it runs or waits."""

    accepted: dict[str, Any]
    started: dict[str, Any] | None
    text: str
    end: dict[str, Any] | None


def told_by_rows(*, turn_id: UUID) -> TurnTold:
    """Raises Turn.DoesNotExist."""
    turn = Turn.objects.select_related("message").get(pk=turn_id)
    accepted = events.message_accepted(client_id=turn.client_id, message=turn.message, turn_id=turn.pk)
    if turn.state != Turn.State.DONE:
        partial = turn.partial or {"text": "", "started": None}
        return TurnTold(accepted, partial["started"], partial["text"], None)
    if turn.finish == "error":
        return TurnTold(accepted, None, "", error_event(turn_id=turn.pk, code=turn.error))
    if not turn.has_reply:
        return TurnTold(accepted, None, "", done_event(turn=turn, text="", finish=turn.finish))
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
    return TurnTold(accepted, started, variant.text, end)


def error_event(*, turn_id: UUID, code: str) -> dict[str, Any]:
    """The `error` that ended a turn, from its stored code."""
    failure = _FAILURES.get(code, CompanionError)()
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
