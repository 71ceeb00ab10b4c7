"""Going to another branch: no turn, nothing is said, and every socket hears of it."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.db import transaction

from chat import events
from chat.branches import go_to_branch
from chat.models import Choice, Conversation, Message
from chat.protocol import ChooseBranch, request_hash
from chat.routes import Reason
from chat.titles.first import drop_title, name_anew
from chat.titles.tasks import hint_naming_anew
from chat.titles.telling import tell_named
from chat.turns import rows
from chat.turns.earlier import Earlier, earlier
from chat.turns.waiting import decline
from companion.errors import InvalidFrameError, SignedOutError
from companion.replica.writes import note_write
from companion.sessions import is_signed_in
from memory.locks import lock_owner


@dataclass(frozen=True, slots=True)
class Chosen:
    """``told``: what every socket of the conversation is told, in order; ``answer``: what only its asker is."""

    told: list[events.Event]
    answer: events.Event | None = None
    is_state_changed: bool = False


@transaction.atomic
def choose(*, user_id: int, session_key: str, conversation_id: UUID, frame: ChooseBranch) -> Chosen:
    """Make the newest branch through a message, or a wording of a reply, the active one. The same frame does it once.

    Raises SignedOutError, Conversation.DoesNotExist, BusyError, InvalidFrameError.
    """
    lock_owner(user_id)  # memory's before the conversation's, everywhere
    conversation = rows.lock_conversation(user_id=user_id, conversation_id=conversation_id)
    beside = rows.beside(conversation, client_id=frame.client_id, session_key=session_key)
    if not is_signed_in(conversation.user, session_data=beside.session_data):
        raise SignedOutError
    before = earlier(conversation, frame) if beside.has_earlier else Earlier()
    conversation.head = beside.head
    as_it_is = events.history_changed(client_id=frame.client_id, conversation=conversation, since=None)
    if before.is_chosen:
        return Chosen([], as_it_is)
    message = _named(conversation, frame)
    told = [decline(turn, Reason.AGE_DECLINED) for turn in before.waiting]
    Choice.objects.create(conversation=conversation, client_id=frame.client_id, request_hash=request_hash(frame))
    switched = go_to_branch(conversation=conversation, message=message, variant=frame.variant)
    if switched is None:
        return Chosen(told, as_it_is, is_state_changed=bool(told))
    if drop_title(conversation, switched.left):
        name_anew(conversation)
        conversation.save(update_fields=["title", "title_by"])
        tell_named(conversation)
        hint_naming_anew(conversation)
    transaction.on_commit(partial(note_write, user_id=user_id), robust=True)
    told.append(events.history_changed(client_id=frame.client_id, conversation=conversation, since=switched.since))
    return Chosen(told, is_state_changed=len(before.waiting) > 0)


def _named(conversation: Conversation, frame: ChooseBranch) -> Message:
    message = Message.objects.not_deleted().filter(conversation=conversation, pk=frame.message).first()
    if message is None:
        raise InvalidFrameError
    if frame.variant is not None and not message.variants.filter(number=frame.variant).exists():
        raise InvalidFrameError
    return message
