"""Upkeep of what is known: the same said twice becomes one, and what is never used counts for less.

Within one person, companion, kind, subject and slot. Nothing is lost by it: a memory gives way only to one that says all of it,
and its quotes go along. Person by person, each in a transaction of its own: what was cut off goes on with whoever is left.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F, Min, Q
from django.utils import timezone

from memory.locks import lock_owner
from memory.models import Memory, Source

NEAR = 0.92  # the cosine from which two wordings may be the same
LOOK_EVERY = timedelta(days=7)
FADES_AFTER = timedelta(days=30)
HALVES_IN = timedelta(days=180)
FAINTEST = 0.05
HELD = (Memory.Status.ACTIVE, Memory.Status.PROPOSED)

# With one of these more, a sentence says something else, not more of the same.
_TURNS = re.compile(
    r"\b(no|not|never|none|nobody|nothing|without|hardly|less|former|formerly|once|stopped|quit|used|anymore|longer|was|were|"
    r"had|only|except|but)\b|n['’]t\b"
)
_WORD = re.compile(r"[\w'’]+")

_PAIRS = """
SELECT a.id, b.id FROM memory_memory a JOIN memory_memory b
  ON b.user_id = a.user_id AND b.persona_id IS NOT DISTINCT FROM a.persona_id AND b.kind = a.kind AND b.subject = a.subject
 AND b.slot = a.slot AND b.status = ANY(%(held)s) AND a.id < b.id
WHERE a.user_id = %(user)s AND a.status = ANY(%(held)s)
  AND (lower(a.text) = lower(b.text)
       OR (a.embedder <> '' AND a.embedder = b.embedder AND 1 - (a.vector <=> b.vector) >= %(near)s))
ORDER BY a.id, b.id
"""


@dataclass(frozen=True, slots=True)
class Consolidated:
    """How many memories gave way to another, and how many faded."""

    merged: int = 0
    faded: int = 0

    def __add__(self, other: "Consolidated") -> "Consolidated":
        return Consolidated(self.merged + other.merged, self.faded + other.faded)


def consolidate_due(*, limit: int | None = None, is_dry: bool = False) -> Consolidated:
    """For everybody whom nobody looked at for a week, at most ``limit`` of them, the longest first."""
    done = Consolidated()
    for user_id in _owners_due(timezone.now(), limit):
        done += consolidate(user_id=user_id, is_dry=is_dry)
    return done


def _owners_due(now: datetime, limit: int | None) -> list[int]:
    stale = Q(looked_at=None) | Q(looked_at__lt=now - LOOK_EVERY)
    due = Memory.objects.filter(stale, status__in=HELD).values("user_id").annotate(oldest=Min("looked_at"))
    return list(due.order_by(F("oldest").asc(nulls_first=True)).values_list("user_id", flat=True)[:limit])


@transaction.atomic
def consolidate(*, user_id: int, is_dry: bool = False) -> Consolidated:
    """Merge and fade one person's memories. ``is_dry``: only say what would be done."""
    lock_owner(user_id)
    now = timezone.now()
    merged = _merge(user_id)
    faded = _fade(user_id, now)
    Memory.objects.for_user(user_id).filter(status__in=HELD).update(looked_at=now)
    if is_dry:
        transaction.set_rollback(True)
    return Consolidated(merged, faded)


def _merge(user_id: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_PAIRS, {"user": user_id, "held": [str(one) for one in HELD], "near": NEAR})
        pairs = cursor.fetchall()
    named = {pk for pair in pairs for pk in pair}
    held = {one.pk: one for one in Memory.objects.filter(pk__in=named).select_for_update(no_key=True).order_by("pk")}
    count = 0
    for first, second in pairs:
        if first in held and second in held and (chosen := _chosen(held[first], held[second])):
            kept, given_up = chosen
            del held[given_up.pk]
            _put_into(kept, given_up)
            count += 1
    return count


def _chosen(one: Memory, other: Memory) -> tuple[Memory, Memory] | None:
    """(kept, given up), or None where each says something that the other doesn't."""
    said, said_too = _words(one), _words(other)
    if said == said_too:
        kept, given_up = sorted((one, other), key=_standing)
    elif _says_more(said, said_too, one, other):
        kept, given_up = one, other
    elif _says_more(said_too, said, other, one):
        kept, given_up = other, one
    else:
        return None
    # What a person wrote or pinned, or what waits for their yes, is not decided here.
    if said != said_too and (_is_own(given_up) or kept.status == Memory.Status.PROPOSED):
        return None
    return kept, given_up


def _words(memory: Memory) -> set[str]:
    return set(_WORD.findall(memory.text.lower()))


def _says_more(more: set[str], less: set[str], one: Memory, other: Memory) -> bool:
    return less < more and bool(_TURNS.search(one.text.lower())) == bool(_TURNS.search(other.text.lower()))


def _is_own(memory: Memory) -> bool:
    return memory.pinned or memory.origin == Memory.Origin.OWNER


def _standing(memory: Memory) -> tuple[bool, bool, bool, datetime]:
    """Of two that say the same, the lower is kept: known before waiting, pinned, in its person's own words, the older."""
    is_waiting = memory.status == Memory.Status.PROPOSED
    return is_waiting, not memory.pinned, memory.origin != Memory.Origin.OWNER, memory.created_at


def _put_into(kept: Memory, given_up: Memory) -> None:
    known = kept.sources.values("episode")
    Source.objects.filter(memory=given_up).exclude(episode__in=known).update(memory=kept)
    if kept.supersedes_id and given_up.supersedes_id:  # two pasts are no line; its words stand in the other one
        given_up.delete()
    else:
        given_up.sources.all().delete()
        given_up.status, given_up.valid_to = Memory.Status.SUPERSEDED, given_up.valid_from
        given_up.supersedes = given_up.supersedes or kept.supersedes
        given_up.save(update_fields=["status", "valid_to", "supersedes"])
        kept.supersedes = given_up
    kept.importance = max(kept.importance, given_up.importance)
    kept.confidence = max(kept.confidence, given_up.confidence)
    kept.pinned = kept.pinned or given_up.pinned
    kept.last_used_at = _later(kept.last_used_at, given_up.last_used_at)
    if not kept.slot:
        kept.valid_from = min(kept.valid_from, given_up.valid_from)
    kept.save(update_fields=["supersedes", "importance", "confidence", "pinned", "last_used_at", "valid_from"])


def _later(*times: datetime | None) -> datetime | None:
    return max((one for one in times if one is not None), default=None)


def _fade(user_id: int, now: datetime) -> int:
    owned = Memory.objects.for_user(user_id).filter(status=Memory.Status.ACTIVE, pinned=False, importance__gt=FAINTEST)
    unused = owned.exclude(origin=Memory.Origin.OWNER).filter(created_at__lt=now - FADES_AFTER)
    fading = list(unused.exclude(last_used_at__gte=now - FADES_AFTER))
    for memory in fading:
        memory.importance = _faded(memory, now)
    Memory.objects.bulk_update(fading, ["importance"], batch_size=500)
    return len(fading)


def _faded(memory: Memory, now: datetime) -> float:
    """Halved in half a year without use. What was counted at the last look is not counted twice."""
    since = _later(memory.created_at, memory.last_used_at, memory.looked_at) or now
    left: float = 0.5 ** ((now - since) / HALVES_IN)
    return max(memory.importance * left, FAINTEST)
