"""Finding what bears on a message, by meaning and by words, among one person's episodes and memories."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from companion.llm.embeddings import embedder_name
from memory.episodes import REMEMBERED_ROUTES
from memory.questions import is_only_questions
from memory.weights import shared_words

# Relevance is the cosine plus WORDS_SHARE of the words shared, and decides alone what is recalled. Measured with the built-in
# embedder on questions and remarks about facts told in one sentence: those about the fact lie at 0.32 and above, those about
# weather and cooking at 0.31 and below (tests/memory/test_recall.py holds the sentences).
WORDS_SHARE = 0.25
RELEVANT = 0.32
RELEVANT_BY_WORDS = 0.3  # without vectors: the part of the question's own words that is found
MEMORY_BONUS = 0.1  # in the order only: a fact is worth more than a remark
CANDIDATES = 30  # of each layer and each way of searching
EXCERPT_CHARS = 400

_SEARCH = """
WITH asked AS (SELECT tsvector_to_array(to_tsvector('english', %(text)s)) AS words),
known AS (
    SELECT e.id, false AS is_memory, e.text, e.said_at, e.words, e.vector, e.embedder,
           ARRAY[e.id] AS episodes
    FROM memory_episode e
    WHERE e.user_id = %(user)s AND e.persona_id = %(persona)s AND e.route = ANY(%(routes)s)
      AND NOT e.message_id = ANY(%(excluded)s)
    UNION ALL
    SELECT m.id, true, proof.quote, proof.said_at, m.words, m.vector, m.embedder, proof.episodes
    FROM memory_memory m
    CROSS JOIN LATERAL (
        SELECT (array_agg(s.quote ORDER BY e.said_at DESC))[1] AS quote, max(e.said_at) AS said_at,
               array_agg(e.id) AS episodes, bool_or(e.message_id = ANY(%(excluded)s)) AS is_near
        FROM memory_source s JOIN memory_episode e ON e.id = s.episode_id
        WHERE s.memory_id = m.id
    ) proof
    WHERE m.user_id = %(user)s AND m.persona_id = %(persona)s AND m.status = 'active' AND NOT proof.is_near
),
seen AS (
    SELECT known.*, asked.words AS asked, known.words && asked.words AS is_shared,
           CASE WHEN embedder = %(embedder)s THEN 1 - (vector <=> %(vector)s::halfvec) END AS cosine
    FROM known, asked
),
ranked AS (
    SELECT seen.*, row_number() OVER (PARTITION BY is_memory ORDER BY cosine DESC NULLS LAST) AS by_meaning,
           row_number() OVER (PARTITION BY is_memory ORDER BY is_shared DESC, said_at DESC) AS by_words
    FROM seen
)
SELECT id, is_memory, text, said_at, cosine, episodes, asked, words FROM ranked
WHERE (cosine IS NOT NULL AND by_meaning <= %(candidates)s) OR (is_shared AND by_words <= %(candidates)s)
"""


@dataclass(frozen=True, slots=True)
class Recalled:
    """``id`` of an episode or a memory; ``text`` in the person's own words; ``why`` it was found: "meaning" or "words"."""

    id: UUID
    why: str
    text: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class _Found:
    recalled: Recalled
    is_memory: bool
    relevance: float
    episodes: frozenset[UUID]

    @property
    def rank(self) -> tuple[float, datetime]:
        return self.relevance + (MEMORY_BONUS if self.is_memory else 0), self.recalled.said_at


def recall(
    *,
    user_id: int,
    persona_id: UUID,
    text: str,
    vector: list[float] | None,
    exclude_messages: Sequence[UUID],
    budget_tokens: int,
    limit: int = 5,
) -> list[Recalled]:
    """What this person told this persona that bears on ``text``, the most relevant first.

    ``vector`` is that of ``text``, or None to search by words alone. What rests on ``exclude_messages`` is left out: it stands in
    the prompt already. Stops before ``budget_tokens`` (of three bytes each) are exceeded.
    """
    parameters: dict[str, Any] = {
        "text": text,
        "user": user_id,
        "persona": persona_id,
        "routes": list(REMEMBERED_ROUTES),
        "excluded": list(exclude_messages),
        "embedder": embedder_name() if vector else None,
        "vector": str(vector) if vector else None,
        "candidates": CANDIDATES,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SEARCH, parameters)
        found = [hit for row in cursor.fetchall() if (hit := _judge(*row, by_words_only=vector is None))]
    found.sort(key=lambda hit: hit.rank, reverse=True)
    return _within(_without_repeats(found), budget_tokens=budget_tokens, limit=limit)


def _judge(
    id: UUID,  # noqa: A002
    is_memory: bool,
    text: str,
    said_at: datetime,
    cosine: float | None,
    episodes: list[UUID],
    asked: list[str],
    words: list[str],
    *,
    by_words_only: bool,
) -> _Found | None:
    shared = shared_words(asked, words)
    if by_words_only or cosine is None:
        relevance, is_relevant = shared, shared >= RELEVANT_BY_WORDS
    else:
        relevance = cosine + WORDS_SHARE * shared
        is_relevant = relevance >= RELEVANT
    if not is_relevant or (not is_memory and is_only_questions(text)):
        return None
    why = "meaning" if cosine is not None and cosine >= WORDS_SHARE * shared else "words"
    return _Found(Recalled(id, why, _excerpt(text), said_at), is_memory, relevance, frozenset(episodes))


def _without_repeats(found: Sequence[_Found]) -> list[_Found]:
    """Without episodes that a memory before them tells already, and without the same words twice."""
    kept: list[_Found] = []
    told: set[Any] = set()
    for hit in found:
        wording = " ".join(hit.recalled.text.lower().split())
        if wording in told or (not hit.is_memory and hit.episodes & told):
            continue
        told |= {wording, *hit.episodes}
        kept.append(hit)
    return kept


def _within(found: Sequence[_Found], *, budget_tokens: int, limit: int) -> list[Recalled]:
    taken: list[Recalled] = []
    for hit in found[:limit]:
        budget_tokens -= len(hit.recalled.text.encode()) // 3 + 12  # its line in the prompt has a date
        if budget_tokens < 0:
            break
        taken.append(hit.recalled)
    return taken


def _excerpt(text: str) -> str:
    return text if len(text) <= EXCERPT_CHARS else text[: EXCERPT_CHARS - 1].rsplit(" ", 1)[0] + "…"
