"""The first step of a turn: may this be said, and which way; if so, it is stored."""

from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from chat import events
from chat.branches import leave_branch
from chat.models import Conversation, Message, Turn
from chat.protocol import Beginning, EditMessage, request_hash
from chat.reminders import due_reminder
from chat.routes import SUPPORT_LABELS, Reason, Route
from chat.safety.heard import Heard
from chat.titles.first import NAMING_ROUTES, drop_title, name_anew, name_by
from chat.titles.telling import tell_named
from chat.turns import rows
from chat.turns.course import Admitted, LiveTurn, set_out
from chat.turns.earlier import Duplicate, Earlier, earlier
from chat.turns.gate import Gate
from chat.turns.places import place_of
from chat.turns.waiting import decline
from chat.usage.counting import message_counted
from companion.errors import SignedOutError
from companion.health import INSTANCE
from companion.models import User
from companion.replica.writes import note_write
from companion.sessions import is_signed_in
from memory.locks import lock_owner
from sessions_ext import age
from sessions_ext.limits.messages import message_allowed


@transaction.atomic
def admit(
    *,
    user_id: int,
    session_key: str,
    conversation_id: UUID,
    frame: Beginning,
    region: str | None = None,
    heard: Heard | None = None,
) -> Admitted | Duplicate:
    """Store the message and its turn, or find the turn that the same frame started before.

    ``session_key`` is the login session the socket was opened with; it may have ended since, anywhere. ``region`` is that of
    the socket's language, for help lines, ``heard`` what was found out about the message before.

    Raises SignedOutError, Conversation.DoesNotExist, BusyError, StaleHeadError, InvalidFrameError, RateLimitedError, QuotaError,
    StateChangedError.
    """
    if isinstance(frame, EditMessage):
        lock_owner(user_id)  # memory's before the conversation's, everywhere
    conversation = rows.lock_conversation(user_id=user_id, conversation_id=conversation_id)
    user = conversation.user
    beside = rows.beside(conversation, client_id=frame.client_id, session_key=session_key)
    if not is_signed_in(user, session_data=beside.session_data):
        raise SignedOutError
    before = earlier(conversation, frame) if beside.has_earlier else Earlier()
    if before.same is not None:
        return before.same
    conversation.head = beside.head
    asked = place_of(conversation, frame)
    gate = Gate(conversation, timezone.now(), by=frame.client_id)
    gate.is_account_closed = beside.is_account_closed
    verdict = gate.judge(asked.message.text, heard)
    # Nobody in a crisis is told to wait, and fixed words need no model; nor is an age that closes the account, once.
    if verdict.label not in SUPPORT_LABELS and not gate.has_closed_account:
        message_allowed(user_id=user_id)
        if gate.standing.route is not Route.SUPPORT:
            message_counted(user_id=user_id)
    told = [decline(turn, Reason.AGE_DECLINED) for turn in before.waiting]  # what still waits for an age
    if asked.replaces is not None:
        _replace(conversation, asked.replaces)
        conversation.head = asked.message
        told.append(
            events.history_changed(client_id=frame.client_id, conversation=conversation, since=asked.replaces.pk)
        )
    if asked.is_new:
        decision = gate.send(verdict)
        asked.message.route = decision.route
    else:
        decision = gate.send_again(verdict, Route(asked.message.route))
    turn = Turn(
        conversation=conversation,
        message=asked.message,
        client_id=frame.client_id,
        request_hash=request_hash(frame),
        reply_id=asked.reply_id,
        variant=asked.variant,
        owner=INSTANCE,
    )
    went = set_out(
        turn=turn,
        conversation=conversation,
        gate=gate,
        verdict=verdict,
        decision=decision,
        region=user.region or region,
    )
    if asked.is_new:
        _head(conversation, asked.message)
    transaction.on_commit(partial(note_write, user_id=user_id), robust=True)
    rows.store(turn=turn, said=asked.message if asked.is_new else None)
    if not isinstance(went, LiveTurn):
        accepted = events.message_accepted(client_id=frame.client_id, message=asked.message, turn_id=turn.pk)
        told += [accepted, went]
    return Admitted(
        turn=went if isinstance(went, LiveTurn) else None,
        told=told,
        is_state_changed=gate.is_changed or len(before.waiting) > 0 or turn.state == Turn.State.WAITING,
        reminder=None if decision.route is Route.SUPPORT else _reminder(user, conversation),
    )


def _reminder(user: User, conversation: Conversation) -> events.Event | None:
    """Only an adult may turn reminders off."""
    text = due_reminder(
        user_id=user.pk,
        persona=conversation.persona.name,
        is_on=user.reminders or not age.is_verified(user_id=user.pk),
        now=timezone.now(),
    )
    return events.conversation_changed(notice={"kind": "reminder", "text": text}) if text else None


def _replace(conversation: Conversation, old: Message) -> None:
    """Make room for an edited message; a title that was made of what stood there goes, too."""
    if drop_title(conversation, leave_branch(conversation=conversation, old=old)):
        name_anew(conversation)  # where nothing else names it, the new words do
        tell_named(conversation)


def _head(conversation: Conversation, message: Message) -> None:
    conversation.head, conversation.updated_at = message, timezone.now()
    conversation.seen_at = conversation.updated_at  # who says something has seen what was said before
    if not conversation.title and message.route in NAMING_ROUTES:
        name_by(conversation, message.text)
