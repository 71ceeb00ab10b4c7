"""Everything that is known of a person and that they said, as one JSON document, made piece by piece."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model, QuerySet
from django.utils import timezone

from memory.governing.choices import choices_of
from memory.models import Episode, Memory

AT_ONCE = 500
Row = TypeVar("Row", bound=Model)


def exported(*, user_id: int, companions: Mapping[UUID, str]) -> Iterator[str]:
    """Pieces of the document; each is read when it is asked for. ``companions``: their names."""
    chosen = choices_of(user_id=user_id)
    choices = {name: getattr(chosen, name) for name in ("paused", "ask_first", "adult_recall")}
    yield f'{{"exported_at": {_json(timezone.now())}, "choices": {_json(choices)}, "memories": ['
    memories = Memory.objects.for_user(user_id).lagging(user_id).prefetch_related("sources__episode")
    said = Episode.objects.for_user(user_id).lagging(user_id).kept()
    yield from _listed(_memory(one, companions) for one in _paged(memories))
    yield '], "said": ['
    yield from _listed(_episode(one, companions) for one in _paged(said))
    yield "]}\n"


def _paged(rows: "QuerySet[Row]") -> Iterator[Row]:
    """All of them by their ids, no query open in between."""
    last: Any = None
    while page := list((rows.filter(pk__gt=last) if last else rows).order_by("pk")[:AT_ONCE]):
        yield from page
        last = page[-1].pk


def _listed(entries: Iterable[dict[str, Any]]) -> Iterator[str]:
    for index, entry in enumerate(entries):
        yield (",\n" if index else "\n") + _json(entry)


def _memory(memory: Memory, companions: Mapping[UUID, str]) -> dict[str, Any]:
    plain = ("id", "kind", "subject", "text", "status", "origin", "pinned", "importance", "confidence", "route")
    times = ("valid_from", "valid_to", "created_at", "last_used_at")
    return {
        **{name: getattr(memory, name) for name in (*plain, *times)},
        "companion": companions.get(memory.persona_id) if memory.persona_id else None,
        "shared": memory.persona_id is None,
        "replaced": memory.supersedes_id,
        "sources": [
            {"quote": one.quote, "message": one.episode.message_id, "said_at": one.episode.said_at}
            for one in memory.sources.all()
        ],
    }


def _episode(episode: Episode, companions: Mapping[UUID, str]) -> dict[str, Any]:
    plain = ("id", "text", "context", "route", "said_at")
    return {
        **{name: getattr(episode, name) for name in plain},
        "companion": companions.get(episode.persona_id),
        "conversation": episode.conversation_id,
        "message": episode.message_id,
    }


def _json(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
