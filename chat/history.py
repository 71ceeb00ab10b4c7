"""What was said, page by page, as the wire contract shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q
from django.urls import reverse

from chat.changes.noting import changes_before
from chat.errors import NotOnActiveBranchError
from chat.models import Conversation, Message, Turn
from chat.moderation.told import appealed_refusals, reported_wordings
from chat.rendering import render_reply
from chat.turns.ends import refused_event

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class HistoryPage:
    messages: list[dict[str, Any]]
    more: bool


def history_page(
    *, user_id: int, conversation_id: UUID, after: UUID | None = None, before: UUID | None = None
) -> HistoryPage:
    """A page of the active branch, oldest first: after a message, before one, or the latest.

    Raises Conversation.DoesNotExist for a stranger's as for a missing one, NotOnActiveBranchError for an id that isn't there.
    """
    Conversation.objects.for_user(user_id).only("pk").get(pk=conversation_id)
    branch = Message.objects.active(conversation_id)
    if after is not None:
        page = list(_complete(branch.filter(position__gt=_position(branch, after)))[: PAGE_SIZE + 1])
        return _page(conversation_id, user_id, page[:PAGE_SIZE], more=len(page) > PAGE_SIZE)
    if before is not None:
        branch = branch.lagging(user_id)  # what is further up changes seldom
        branch = branch.filter(position__lt=_position(branch, before))
    page = list(_complete(branch.reverse())[: PAGE_SIZE + 1])
    return _page(conversation_id, user_id, page[:PAGE_SIZE][::-1], more=len(page) > PAGE_SIZE)


@dataclass(frozen=True, slots=True)
class Around:
    """``earlier`` and ``later``: whether there is more in that direction."""

    messages: list[dict[str, Any]]
    earlier: bool
    later: bool


def history_around(*, user_id: int, conversation_id: UUID, message_id: UUID) -> Around:
    """The messages of the active branch around one of them, as many as a page has.

    Raises Conversation.DoesNotExist for a stranger's as for a missing one, NotOnActiveBranchError for an id that isn't there.
    """
    Conversation.objects.for_user(user_id).only("pk").get(pk=conversation_id)
    branch = Message.objects.active(conversation_id)
    position, half = _position(branch, message_id), PAGE_SIZE // 2
    before = list(branch.filter(position__lt=position).reverse().values_list("pk", flat=True)[: half + 1])
    behind = list(branch.filter(position__gte=position).values_list("pk", flat=True)[: half + 1])
    around = list(_complete(branch.filter(pk__in=[*before[:half], *behind[:half]])))
    page = _page(conversation_id, user_id, around, more=False)
    return Around(page.messages, earlier=len(before) > half, later=len(behind) > half)


def _position(branch: Any, message_id: UUID) -> int:
    position: int | None = branch.filter(pk=message_id).values_list("position", flat=True).first()
    if position is None:
        raise NotOnActiveBranchError
    return position


def _complete(messages: Any) -> Any:
    newest_first = Turn.objects.order_by("-started_at")
    return messages.prefetch_related("variants", Prefetch("turns", queryset=newest_first))


def _page(conversation_id: UUID, user_id: int, messages: Sequence[Message], *, more: bool) -> HistoryPage:
    # A reply without a wording was deleted while it was read.
    messages = [message for message in messages if message.role == Message.Role.USER or message.variants.all()]
    wordings = _wordings(conversation_id, messages)
    shown = [as_json(message, wordings) for message in messages]
    _add_asked(user_id, shown)
    _add_notices(shown)
    return HistoryPage(messages=shown, more=more)


def _add_asked(user_id: int, shown: Sequence[dict[str, Any]]) -> None:
    """What its person asked a human: which replies they reported, which refusals they appealed."""
    replies = [UUID(one["id"]) for one in shown if one["role"] == Message.Role.ASSISTANT]
    refused = [UUID(one["id"]) for one in shown if one.get("refusal")]
    reported = reported_wordings(user_id=user_id, message_ids=replies) if replies else set()
    appealed = appealed_refusals(user_id=user_id, message_ids=refused) if refused else {}
    for one in shown:
        if one["role"] == Message.Role.ASSISTANT:
            one["reported"] = (UUID(one["id"]), one["variant"]) in reported
        else:
            one["appeal"] = appealed.get(UUID(one["id"]))


def _add_notices(shown: Sequence[dict[str, Any]]) -> None:
    """The lines that stand before a message: what wasn't as it had been. Of an edited one those of its earlier wordings, too."""
    standing = [_until_now(one) for one in shown]
    lines = changes_before([UUID(named) for wordings in standing for named in wordings])
    for one, wordings in zip(shown, standing, strict=True):
        one["notices"] = [line for named in wordings for line in lines.get(UUID(named), [])]


def _until_now(shown: Mapping[str, Any]) -> Sequence[str]:
    """The message after all that had been said in its place before it."""
    wordings: Sequence[str] = shown.get("wordings", [shown["id"]])
    return wordings[: wordings.index(shown["id"]) + 1]


Place = tuple[UUID | None, int | None]  # in the tree: behind which message, and which wording of it


def _place(message: Message) -> Place:
    return message.parent_id, message.parent_variant


def _wordings(conversation_id: UUID, messages: Sequence[Message]) -> dict[Place, list[str]]:
    """By place, the own messages that were ever said there, oldest first: the one that is seen and those it was edited from."""
    own = [message for message in messages if message.role == Message.Role.USER]
    if not own:
        return {}
    parents = {message.parent_id for message in own}
    is_there = Q(parent__in=parents - {None}) | (Q(parent=None) if None in parents else Q())
    said = Message.objects.using(own[0]._state.db).not_deleted()  # from where the page itself was read
    said = said.filter(is_there, conversation=conversation_id, role=Message.Role.USER)
    wordings: dict[Place, list[str]] = {}
    for one in said.only("pk", "parent", "parent_variant").order_by("created_at", "pk"):
        wordings.setdefault(_place(one), []).append(str(one.pk))
    return wordings


def as_json(message: Message, wordings: Mapping[Place, list[str]]) -> dict[str, Any]:
    """One message as the contract shows it; its variants and turns should be prefetched."""
    shown: dict[str, Any] = {
        "id": str(message.pk),
        "role": message.role,
        "text": message.text,
        "html": None,
        "created_at": message.created_at.isoformat(),
        "edits": str(message.edits_id) if message.edits_id else None,
    }
    if message.role == Message.Role.USER:
        said = {"wordings": wordings.get(_place(message), [str(message.pk)])}
        return shown | said | _own(list(message.turns.all()))
    variants = list(message.variants.all())
    variant = next(variant for variant in variants if variant.number == message.active_variant)
    return shown | {
        "text": variant.text,
        "html": render_reply(variant.text),
        "variant": variant.number,
        "variants": len(variants),
        "finish": variant.finish,
        "route": variant.route,
        "model": variant.model,
        "instead_of": variant.instead_of or None,
        "memories": variant.memories,
    }


def _own(turns: Sequence[Turn]) -> dict[str, Any]:
    """Of an own message, by its turns, newest first: what became of it, and the product's own words that stand with it."""
    newest = turns[0] if turns else None
    refusal = None
    if newest is not None and newest.is_refused:
        event = refused_event(newest)
        refusal = {name: event[name] for name in ("label", "text", "reason")}
    return {
        "turn": str(newest.pk) if newest else None,
        "outcome": outcome(turns),
        "refusal": refusal,
        "support": next((turn.card for turn in turns if turn.card), None),
        "waiting_url": reverse("age") if newest is not None and newest.state == Turn.State.WAITING else None,
    }


def outcome(turns: Sequence[Turn]) -> str:
    """What became of an own message, from its turns, newest first."""
    if turns and turns[0].state != Turn.State.DONE:
        return str(turns[0].state)
    if not turns or any(turn.has_reply for turn in turns):
        return "answered"
    return turns[0].finish if turns[0].finish in {"refused", "declined"} else "failed"
