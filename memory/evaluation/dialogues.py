"""Long dialogues with questions about them, as LoCoMo writes them (https://github.com/snap-research/locomo).

A JSON list; of each dialogue ``conversation`` with ``session_1``, ``session_2``, ... (turns with ``speaker``, ``dia_id``,
``text`` and, where a picture was shared, ``blip_caption``), ``session_1_date_time``, ...; and ``qa`` with ``question``,
``evidence`` (ids of turns) and ``category``. Beyond that format, ``companion`` may name a speaker whose turns are what a
companion answers.
"""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

# As the authors number them; the fifth asks for what was never said, so nothing can be found.
CATEGORIES = {1: "several turns", 2: "time", 3: "open", 4: "one turn"}
_DATE = "%I:%M %p on %d %B, %Y"
_START = datetime(2026, 1, 1, 9, tzinfo=UTC)


class UnreadableError(Exception):
    """What is wrong with the file, for who runs the command."""


@dataclass(frozen=True, slots=True)
class Turn:
    id: str
    speaker: str
    text: str
    session: int
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    category: str
    evidence: frozenset[str]


@dataclass(frozen=True, slots=True)
class Dialogue:
    turns: list[Turn]
    questions: list[Question]
    companion: str

    @property
    def names(self) -> list[str]:
        return sorted({turn.speaker for turn in self.turns})


def read(file: Path) -> list[Dialogue]:
    """Raises UnreadableError."""
    try:
        dialogues = json.loads(file.read_text())
        return [_dialogue(dialogues[number]) for number in range(len(dialogues) or 1)]
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise UnreadableError(f"{file} can't be read as dialogues: {type(error).__name__}: {error}") from error


def _dialogue(one: dict[str, Any]) -> Dialogue:
    turns = _turns(one["conversation"])
    companion = one.get("companion", "")
    known = {turn.id for turn in turns if turn.speaker != companion}
    questions = [question for asked in one["qa"] if (question := _question(asked, known))]
    return Dialogue(turns, questions, companion)


def _turns(conversation: dict[str, Any]) -> list[Turn]:
    numbers = sorted(int(match[1]) for key in conversation if (match := re.fullmatch(r"session_(\d+)", key)))
    turns: list[Turn] = []
    for number in numbers:
        date = conversation.get(f"session_{number}_date_time")
        start = datetime.strptime(date, _DATE).replace(tzinfo=UTC) if date else _START + timedelta(days=number)
        for minute, turn in enumerate(conversation[f"session_{number}"]):
            said_at = start + timedelta(minutes=minute)
            turns.append(Turn(turn["dia_id"], turn["speaker"], _text(turn), number, said_at))
    return turns


def _text(turn: dict[str, Any]) -> str:
    caption = turn.get("blip_caption")
    return f"{turn['text']} [shares {caption}]" if caption else str(turn["text"])


def _question(asked: dict[str, Any], known: set[str]) -> Question | None:
    """None for one that no turn answers."""
    category = CATEGORIES.get(asked["category"]) if isinstance(asked["category"], int) else str(asked["category"])
    evidence = frozenset(known.intersection(re.split(r"[;\s]+", " ".join(asked["evidence"]))))
    return Question(asked["question"], category, evidence) if category and evidence else None
