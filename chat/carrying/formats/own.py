"""This product's own JSON. It loses nothing of a conversation: branches, edits, wordings, what is shown of them, and times.

``chat/carrying/exporting.py`` writes it from the database; ``conversation_json`` writes what was read and judged.
"""

from datetime import UTC, datetime
from typing import Any

from chat.carrying import fields
from chat.carrying.companions import companion_json, read_companion
from chat.carrying.errors import ImportRefusedError
from chat.carrying.moments import moment
from chat.carrying.talks import Said, Talk, Wording, settled
from chat.models import Conversation, Variant
from chat.routes import Route

FORMAT, VERSION = "companion", 1
PERSON, COMPANION = "user", "assistant"
_TITLED_BY = frozenset(Conversation.TitleBy) - {
    Conversation.TitleBy.AWAITED
}  # nobody is asked for a title of what is over
_ROUTES, _FINISHES = frozenset(Route), frozenset(Variant.Finish)


def check_version(header: dict[str, Any]) -> None:
    """Raises ImportRefusedError for a later one."""
    version = fields.number(header.get("version"))
    if version is None or version < 1:
        raise ImportRefusedError("unknown")
    if version > VERSION:
        raise ImportRefusedError("version")


def read(found: dict[str, Any], *, now: datetime) -> Talk:
    """Raises ImportRefusedError."""
    created_at = moment(found.get("created_at"), otherwise=now, latest=now)
    talk = Talk(
        created_at=created_at,
        updated_at=moment(found.get("updated_at"), otherwise=created_at, latest=now),
        persona=fields.line(found.get("persona"), 60),
        companion=read_companion(found.get("companion")),
        title=fields.line(found.get("title"), 120),
        head=fields.ref(found.get("head")),
        title_by=_one_of(_TITLED_BY, found.get("title_by"), ""),
        pinned_at=_moment(found.get("pinned_at"), now),
        archived_at=_moment(found.get("archived_at"), now),
    )
    messages = found.get("messages")
    if not isinstance(messages, list):
        raise ImportRefusedError("shape")
    fields.at_most_messages(len(messages))
    before = created_at
    for one in messages:
        said = _said(fields.mapping(one), before, now)
        before = said.at
        talk.said.append(said)
    settled(talk)
    return talk


def _said(found: dict[str, Any], before: datetime, now: datetime) -> Said:
    ref, role = fields.ref(found.get("id")), found.get("role")
    if ref is None or role not in {PERSON, COMPANION}:
        raise ImportRefusedError("shape")
    said = Said(
        ref=ref,
        parent=fields.ref(found.get("parent")),
        is_person=role == PERSON,
        at=moment(found.get("at"), otherwise=before, latest=now),
        after=fields.number(found.get("parent_variant")),
        edits=fields.ref(found.get("edits")),
    )
    position = fields.number(found.get("position"))
    said.position = -1 if position is None else position
    if said.is_person:
        said.text, said.route = fields.words(found.get("text")), _one_of(_ROUTES, found.get("route"), "")
        return said
    variants = fields.listed(found.get("variants"))
    fields.at_most_messages(len(variants))
    said.wordings = [_wording(fields.mapping(one), said.at, now) for one in variants]
    said.chosen = fields.number(found.get("chosen")) or 0
    return said


def _wording(found: dict[str, Any], before: datetime, now: datetime) -> Wording:
    return Wording(
        text=fields.words(found.get("text")),
        at=moment(found.get("at"), otherwise=before, latest=now),
        finish=_one_of(_FINISHES, found.get("finish"), Variant.Finish.STOP.value),
        route=_one_of(_ROUTES, found.get("route"), ""),
        model=fields.line(found.get("model"), 120),
        instead_of=fields.line(found.get("instead_of"), 120),
    )


def _moment(found: Any, now: datetime) -> datetime | None:
    """None where none is told."""
    return moment(found, otherwise=now, latest=now) if isinstance(found, str) else None


def _one_of(allowed: frozenset[Any], value: Any, otherwise: str) -> str:
    return value if isinstance(value, str) and value in allowed else otherwise


def conversation_json(talk: Talk) -> dict[str, Any]:
    return head_json(talk) | {
        "messages": [said_json(one) for one in talk.said],
        "head": talk.head,
    }


def head_json(talk: Talk) -> dict[str, Any]:
    companion = {} if talk.companion is None else {"companion": companion_json(talk.companion)}
    return {
        "persona": talk.persona,
        **companion,
        "title": talk.title,
        "title_by": talk.title_by,
        "created_at": time_json(talk.created_at),
        "updated_at": time_json(talk.updated_at),
        "pinned_at": time_json(talk.pinned_at) if talk.pinned_at else None,
        "archived_at": time_json(talk.archived_at) if talk.archived_at else None,
    }


def said_json(said: Said) -> dict[str, Any]:
    told = {
        "id": said.ref,
        "parent": said.parent,
        "parent_variant": said.after,
        "position": said.position,
        "role": PERSON if said.is_person else COMPANION,
        "at": time_json(said.at),
    }
    if said.is_person:
        return told | {"text": said.text, "route": said.route, "edits": said.edits}
    return told | {"chosen": said.chosen, "variants": [_wording_json(one) for one in said.wordings]}


def _wording_json(one: Wording) -> dict[str, Any]:
    return {
        "text": one.text,
        "finish": one.finish,
        "route": one.route,
        "model": one.model,
        "instead_of": one.instead_of,
        "at": time_json(one.at),
    }


def time_json(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()
