"""The last step of a turn: what was said is stored, once, by whom the turn belongs to."""

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from chat.changes.noting import USUAL_ROUTES
from chat.models import Conversation, Turn, Variant
from chat.moderation.flags import flag_reply
from chat.routes import Route
from chat.safety import Verdict
from chat.support.texts import support_reply
from chat.turns import rows
from chat.turns.course import LiveTurn

FIXED_MODEL = "none"  # on the wire, too


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a reply ended. ``finish`` is one of Variant.Finish, or "error" with its code and the seconds after which to try again;
    times are in milliseconds.

    ``crossed`` is what it was taken for where it was cut; what it said there is not kept. ``has_minor_cue``: it gave somebody
    an age under 18.
    """

    finish: str
    text: str = ""
    error: str = ""
    retry_after: float | None = None
    model: str = ""
    memories: list[dict[str, str]] = field(default_factory=list)
    instead_of: str = ""  # the model that should have answered and could not be reached
    usage: Mapping[str, int] | None = None
    first_token_ms: int | None = None
    total_ms: int | None = None
    crossed: Verdict | None = None
    has_minor_cue: bool = False


def finish_turn(*, turn: LiveTurn | Turn, outcome: Outcome) -> bool:
    """Store the outcome if the turn still carries this fence and runs; False when it belongs to somebody else by now.

    Safe to call again when nobody knows whether the last call was committed.
    """
    is_plain = outcome.crossed is None and not outcome.has_minor_cue
    with nullcontext() if is_plain else transaction.atomic():
        if not _end(turn, outcome):
            return Turn.objects.filter(pk=turn.id, fence=turn.fence, state=Turn.State.DONE).exists()
        if outcome.has_minor_cue:
            Conversation.objects.filter(pk=turn.conversation_id).update(has_minor_cue=True)
        if outcome.crossed is not None:
            flag_reply(turn, outcome.crossed)
    return True


def _end(turn: LiveTurn | Turn, outcome: Outcome) -> bool:
    return rows.end(
        turn=turn.id,
        fence=turn.fence,
        conversation=turn.conversation_id,
        message=turn.message.pk,
        position=turn.message.position + 1,
        reply=turn.reply_id,
        variant=turn.variant,
        route=turn.route,
        text=outcome.text,
        text_length=len(outcome.text),
        finish=outcome.finish,
        error=outcome.error,
        model=outcome.model,
        usual_model=_usual_model(turn, outcome),
        instead_of=outcome.instead_of,
        memories=outcome.memories,
        usage=outcome.usage,
        first_token_ms=outcome.first_token_ms,
        total_ms=outcome.total_ms,
        now=timezone.now(),
    )


def _usual_model(turn: LiveTurn | Turn, outcome: Outcome) -> str:
    """Empty where another answered for a reason of its own: the route, a fallback, fixed words."""
    is_usual = turn.route in USUAL_ROUTES and not outcome.instead_of and outcome.model != FIXED_MODEL
    return outcome.model if is_usual else ""


def save_partial(*, turn: LiveTurn, text: str, started: Mapping[str, Any] | None) -> bool:
    """Keep the reply so far on the row while Redis can't; False when the turn ended, or belongs to somebody else by now."""
    mine = Turn.objects.running().filter(pk=turn.id, fence=turn.fence)
    return bool(mine.update(partial={"text": text, "started": started}))


def is_still_mine(*, turn: LiveTurn) -> bool:
    """Nobody took it over: it runs, or has just been ended by who asks."""
    return Turn.objects.filter(pk=turn.id, fence=turn.fence).exists()


@transaction.atomic
def take_over(*, turn_id: UUID, fence: int, owner: str, text: str, started: Mapping[str, Any] | None) -> bool:
    """End a turn whose owner died, with what it was known to have said; False when somebody was faster.

    ``text`` and ``started`` (a `reply.started` event) come from the reply log; the row's own are taken where they say more.
    """
    running = Turn.objects.select_related("message").select_for_update(no_key=True, of=("self",)).running()
    turn = running.filter(pk=turn_id, fence=fence).first()
    if turn is None:
        return False
    kept = turn.partial or {}
    if len(kept.get("text", "")) > len(text):
        text, started = kept["text"], kept["started"]
    turn.fence, turn.owner = fence + 1, owner
    turn.save(update_fields=["fence", "owner"])
    return finish_turn(turn=turn, outcome=_of_the_dead(turn, text, started))


def _of_the_dead(turn: Turn, text: str, started: Mapping[str, Any] | None) -> Outcome:
    if started:
        return Outcome(
            finish=Variant.Finish.INTERRUPTED, text=text, model=started["model"], memories=started["memories"]
        )
    if turn.route == Route.SUPPORT:  # never left without an answer
        return fixed_outcome(support_reply(label=turn.label, followups_left=None, is_in_doubt=False))
    return Outcome(finish=Variant.Finish.INTERRUPTED)


def fixed_outcome(text: str) -> Outcome:
    """A reply that no model was asked for."""
    return Outcome(finish=Variant.Finish.STOP, text=text, model=FIXED_MODEL)
