"""How much of what answers a question stands among the first that ``recall`` names.

Each dialogue is a person of its own, its turns are stored as any message is, and each question is asked as in a turn.
"""

import statistics
import time
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from companion.llm.embeddings import embed_all_now, embed_now
from companion.models import User
from memory.episodes import add_episode
from memory.evaluation.dialogues import Dialogue, Question, Turn
from memory.models import Episode
from memory.recall import recall, without_names
from memory.recall.search import Weights
from memory.vectors import finish_vectors

DEPTH = 20
AT = (5, 10, 20)
PROMPT_TOKENS = 1200  # what a model of 8,192 tokens leaves for memories


@dataclass(frozen=True, slots=True)
class Stored:
    """A dialogue in the database: whose it is, and which episode is which turn."""

    dialogue: Dialogue
    user_id: int
    persona_id: uuid.UUID
    turns: dict[uuid.UUID, str]


@dataclass(frozen=True, slots=True)
class Way:
    """How it is asked: all of it, or with a part left out to see what that part brings."""

    weights: Weights = field(default_factory=Weights)
    with_names: bool = True
    with_vector: bool = True


ALL_OF_IT = Way()
WITHOUT = {
    "vectors": Way(with_vector=False),
    "words": Way(Weights(words=0)),
    "words of what was said before": Way(Weights(heard=0)),
    "neighbours": Way(Weights(neighbour=0)),
    "who is meant": Way(Weights(meant=0)),
    "when is meant": Way(Weights(time=0)),
    "importance": Way(Weights(importance=0)),
    "taking names out": Way(with_names=False),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """``ranks``: where the turns that answer the question stand, from 1; those below DEPTH are missing. ``in_prompt``: the
    share of them that would be put before a model, with its threshold and budget, among so many ``entries``."""

    question: Question
    ranks: list[int]
    in_prompt: float
    entries: int
    milliseconds: float

    def recall_at(self, depth: int) -> float:
        return sum(rank <= depth for rank in self.ranks) / len(self.question.evidence)


def store(dialogue: Dialogue) -> Stored:
    user = User.objects.create_user(username=f"dialogue-{uuid.uuid4().hex[:12]}")
    stored = Stored(dialogue, user.pk, uuid.uuid4(), {})
    messages: dict[uuid.UUID, str] = {}
    conversations: dict[int, uuid.UUID] = defaultdict(uuid.uuid4)
    vectors = embed_all_now([turn.text for turn in dialogue.turns])
    before: Turn | None = None
    for turn, vector in zip(dialogue.turns, vectors, strict=True):
        if turn.speaker != dialogue.companion:
            messages[message := uuid.uuid4()] = turn.id
            add_episode(
                user_id=stored.user_id,
                persona_id=stored.persona_id,
                conversation_id=conversations[turn.session],
                message_id=message,
                text=turn.text,
                context=before.text if before and before.session == turn.session else "",
                route="everyday",
                said_at=turn.said_at,
                vector=vector,
                author="" if dialogue.companion else turn.speaker,
            )
        before = turn
    while finish_vectors():
        pass
    ids = Episode.objects.for_user(stored.user_id).values_list("pk", "message_id")
    stored.turns.update({pk: messages[message] for pk, message in ids})
    return stored


def ask(stored: Stored, question: Question, way: Way = ALL_OF_IT) -> Answer:
    names = stored.dialogue.names if way.with_names else []
    vector = embed_now(without_names(question.text, names)) if way.with_vector else None
    asked = partial(
        recall,
        user_id=stored.user_id,
        persona_id=stored.persona_id,
        text=question.text,
        vector=vector,
        names=names,
        now=stored.dialogue.turns[-1].said_at,
        weights=way.weights,
    )
    began = time.perf_counter()
    prompted = asked(budget_tokens=PROMPT_TOKENS)
    milliseconds = (time.perf_counter() - began) * 1000
    ranked = asked(budget_tokens=1_000_000, limit=DEPTH, relevant_only=False)
    return Answer(
        question,
        ranks=[rank for rank, one in enumerate(ranked, 1) if stored.turns[one.id] in question.evidence],
        in_prompt=sum(stored.turns[one.id] in question.evidence for one in prompted) / len(question.evidence),
        entries=len(prompted),
        milliseconds=milliseconds,
    )


def ask_all(stored: Iterable[Stored], way: Way = ALL_OF_IT) -> list[Answer]:
    return [ask(one, question, way) for one in stored for question in one.dialogue.questions]


def summary(answers: Sequence[Answer]) -> dict[str, float]:
    """Shares from 0 to 1, and milliseconds."""
    times = sorted(answer.milliseconds for answer in answers)
    figures = {f"recall@{depth}": statistics.fmean(one.recall_at(depth) for one in answers) for depth in AT}
    return figures | {
        "hit@10": statistics.fmean(bool(one.ranks and one.ranks[0] <= 10) for one in answers),
        "mrr": statistics.fmean(1 / one.ranks[0] if one.ranks else 0 for one in answers),
        "in_prompt": statistics.fmean(one.in_prompt for one in answers),
        "entries": statistics.fmean(one.entries for one in answers),
        "ms": statistics.median(times),
        "ms_p95": times[int(0.95 * (len(times) - 1))],
        "questions": len(answers),
    }


def by_category(answers: Iterable[Answer]) -> dict[str, dict[str, float]]:
    groups: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        groups[answer.question.category].append(answer)
    return {name: summary(group) for name, group in sorted(groups.items())}
