"""What came before a changing frame: the same frame, or a turn that isn't done."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from chat.models import Choice, Conversation, Message, Turn
from chat.protocol import Changing, request_hash
from companion.errors import BusyError, InvalidFrameError


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The frame was accepted before; its turn may still run or wait."""

    turn_id: UUID
    message: Message


@dataclass(frozen=True, slots=True)
class Earlier:
    """``same`` is the turn that the same frame began; ``is_chosen``: it chose a branch before. Else ``waiting``, for an age."""

    same: Duplicate | None = None
    is_chosen: bool = False
    waiting: tuple[Turn, ...] = ()


def earlier(conversation: Conversation, frame: Changing) -> Earlier:
    """Raises BusyError while a turn runs, InvalidFrameError for a ``client_id`` that came with other content."""
    known = Q(client_id=frame.client_id) | ~Q(state=Turn.State.DONE)
    turns = list(Turn.objects.filter(known, conversation=conversation).select_related("message"))
    for turn in turns:
        if turn.client_id == frame.client_id:
            is_there = Turn.objects.not_deleted().filter(pk=turn.pk).exists()
            if turn.request_hash != request_hash(frame) or not is_there:
                raise InvalidFrameError
            return Earlier(same=Duplicate(turn_id=turn.pk, message=turn.message))
    chosen = Choice.objects.filter(conversation=conversation, client_id=frame.client_id).first()
    if chosen is not None:
        if chosen.request_hash != request_hash(frame):
            raise InvalidFrameError
        return Earlier(is_chosen=True)
    if any(turn.state == Turn.State.RUNNING for turn in turns):
        raise BusyError
    return Earlier(waiting=tuple(turns))
