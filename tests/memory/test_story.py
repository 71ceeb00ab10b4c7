"""Thirty messages over a year: what is known after each of them, and what is not. The story stands in story.txt."""

import re
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from memory.episodes import add_episode
from memory.learn import learn
from memory.models import Memory
from tests.factories import UserFactory

PERSONA, CONVERSATION = uuid.UUID(int=1), uuid.UUID(int=2)
ZONE = "Europe/Lisbon"


@dataclass
class Step:
    said_at: datetime
    text: str
    marks: list[tuple[str, str]] = field(default_factory=list)


def story() -> list[Step]:
    steps = []
    for line in (Path(__file__).parent / "story.txt").read_text().splitlines():
        if said := re.match(r"(\d{4}-\d\d-\d\d \d\d:\d\d)  (.+)", line):
            at = datetime.fromisoformat(said[1]).replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
            steps.append(Step(at, said[2]))
        elif mark := re.match(r"  ([-+~!]) (.+)", line):
            steps[-1].marks.append((mark[1], mark[2]))
    return steps


def known(user, status):
    return set(Memory.objects.for_user(user.pk).filter(status=status).values_list("text", flat=True))


def test_the_story(db):
    user = UserFactory(time_zone=ZONE)
    active, waiting, past, unknown = set(), set(), set(), set()
    steps = story()
    for step in steps:
        add_episode(
            user_id=user.pk, persona_id=PERSONA, conversation_id=CONVERSATION, message_id=uuid.uuid4(), text=step.text,
            context="", route="everyday", said_at=step.said_at, vector=None,
        )  # fmt: skip
        learn(user_id=user.pk, persona_id=PERSONA)
        for mark, words in step.marks:
            match mark:
                case "+":
                    active.add(words)
                case "-":
                    active.remove(words)
                    past.add(words)
                case "~":
                    waiting.add(words)
                case "!":
                    unknown.add(words.lower())

        assert known(user, "active") == active, step.text
        assert known(user, "proposed") == waiting, step.text
        assert known(user, "superseded") == past, step.text
        told = " ".join(Memory.objects.for_user(user.pk).values_list("text", flat=True)).lower()
        assert [words for words in unknown if words in told] == [], step.text
    assert len(steps) >= 30


def test_past_truths_stay_askable(db):
    """Where did I live before, and until when?"""
    test_the_story(db)
    now, before = Memory.objects.get(text__contains="to Lyon"), Memory.objects.get(text="You live in Porto.")
    assert now.supersedes == before
    assert before.valid_to == now.valid_from
    assert before.sources.get().quote == "I live in Porto"
    assert now.valid_to is None


def test_what_was_said_wrong_was_never_true(db):
    test_the_story(db)
    wrong, right = Memory.objects.get(text__contains="Biscut."), Memory.objects.get(text__contains="Biscuit.")
    assert wrong.valid_from == wrong.valid_to == right.valid_from
    assert right.supersedes == wrong
