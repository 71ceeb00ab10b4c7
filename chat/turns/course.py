"""What a decision makes of a turn: it runs, waits for the person's age, or ends where it began."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction

from chat import events
from chat.models import Conversation, Message, Persona, Turn
from chat.moderation.flags import flag_message
from chat.providers import provider_names
from chat.routes import SUPPORT_LABELS, Action, Decision, Route
from chat.safety import Verdict
from chat.safety.reply_check import Bounds
from chat.support.card import support_card
from chat.support.counts import count_support
from chat.support.texts import support_reply
from chat.turns.ends import pause_event, refused_event
from chat.turns.gate import Gate


@dataclass(frozen=True, slots=True)
class LiveTurn:
    """What the steps after admission need to know of a turn; nothing here changes while it runs.

    ``bounds``: what a model's reply must not be.
    ``fixed``: the words that answer on `support` where no model may or none can, else empty; ``is_fixed``: no model is asked.
    """

    id: UUID
    fence: int
    client_id: UUID
    user_id: int
    conversation_id: UUID
    persona: Persona
    message: Message
    reply_id: UUID
    variant: int
    route: str
    started_at: datetime
    bounds: Bounds
    time_zone: str = ""
    card: dict[str, Any] | None = None
    fixed: str = ""
    is_fixed: bool = False
    had_to_wait: bool = False


@dataclass(frozen=True, slots=True)
class Admitted:
    """``told``: what every socket of the conversation is told first, in order; then ``turn`` runs, if it does; then the rest."""

    turn: LiveTurn | None
    told: list[events.Event] = field(default_factory=list)
    is_state_changed: bool = False
    reminder: events.Event | None = None


def set_out(
    *, turn: Turn, conversation: Conversation, gate: Gate, verdict: Verdict, decision: Decision, region: str | None
) -> LiveTurn | events.Event:
    """Put the decision on the turn and into the conversation's state; the caller saves the turn afterwards, and nothing else.

    Answers the turn that runs, or the event that it ended or paused with. ``region`` is whose help lines are shown.
    """
    was_supported = gate.standing.route is Route.SUPPORT
    turn.message.conversation = conversation  # as it is while locked; the steps that follow need not read it again
    turn.route, turn.label, turn.reason = decision.route, decision.label, decision.reason
    if decision.label in SUPPORT_LABELS:
        turn.card = support_card(label=decision.label, region=region, is_in_doubt=verdict.in_doubt)
        transaction.on_commit(partial(count_support, label=decision.label, region=region or ""), robust=True)
    if turn.message.route != decision.route:
        turn.message.route = decision.route
        Message.objects.filter(pk=turn.message_id).update(route=decision.route)
    flag_message(
        turn=turn,
        user_id=conversation.user_id,
        verdict=verdict,
        decision=decision,
        closes_account=gate.has_closed_account,
    )
    match decision.action:
        case Action.REFUSE:
            turn.state, turn.finish, turn.finished_at = Turn.State.DONE, "refused", turn.started_at
        case Action.ASK_AGE:
            turn.state, turn.had_to_wait = Turn.State.WAITING, True
        case Action.ANSWER:
            turn.state = Turn.State.RUNNING
    gate.keep(decision.standing)
    if turn.state == Turn.State.DONE:
        return refused_event(turn)
    if turn.state == Turn.State.WAITING:
        return pause_event(turn)
    fixed = ""
    if decision.route is Route.SUPPORT:
        left = decision.standing.support_left if was_supported else None
        fixed = support_reply(label=decision.label, followups_left=left, is_in_doubt=verdict.in_doubt)
    return LiveTurn(
        id=turn.pk,
        fence=turn.fence,
        client_id=turn.client_id,
        user_id=conversation.user_id,
        conversation_id=conversation.pk,
        persona=conversation.persona,
        message=turn.message,
        reply_id=turn.reply_id,
        variant=turn.variant,
        route=turn.route,
        started_at=turn.started_at,
        bounds=gate.bounds(decision, verdict),
        time_zone=conversation.user.time_zone,
        card=turn.card,
        fixed=fixed,
        is_fixed=bool(fixed) and (verdict.in_doubt or not provider_names(Route.SUPPORT)),
        had_to_wait=turn.had_to_wait,
    )
