"""What of all that was found goes before the model: what is relevant, once each, and no more than there is room for."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from companion.llm.embeddings import embedder_name
from memory.recall.asking import speaks_of_the_past, the_one_named, without_names
from memory.recall.search import Asked, Hit, Weights, search
from memory.recall.times import time_meant
from memory.recall.weights import shared_words

# Relevance is the cosine plus WORDS_SHARE of the words shared, and decides alone what is recalled: that from
# EMBEDDINGS_RELEVANT on. Measured with the built-in embedder on questions and remarks about facts told in one sentence: those
# about the fact lie at 0.32 and above, those about weather and cooking at 0.31 and below (tests/memory/test_recall.py).
WORDS_SHARE = 0.25
RELEVANT_BY_WORDS = 0.3  # without vectors: the part of the question's own words that is found
CANDIDATES = 30
EXCERPT_CHARS = 400
_WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Recalled:
    """``id`` of an episode or a memory; ``text`` in the person's own words; ``until`` when it ceased to be so.

    ``why`` it was found: "meaning", "words", or "words_alone" where the embedder gave no vector to compare with. ``parts`` are
    those of its score.
    """

    id: UUID
    why: str
    text: str
    said_at: datetime
    until: datetime | None = None
    parts: Mapping[str, float] = field(default_factory=dict)
    is_memory: bool = False


def recall(
    *,
    user_id: int,
    persona_id: UUID,
    text: str,
    vector: list[float] | None,
    budget_tokens: int,
    now: datetime | None = None,
    route: str = "everyday",
    conversation_id: UUID | None = None,
    exclude_messages: Sequence[UUID] = (),
    names: Collection[str] = (),
    limit: int = 5,
    relevant_only: bool = True,
    weights: Weights = _WEIGHTS,
) -> list[Recalled]:
    """What this person told this persona that bears on ``text``, the best first.

    ``vector`` is that of ``text``, or None to search by words alone; ``names`` are of those who talk with each other; ``now`` is
    when it is asked, by the person's clock. What rests on ``exclude_messages`` is left out: it stands in the prompt already; so
    is what was set aside in ``conversation_id``. Stops before ``budget_tokens`` (of three bytes each) are exceeded. What is said
    on the adult route is recalled there alone, and with its person's consent. Without ``relevant_only`` it ranks whatever there
    is, questions too.
    """
    asked = Asked(
        user_id=user_id,
        persona_id=persona_id,
        conversation_id=conversation_id,
        text=without_names(text, names),
        vector=vector,
        route=route,
        said_by=the_one_named(text, names),
        time=time_meant(text, now or timezone.localtime()),
        excluded=exclude_messages,
        includes_past=speaks_of_the_past(text),
        includes_questions=not relevant_only,
        candidates=max(CANDIDATES, limit),
        telling=(settings.EMBEDDINGS_RELEVANT if vector else math.inf) if relevant_only else None,
        weights=weights,
    )
    found = search(asked)
    if relevant_only:
        found = [hit for hit in found if _is_relevant(hit, by_words_only=vector is None)]
    return _within(_without_repeats(found), budget_tokens=budget_tokens, limit=limit, has_vector=vector is not None)


def _is_relevant(hit: Hit, *, by_words_only: bool) -> bool:
    shared = shared_words(hit.asked, hit.words)
    if by_words_only or hit.cosine is None:
        return shared >= RELEVANT_BY_WORDS
    return hit.cosine + WORDS_SHARE * shared >= settings.EMBEDDINGS_RELEVANT


def _without_repeats(found: Sequence[Hit]) -> list[Hit]:
    """Without episodes that a memory before them tells already, and without the same words twice."""
    kept: list[Hit] = []
    told: set[Any] = set()
    for hit in found:
        wording = " ".join(hit.text.lower().split())
        if wording in told or (not hit.is_memory and hit.episodes & told):
            continue
        told |= {wording, *hit.episodes}
        kept.append(hit)
    return kept


def _within(found: Sequence[Hit], *, budget_tokens: int, limit: int, has_vector: bool) -> list[Recalled]:
    taken: list[Recalled] = []
    for hit in found[:limit]:
        text = _excerpt(hit.text)
        budget_tokens -= len(text.encode()) // 3 + (24 if hit.until else 12)  # its line in the prompt has dates
        if budget_tokens < 0:
            break
        why = _why(hit, has_vector=has_vector)
        taken.append(Recalled(hit.id, why, text, hit.said_at, hit.until, _parts(hit), is_memory=hit.is_memory))
    return taken


def _why(hit: Hit, *, has_vector: bool) -> str:
    if not has_vector:
        return "words_alone" if embedder_name() else "words"
    if hit.cosine is not None and hit.cosine >= WORDS_SHARE * shared_words(hit.asked, hit.words):
        return "meaning"
    return "words"


def _parts(hit: Hit) -> dict[str, float]:
    return {"score": hit.score, "cosine": hit.cosine or 0.0, "words": hit.found, "neighbour": hit.neighbour}


def _excerpt(text: str) -> str:
    return text if len(text) <= EXCERPT_CHARS else text[: EXCERPT_CHARS - 1].rsplit(" ", 1)[0] + "…"
