"""What ChatGPT exports: ``conversations.json``, a list of conversations, each a tree of nodes by their ids.

Of a conversation: ``title``, ``create_time`` and ``update_time`` in seconds, ``current_node``, and ``mapping`` from id to
``{"parent", "children", "message"}``; a message has ``author.role``, ``content.content_type`` and ``content.parts``. The root has
no message; system and tool nodes, hidden ones and what was said to a tool are no part of the talk. Answers made anew are
siblings there and wordings of one reply here; a question edited is a sibling in both.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chat.carrying import fields
from chat.carrying.errors import ImportRefusedError
from chat.carrying.moments import moment
from chat.carrying.talks import Said, Talk, Wording, settled
from chat.models import Conversation

_SPOKEN = {"text", "multimodal_text"}


@dataclass(slots=True)
class _Node:
    id: str
    parent: str | None
    is_person: bool
    text: str
    at: datetime
    model: str


def is_one(found: dict[str, Any]) -> bool:
    return isinstance(found.get("mapping"), dict)


def read(found: dict[str, Any], *, now: datetime) -> Talk:
    """Raises ImportRefusedError."""
    created_at = moment(found.get("create_time"), otherwise=now, latest=now)
    talk = Talk(
        created_at=created_at,
        updated_at=moment(found.get("update_time"), otherwise=created_at, latest=now),
        title=fields.line(found.get("title"), 120),
        is_titled=isinstance(found.get("title"), str),
        title_by=Conversation.TitleBy.MODEL.value,
    )
    nodes = fields.mapping(found.get("mapping"))
    parents = _parents(nodes)
    _refuse_circles(parents)
    spoken = _spoken(nodes, parents, created_at, now)
    fields.at_most_messages(len(spoken))
    talk.skipped = sum(_is_somebody_s(fields.mapping(node)) for node in nodes.values()) - len(spoken)
    nearest = _nearest(parents, spoken)
    above = {name: None if (parent := parents[name]) is None else nearest[parent] for name in spoken}
    current = fields.ref(found.get("current_node"))
    path = _path(spoken, above, None if current is None else nearest.get(current))
    _build(talk, spoken, above, path)
    settled(talk)
    return talk


def _parents(nodes: dict[str, Any]) -> dict[str, str | None]:
    """A parent that isn't there is none."""
    by_children = {
        child: name
        for name, node in nodes.items()
        for child in fields.listed(fields.mapping(node).get("children"))
        if isinstance(child, str)
    }
    parents: dict[str, str | None] = {}
    for name, node in nodes.items():
        above = fields.mapping(node).get("parent") or by_children.get(name)
        parents[name] = above if isinstance(above, str) and above in nodes else None
    return parents


def _refuse_circles(parents: dict[str, str | None]) -> None:
    safe: set[str] = set()
    for name in parents:
        way: set[str] = set()
        at: str | None = name
        while at is not None and at not in safe:
            if at in way:
                raise ImportRefusedError("circle")
            way.add(at)
            at = parents[at]
        safe |= way


def _is_somebody_s(node: dict[str, Any]) -> bool:
    return isinstance(node.get("message"), dict)


def _spoken(
    nodes: dict[str, Any], parents: dict[str, str | None], otherwise: datetime, now: datetime
) -> dict[str, _Node]:
    found: dict[str, _Node] = {}
    for name, node in nodes.items():
        message = fields.mapping(fields.mapping(node).get("message"))
        role = fields.mapping(message.get("author")).get("role")
        text = _text(message) if role in {"user", "assistant"} else ""
        if not text.strip():
            continue
        metadata = fields.mapping(message.get("metadata"))
        found[name] = _Node(
            id=name,
            parent=parents[name],
            is_person=role == "user",
            text=text,
            at=moment(message.get("create_time"), otherwise=otherwise, latest=now),
            model=fields.line(metadata.get("model_slug"), 120),
        )
    return found


def _text(message: dict[str, Any]) -> str:
    """Empty where it is no part of the talk."""
    content, metadata = fields.mapping(message.get("content")), fields.mapping(message.get("metadata"))
    is_hidden = metadata.get("is_visually_hidden_from_conversation") is True
    is_to_a_tool = message.get("recipient") not in {None, "", "all"}
    if is_hidden or is_to_a_tool or content.get("content_type", "text") not in _SPOKEN:
        return ""
    parts = [_part(part) for part in fields.listed(content.get("parts"))]
    return fields.words("\n\n".join(part for part in parts if part))


def _part(part: Any) -> str:
    """Pictures are left out, what was spoken is there as words."""
    if isinstance(part, str):
        return part
    found = fields.mapping(part)
    text = found.get("text")
    return text if found.get("content_type") == "audio_transcription" and isinstance(text, str) else ""


def _nearest(parents: dict[str, str | None], spoken: Collection[str]) -> dict[str, str | None]:
    """Of each node, the nearest from there up that is part of the talk. Each is passed once, however long the ways are."""
    nearest: dict[str, str | None] = {name: name for name in spoken}
    for name in parents:
        way: list[str] = []
        at: str | None = name
        while at is not None and at not in nearest:
            way.append(at)
            at = parents[at]
        nearest |= dict.fromkeys(way, None if at is None else nearest[at])
    return nearest


def _path(spoken: dict[str, _Node], above: dict[str, str | None], at: str | None) -> list[str]:
    """What is shown, the newest first; without a word of what that is, what was said last."""
    if at is None and spoken:
        at = max(spoken.values(), key=lambda node: node.at).id
    path = []
    while at is not None:
        path.append(at)
        at = above[at]
    return path


def _build(talk: Talk, spoken: dict[str, _Node], above: dict[str, str | None], path: list[str]) -> None:
    following: dict[str | None, list[_Node]] = {}
    for node in spoken.values():
        following.setdefault(above[node.id], []).append(node)
    shown = set(path)
    places: dict[str, Said] = {}
    row: list[tuple[str | None, Said | None, int | None]] = [(None, None, None)]
    while row:
        below: list[tuple[str | None, Said | None, int | None]] = []
        for name, parent_said, after in row:
            siblings = sorted(following.get(name, []), key=lambda node: node.at)
            persons = [node for node in siblings if node.is_person]
            answers = [node for node in siblings if not node.is_person]
            parent = parent_said.ref if parent_said is not None else None
            for index, node in enumerate(persons):
                edits = persons[index - 1].id if index else None
                said = Said(node.id, parent, is_person=True, at=node.at, text=node.text, after=after, edits=edits)
                talk.said.append(said)
                places[node.id] = said
                below.append((node.id, said, None))
            if answers:
                said = Said(answers[0].id, parent, is_person=False, at=answers[0].at, after=after)
                said.wordings = [Wording(node.text, node.at, model=node.model) for node in answers]
                said.chosen = next((i for i, node in enumerate(answers) if node.id in shown), len(answers) - 1)
                talk.said.append(said)
                places |= {node.id: said for node in answers}
                below += [(node.id, said, index) for index, node in enumerate(answers)]
        row = below
    talk.head = places[path[0]].ref if path else None
