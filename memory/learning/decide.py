"""What becomes of a fact: it is new, or known already, or says more, or takes the place of another. Knows no database.

Only what has the same subject and the same slot takes a place. In doubt both are kept.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from memory.learning.facts import Fact
from memory.models import SENSITIVE_KINDS, Memory

Status = Memory.Status

# People may have two of these at once; only what is said as news takes the old one's place.
MAY_BE_TWO = {"job", "employer", "study", "nationality", "liking", "called"}
# Said again otherwise on the same day, without a word of change: perhaps both are meant.
SAME_DAY = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Known:
    """A memory as deciding sees it; ``said_at`` is when it was first told. ``id`` is None for one that isn't stored yet."""

    id: UUID | None
    kind: str
    subject: str
    slot: str
    text: str
    status: str
    said_at: datetime
    valid_from: datetime
    valid_to: datetime | None = None
    is_owners: bool = False  # written or corrected by its person
    is_unwanted: bool = False  # its person put it in other words


@dataclass(frozen=True, slots=True)
class Decision:
    """``reinforced`` is known and gets another proof. ``new`` is to be stored after ``before``, which it replaces or would replace,
    and before ``after``; ``changed`` are known ones and what they become."""

    reinforced: Known | None = None
    new: Known | None = None
    before: Known | None = None
    after: Known | None = None
    changed: list[tuple[Known, Known]] = field(default_factory=list)


NOTHING = Decision()


def decide(fact: Fact, *, said_at: datetime, known: Iterable[Known], asks_first: bool = False) -> Decision:
    """``known`` are the memories of one owner, all of them or those of the fact's subject."""
    known = [one for one in known if one.subject == fact.subject or _is_replaced(one, fact)]
    since = min(fact.valid_from or said_at, said_at)
    told = Known(None, fact.kind, fact.subject, fact.slot, fact.text, Status.ACTIVE, said_at, since, fact.valid_to)
    unwanted = [one for one in known if one.is_unwanted or one.status == Status.REJECTED]
    if any(_is_same(one.text, told.text) for one in unwanted):
        return NOTHING
    same = [one for one in known if one.status in {Status.ACTIVE, Status.PROPOSED} and _is_same(one.text, told.text)]
    if same:
        return Decision(reinforced=same[0])
    if fact.replaces is not None:
        return _correct(fact, told, known, asks_first)
    rivals = [one for one in known if fact.slot and one.slot == fact.slot and one.subject == fact.subject]
    active = next((one for one in rivals if one.status == Status.ACTIVE), None)
    if fact.ends and (active is None or not _says(active.text, fact.ends)):
        return _add(_without_slot(told), None, fact, asks_first)
    if active is None:
        return (
            _add(told, None, fact, asks_first)
            if not rivals or _is_open(rivals)
            else _join(told, rivals, fact, asks_first)
        )
    if _means_the_same(fact, active):
        if len(fact.text) <= len(active.text) or active.is_owners or fact.slot.startswith("liking"):
            return Decision(reinforced=active)
        told = _since(told, active.valid_from)  # it says more of the same: it was true all the time
        return _join(told, rivals, fact, asks_first)
    if active.is_owners:
        return Decision(new=_as(told, Status.PROPOSED), before=active)
    if not _takes_the_place(fact, told, active):
        return _add(_without_slot(told), None, fact, asks_first)
    return _join(told, rivals, fact, asks_first)


def _correct(fact: Fact, told: Known, known: Sequence[Known], asks_first: bool) -> Decision:
    """What was said wrong was never true."""
    wrong = [one for one in known if _is_replaced(one, fact) and one.status in {Status.ACTIVE, Status.PROPOSED}]
    if not wrong:
        return _add(told, None, fact, asks_first)
    old = wrong[0]
    if _needs_a_yes(fact, asks_first):
        return Decision(new=_as(told, Status.PROPOSED), before=old)
    closed = _closed(old, old.valid_from)
    return Decision(new=_since(told, old.valid_from), before=old, changed=[(old, closed)])


def _add(told: Known, before: Known | None, fact: Fact, asks_first: bool) -> Decision:
    return Decision(new=_as(told, Status.PROPOSED) if _needs_a_yes(fact, asks_first) else told, before=before)


def _join(told: Known, rivals: Sequence[Known], fact: Fact, asks_first: bool) -> Decision:
    """Its place in the row of what held one after the other; each ends where the next begins."""
    rivals = [one for one in rivals if one.status in {Status.ACTIVE, Status.SUPERSEDED}]
    active = next((one for one in rivals if one.status == Status.ACTIVE), None)
    if _needs_a_yes(fact, asks_first):
        return Decision(new=_as(told, Status.PROPOSED), before=active)
    row = in_a_row([*rivals, told])
    new = next(after for before, after in row if before is told)
    place = [before for before, _ in row].index(told)
    changed = [(before, after) for before, after in row if before is not told and before != after]
    after = row[place + 1][0] if place + 1 < len(row) else None
    return Decision(new=new, before=row[place - 1][0] if place else None, after=after, changed=changed)


def in_a_row(rivals: Sequence[Known]) -> list[tuple[Known, Known]]:
    """Those of one slot in the order in which they were told, each with what it becomes: no two hold at once, the last one holds.

    The same whatever the order in which they were learned.
    """
    row = sorted(rivals, key=lambda one: one.said_at)  # told at once: as they stand in the message
    starts: list[datetime] = []
    for one in row:
        starts.append(max(one.valid_from, starts[-1]) if starts else one.valid_from)
    became = []
    for one, start, end in zip(row, starts, [*starts[1:], None], strict=True):
        status = Status.ACTIVE if end is None else Status.SUPERSEDED
        became.append((one, _with(one, status=status, valid_from=start, valid_to=end)))
    return became


def _takes_the_place(fact: Fact, told: Known, active: Known) -> bool:
    if fact.slot.startswith("liking"):
        return _is_liked(fact.text) != _is_liked(active.text)
    if fact.is_change or fact.slot not in MAY_BE_TWO:
        return fact.is_change or abs(told.said_at - active.said_at) > SAME_DAY
    return False


def _means_the_same(fact: Fact, active: Known) -> bool:
    if fact.ends or _is_over(active.text):
        return False
    if fact.slot.startswith("liking"):
        return _is_liked(fact.text) == _is_liked(active.text)
    if set(_plain(active.text).split()) <= set(_plain(fact.text).split()):
        return True
    return bool(fact.value) and _says(active.text, fact.value.split(",")[0])


def _is_liked(text: str) -> bool:
    return (
        re.search(
            r"\b(?:don't|doesn't|not|no longer|hates?|dislikes?|can't|cannot|loathes?|detests?|despises?)\b", text
        )
        is None
    )


def _is_over(text: str) -> bool:
    return re.search(r"\b(?:no longer|anymore|any more|any longer)\b", text) is not None


def _is_open(rivals: Sequence[Known]) -> bool:
    return all(one.status in {Status.PROPOSED, Status.REJECTED} for one in rivals)


def _needs_a_yes(fact: Fact, asks_first: bool) -> bool:
    return asks_first or fact.kind in SENSITIVE_KINDS


def _is_replaced(one: Known, fact: Fact) -> bool:
    if fact.replaces is None:
        return False
    subject, slot, value = fact.replaces
    return one.subject == subject and one.slot == slot and _says(one.text, value)


def _is_same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _says(text: str, value: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(_plain(value))}(?!\w)", _plain(text)) is not None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w'-]+", text.casefold().replace("’", "'")))


def _without_slot(told: Known) -> Known:
    return _with(told, slot="")


def _since(told: Known, moment: datetime) -> Known:
    return _with(told, valid_from=moment)


def _as(told: Known, status: str) -> Known:
    return _with(told, status=status)


def _closed(one: Known, moment: datetime) -> Known:
    return _with(one, status=Status.SUPERSEDED, valid_to=moment)


def _with(one: Known, **changes: Any) -> Known:
    return replace(one, **changes)
