"""Frames from clients: raw text in, one frozen dataclass out. The contract is ``docs/protocol.md``."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings

from companion.errors import CompanionError, InvalidFrameError, MessageTooLongError

MOST_VARIANTS = 32_767  # as many as a column can number


@dataclass(frozen=True, slots=True)
class Head:
    message: UUID
    variant: int | None


@dataclass(frozen=True, slots=True)
class SendMessage:
    client_id: UUID
    text: str
    parent: Head | None


@dataclass(frozen=True, slots=True)
class RegenerateReply:
    client_id: UUID
    message: UUID


@dataclass(frozen=True, slots=True)
class ChooseBranch:
    """``variant`` is None for an own message, and where the newest of a reply's is meant."""

    client_id: UUID
    message: UUID
    variant: int | None


@dataclass(frozen=True, slots=True)
class EditMessage:
    client_id: UUID
    message: UUID
    text: str


@dataclass(frozen=True, slots=True)
class StopReply:
    turn: UUID


@dataclass(frozen=True, slots=True)
class Resume:
    turn: UUID
    offset: int


@dataclass(frozen=True, slots=True)
class ReleaseLock:
    pass


@dataclass(frozen=True, slots=True)
class Ping:
    n: int | float | str | None


Beginning = SendMessage | EditMessage | RegenerateReply  # what begins a turn
Changing = Beginning | ChooseBranch  # what has a client_id
Frame = Changing | StopReply | Resume | ReleaseLock | Ping


def request_hash(frame: Changing) -> str:
    """What the frame asks for, apart from its client_id: the same id with another hash is refused."""
    match frame:
        case SendMessage():
            parent = f"{frame.parent.message}/{frame.parent.variant}" if frame.parent else ""
            content = ["message.send", frame.text, parent]
        case RegenerateReply():
            content = ["reply.regenerate", str(frame.message)]
        case EditMessage():
            content = ["message.edit", frame.text, str(frame.message)]
        case ChooseBranch():
            content = ["reply.choose", str(frame.message), "" if frame.variant is None else str(frame.variant)]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def parse_frame(text_data: str | None) -> Frame:
    """Raises InvalidFrameError or MessageTooLongError, which carry the ids that could be read."""
    if text_data is None:
        raise InvalidFrameError
    try:
        fields = json.loads(text_data, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise InvalidFrameError from error
    if not isinstance(fields, dict):
        raise InvalidFrameError
    reader = _READERS.get(fields["type"]) if isinstance(fields.get("type"), str) else None
    try:
        if reader is None:
            raise InvalidFrameError
        return reader(fields)
    except CompanionError as error:
        # The asker can only sort an error to its cause when it is told which.
        error.client_id, error.turn = _readable_uuid(fields, "client_id"), _readable_uuid(fields, "turn")
        raise


def _send(fields: dict[str, Any]) -> SendMessage:
    client_id = _uuid(fields, "client_id")
    return SendMessage(client_id=client_id, text=_text(fields), parent=_head(fields.get("parent")))


def _edit(fields: dict[str, Any]) -> EditMessage:
    client_id, message = _uuid(fields, "client_id"), _uuid(fields, "message")
    return EditMessage(client_id=client_id, message=message, text=_text(fields))


def _regenerate(fields: dict[str, Any]) -> RegenerateReply:
    return RegenerateReply(client_id=_uuid(fields, "client_id"), message=_uuid(fields, "message"))


def _choose(fields: dict[str, Any]) -> ChooseBranch:
    client_id, message = _uuid(fields, "client_id"), _uuid(fields, "message")
    return ChooseBranch(client_id=client_id, message=message, variant=_variant(fields))


def _stop(fields: dict[str, Any]) -> StopReply:
    return StopReply(turn=_uuid(fields, "turn"))


def _resume(fields: dict[str, Any]) -> Resume:
    offset = fields.get("offset")
    if not isinstance(offset, int) or isinstance(offset, bool) or offset < 0:
        raise InvalidFrameError
    return Resume(turn=_uuid(fields, "turn"), offset=offset)


def _release(fields: dict[str, Any]) -> ReleaseLock:
    return ReleaseLock()


def _ping(fields: dict[str, Any]) -> Ping:
    n = fields.get("n")
    if isinstance(n, (dict, list)):
        raise InvalidFrameError
    return Ping(n=n)


_READERS: dict[str, Callable[[dict[str, Any]], Frame]] = {
    "message.send": _send,
    "message.edit": _edit,
    "reply.regenerate": _regenerate,
    "reply.choose": _choose,
    "reply.stop": _stop,
    "resume": _resume,
    "lock.release": _release,
    "ping": _ping,
}


def _uuid(fields: dict[str, Any], name: str) -> UUID:
    value = _readable_uuid(fields, name)
    if value is None:
        raise InvalidFrameError
    return value


def _readable_uuid(fields: dict[str, Any], name: str) -> UUID | None:
    value = fields.get(name)
    if not isinstance(value, str):
        return None
    try:
        return UUID(value)
    except ValueError:
        return None


def _head(value: Any) -> Head | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise InvalidFrameError
    return Head(message=_uuid(value, "message"), variant=_variant(value))


def _variant(fields: dict[str, Any]) -> int | None:
    variant = fields.get("variant")
    if variant is None:
        return None
    if not isinstance(variant, int) or isinstance(variant, bool) or not 0 <= variant <= MOST_VARIANTS:
        raise InvalidFrameError
    return variant


def _text(fields: dict[str, Any]) -> str:
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip() or "\x00" in text or _has_lone_surrogate(text):
        raise InvalidFrameError
    if len(text) > settings.MESSAGE_MAX_CHARS:
        raise MessageTooLongError
    return text


def _has_lone_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _no_number(constant: str) -> None:
    """Python reads NaN and Infinity, which are no JSON and could not be sent back."""
    raise ValueError(constant)
