"""The one question to the database: every episode and memory of an owner, compared with what is asked, the best of them.

The score of a row is its meaning (the cosine of the vectors) plus what it shares of the words asked for, each worth the more the
fewer rows have it, plus a part of the better one of the two messages around it; times its importance, and more where it was said
by the one person who is meant. An exact scan of one owner's rows: an index over everybody's vectors is slower, or blind, as soon
as only one owner's rows may be found.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from companion.llm.embeddings import embedder_name
from companion.rows import rows
from memory.recall.query import search_for
from memory.recall.times import Span
from memory.recall.weights import COMMON

MOST_WORDS = (8, 16, 24)  # in steps, so that few forms of the query are ever built
EXCERPT_CHARS = 2000
_COMMON = "{" + ",".join(sorted(COMMON)) + "}"

ROUTES = ("everyday", "romance")  # recalled everywhere
ADULT = "adult"  # recalled there alone, and with its person's consent


@dataclass(frozen=True, slots=True)
class Weights:
    """Measured on long dialogues with ``manage.py evaluate_recall``; between 2/3 and 3/2 of each hardly anything changes."""

    words: float = 0.3  # all words asked for, beside the best possible cosine
    heard: float = 0.3  # a word of what was said before, beside one of the person's own
    neighbour: float = 0.4  # the better one of the two messages around it
    meant: float = 0.3  # said by the one person whom the question names
    time: float = 0.3  # said at the time that the question names
    importance: float = 1.0  # of what the message itself promises
    memory: float = 0.1  # a fact is worth more than a remark


@dataclass(frozen=True, slots=True)
class Asked:
    """``telling``: a row without any word of the question is found only with at least this cosine; None: with any or none."""

    user_id: int
    persona_id: UUID
    conversation_id: UUID | None
    text: str
    vector: list[float] | None
    route: str
    said_by: str  # the name of the one who is meant
    time: Span | None
    excluded: Sequence[UUID]
    includes_past: bool
    includes_questions: bool
    candidates: int
    telling: float | None
    weights: Weights


@dataclass(frozen=True, slots=True)
class Hit:
    """``words``: of ``asked``, the stems of the question, those that stand in the row itself. ``episodes`` prove a memory."""

    id: UUID
    is_memory: bool
    text: str
    said_at: datetime
    until: datetime | None
    episodes: frozenset[UUID]
    score: float
    cosine: float | None
    found: float
    neighbour: float
    words: Collection[str]
    asked: Collection[str]


def search(asked: Asked) -> list[Hit]:
    """The best candidates, best first; of equals the newer one."""
    parameters: dict[str, Any] = {
        "text": asked.text,
        "common": _COMMON,
        "user": asked.user_id,
        "persona": asked.persona_id,
        "conversation": asked.conversation_id,
        "routes": [*ROUTES, ADULT] if asked.route == ADULT else list(ROUTES),
        "statuses": ["active", "superseded"] if asked.includes_past else ["active"],
        "excluded": list(asked.excluded),
        "questions": asked.includes_questions,
        "said_by": asked.said_by,
        "start": asked.time and asked.time.start,
        "end": asked.time and asked.time.end,
        "embedder": embedder_name() if asked.vector else None,
        "vector": str(asked.vector) if asked.vector else None,
        "candidates": asked.candidates,
        "telling": asked.telling,
        "excerpt": EXCERPT_CHARS,
        **{f"{name}_weight": getattr(asked.weights, name) for name in Weights.__slots__},
    }
    return [_hit(*row) for row in rows(search_for(_most_words(asked.text)), parameters)]


def _hit(
    id: UUID,
    is_memory: bool,
    text: str,
    said_at: datetime,
    until: datetime | None,
    episodes: list[UUID],
    score: float,
    cosine: float | None,
    found: float,
    neighbour: float,
    told: int,
    words: list[str] | None,
) -> Hit:
    asked = words or []
    shared = [word for number, word in enumerate(asked) if told >> number & 1]
    return Hit(id, is_memory, text, said_at, until, frozenset(episodes), score, cosine, found, neighbour, shared, asked)


def _most_words(text: str) -> int:
    count = len(text.split())
    return next((most for most in MOST_WORDS if count <= most), MOST_WORDS[-1])
