"""Counting how right learning is on labelled messages. Needs no database: each row is read and decided by itself.

A row: ``text``, and if need be ``said_at``, ``tz``, ``before`` (earlier messages: ``text``, ``said_at``), ``facts`` (what is to
be learned: ``words`` that its sentence holds, and of ``kind``, ``subject``, ``slot``, ``valid_from`` those that matter),
``closes`` (words of what ends with it), ``traps`` (names of what makes it hard).
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from companion.clock import day_of
from memory.learning.corrections import CORRECTED_WITHIN, corrected
from memory.learning.decide import Known, Status, decide
from memory.learning.facts import Fact
from memory.learning.model import Said, find_facts
from memory.learning.people import People
from memory.learning.proving import beyond
from memory.learning.read import facts_in

SAID_AT = "2026-05-20T12:00:00+00:00"
HELD_OUT = 5  # each row whose hash this divides

Reader = Callable[[str, datetime, str, People, Sequence[Fact]], list[Fact]]


class UnreadableError(Exception):
    """Names the file and the line."""


@dataclass(frozen=True, slots=True)
class Expected:
    words: tuple[str, ...]
    kind: str = ""
    subject: str = ""
    slot: str = ""
    valid_from: str = ""

    def is_said_by(self, fact: Fact) -> bool:
        return all(word.casefold() in fact.text.casefold() for word in self.words)

    def is_met_by(self, fact: Fact, day: date | None) -> bool:
        wrong = (
            (self.kind and self.kind != fact.kind)
            or (self.subject and self.subject != fact.subject)
            or (self.slot and self.slot != fact.slot)
            or (self.valid_from and self.valid_from != str(day))
        )
        return not wrong and self.is_said_by(fact)


@dataclass(frozen=True, slots=True)
class Message:
    text: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Row:
    message: Message
    zone: str
    before: tuple[Message, ...]
    facts: tuple[Expected, ...]
    closes: tuple[tuple[str, ...], ...]
    traps: tuple[str, ...]

    @property
    def is_held_out(self) -> bool:
        return int(hashlib.sha256(self.message.text.encode()).hexdigest(), 16) % HELD_OUT == 0


@dataclass(slots=True)
class Tally:
    """``errors`` tell of a row what was wrong with it: its trap, what was learned or missed. They hold text."""

    rows: int = 0
    learned: int = 0
    right: int = 0
    junk: int = 0
    expected: int = 0
    found: int = 0
    wrongly_superseded: int = 0
    not_superseded: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.learned if self.learned else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.expected if self.expected else 1.0

    @property
    def junk_share(self) -> float:
        return self.junk / self.learned if self.learned else 0.0

    def lines(self) -> Iterator[str]:
        yield f"messages            {self.rows}"
        yield f"precision           {self.precision:.1%} ({self.right} of {self.learned} learned)"
        yield f"recall              {self.recall:.1%} ({self.found} of {self.expected} told)"
        yield f"junk share          {self.junk_share:.1%} ({self.junk})"
        yield f"wrongly superseded  {self.wrongly_superseded}"
        yield f"not superseded      {self.not_superseded}"


def read_rows(path: Path) -> list[Row]:
    """Raises UnreadableError."""
    rows = []
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line.strip():
            try:
                rows.append(_row(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise UnreadableError(f"{path}, line {number}: {type(error).__name__} {error}") from error
    return rows


def _row(raw: dict[str, Any]) -> Row:
    said_at = raw.get("said_at", SAID_AT)
    facts = [Expected(**(fact | {"words": tuple(fact["words"])})) for fact in raw["facts"]]
    return Row(
        message=_message(raw | {"said_at": said_at}),
        zone=raw.get("tz", ""),
        before=tuple(_message(one) for one in raw.get("before", [])),
        facts=tuple(facts),
        closes=tuple(tuple(words) for words in raw.get("closes", [])),
        traps=tuple(raw.get("traps", [])),
    )


def _message(raw: dict[str, Any]) -> Message:
    return Message(raw["text"], datetime.fromisoformat(raw["said_at"]))


def by_rules(text: str, said_at: datetime, zone: str, people: People, before: Sequence[Fact]) -> list[Fact]:
    facts = facts_in(text, said_at=said_at, zone=zone, people=people)
    correction = corrected(text, [*before, *facts])
    if correction is None:
        return facts
    return [
        *(fact for fact in facts if correction.quote not in fact.quote and fact.value != correction.value),
        correction,
    ]


def with_model(tokens: list[int]) -> Reader:
    """The rules and the configured model; ``tokens`` gets what each call took. The reader raises LLMError."""

    def read(text: str, said_at: datetime, zone: str, people: People, before: Sequence[Fact]) -> list[Fact]:
        rules = by_rules(text, said_at, zone, people, before)
        found = find_facts([Said(text, said_at)], zone=zone, people=people)
        if found.failure is not None:
            raise found.failure
        tokens.append(found.tokens)
        return [*rules, *beyond(rules, found.facts[0])]

    return read


def evaluate(rows: Iterable[Row], reader: Reader = by_rules) -> Tally:
    tally = Tally()
    for row in rows:
        _count(row, reader, tally)
    return tally


def _count(row: Row, reader: Reader, tally: Tally) -> None:
    people, known = People(), list[Known]()
    earlier: list[Fact] = []
    for message in row.before:
        facts = reader(message.text, message.said_at, row.zone, people, [])
        _keep(facts, message.said_at, known)
        if row.message.said_at - message.said_at <= CORRECTED_WITHIN:
            earlier = facts
        people = People.of_subjects(one.subject for one in known)
    held = [one for one in known if one.status == Status.ACTIVE]
    learned = reader(row.message.text, row.message.said_at, row.zone, people, earlier)
    _keep(learned, row.message.said_at, known)
    still = {one.id for one in known if one.status == Status.ACTIVE}
    _count_learned(row, learned, tally)
    _count_closed(row, [one for one in held if one.id not in still], tally)


def _keep(facts: Iterable[Fact], said_at: datetime, known: list[Known]) -> None:
    for fact in facts:
        decision = decide(fact, said_at=said_at, known=known)
        for before, after in decision.changed:
            known[known.index(before)] = after
        if decision.new is not None:
            known.append(replace(decision.new, id=uuid4()))


def _count_learned(row: Row, learned: Sequence[Fact], tally: Tally) -> None:
    left = list(row.facts)
    tally.rows += 1
    tally.learned += len(learned)
    tally.expected += len(left)
    for fact in learned:
        day = day_of(fact.valid_from, row.zone) if fact.valid_from else None
        met = next((one for one in left if one.is_met_by(fact, day)), None)
        if met is not None:
            left.remove(met)
            tally.right += 1
            tally.found += 1
            continue
        is_junk = not any(one.is_said_by(fact) for one in row.facts)
        tally.junk += is_junk
        wrong = "junk" if is_junk else "not as told"
        told = f"{fact.kind}, {fact.subject}: {fact.text}"
        tally.errors.append(f"{wrong} {row.traps}: {row.message.text!r} -> {told}")
    tally.errors.extend(
        f"missed {row.traps}: {row.message.text!r} -> {one.kind}: {', '.join(one.words)}" for one in left
    )


def _count_closed(row: Row, closed: Sequence[Known], tally: Tally) -> None:
    left = list(row.closes)
    for one in closed:
        meant = next((words for words in left if all(word.casefold() in one.text.casefold() for word in words)), None)
        if meant is None:
            tally.wrongly_superseded += 1
            tally.errors.append(f"wrongly superseded {row.traps}: {row.message.text!r} -> {one.text}")
        else:
            left.remove(meant)
    tally.not_superseded += len(left)
    tally.errors.extend(f"not superseded {row.traps}: {row.message.text!r} -> {', '.join(words)}" for words in left)
