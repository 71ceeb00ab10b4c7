"""Keeping facts: what `decide` says, done in the database. Call inside a transaction that holds the owner's lock."""

from dataclasses import replace
from uuid import UUID

from django.db.models import Exists, F, Min, OuterRef, Q, QuerySet

from companion.llm.embeddings import embed_now, embedder_name
from memory.learning.decide import Decision, Known, decide
from memory.learning.facts import Fact, Kind
from memory.learning.people import People
from memory.models import Episode, Memory, MemoryChoices, Source
from memory.signals import may_keep_feelings

# From the freest to the strictest.
_ROUTES = ("everyday", "romance", "adult")
FIRST_CONFIDENCE = {Memory.Origin.RULES: 0.8, Memory.Origin.MODEL: 0.6}


class Keeper:
    """What one owner's memory knows, kept up to date while facts are added."""

    def __init__(self, *, user_id: int, persona_id: UUID) -> None:
        self.user_id = user_id
        self.persona_id = persona_id
        self.known = [_known(row) for row in self._rows()]
        self.people = People.of_subjects(dict.fromkeys(one.subject for one in self.known))
        self.asks_first = MemoryChoices.objects.filter(user_id=user_id, ask_first=True).exists()
        self._keeps_feelings: bool | None = None

    def _rows(self) -> QuerySet[Memory]:
        mine = Q(persona_id=self.persona_id) | Q(persona_id=None)
        rows = Memory.objects.for_user(self.user_id).filter(mine)
        in_other_words = Memory.objects.filter(supersedes=OuterRef("pk"), origin=Memory.Origin.OWNER)
        return (
            rows.exclude(status=Memory.Status.WITHDRAWN)
            .annotate(
                first_said=Min("sources__episode__said_at"),
                is_unwanted=Q(valid_to=F("valid_from")) & Exists(in_other_words),
            )
            .order_by("created_at")
        )

    def keep(self, fact: Fact, episode: Episode, origin: Memory.Origin = Memory.Origin.RULES) -> list[Memory]:
        """The memories that are new or changed."""
        if fact.kind == Kind.FEELING and not self._may_keep_feelings():
            return []
        if episode.route == _ROUTES[-1]:
            # What is said there stands beside what is known elsewhere, and changes nothing of it.
            fact = fact.with_changes(slot="", ends="", replaces=None)
        decision = decide(fact, said_at=episode.said_at, known=self.known, asks_first=self.asks_first)
        if decision.reinforced is not None:
            _reinforce(decision.reinforced, episode, fact.quote)
            return []
        if decision.new is None:
            return []
        changed = [self._change(before, after) for before, after in decision.changed]
        return [*changed, self._add(decision, decision.new, fact, episode, origin)]

    def _may_keep_feelings(self) -> bool:
        if self._keeps_feelings is None:
            answers = may_keep_feelings.send(sender=Memory, user_id=self.user_id)
            self._keeps_feelings = all(bool(answer) for _, answer in answers)
        return self._keeps_feelings

    def _change(self, before: Known, after: Known) -> Memory:
        """Ends first: for a moment a slot is empty, and never held twice."""
        memory = Memory.objects.get(pk=_id(before))
        memory.status, memory.valid_from, memory.valid_to = (
            Memory.Status(after.status),
            after.valid_from,
            after.valid_to,
        )
        memory.save(update_fields=["status", "valid_from", "valid_to"])
        self.known[self.known.index(before)] = after
        return memory

    def _add(self, decision: Decision, new: Known, fact: Fact, episode: Episode, origin: Memory.Origin) -> Memory:
        vector = embed_now(f"{fact.quote}. {fact.cue}")
        memory = Memory.objects.create(
            user_id=self.user_id,
            persona_id=self.persona_id,
            kind=fact.kind,
            subject=new.subject,
            slot=new.slot,
            text=new.text,
            cue=fact.cue,
            status=new.status,
            origin=origin,
            importance=fact.importance,
            confidence=FIRST_CONFIDENCE[origin],
            route=episode.route,
            vector=vector,
            embedder=embedder_name() if vector else "",
            valid_from=new.valid_from,
            valid_to=new.valid_to,
            supersedes_id=decision.before.id if decision.before else None,
        )
        if decision.after is not None:
            Memory.objects.filter(pk=_id(decision.after)).update(supersedes=memory)
        Source.objects.create(memory=memory, episode=episode, quote=fact.quote)
        self.known.append(replace(new, id=memory.pk))
        return memory


def _known(memory: Memory) -> Known:
    said_at = getattr(memory, "first_said", None) or memory.valid_from
    is_owners = memory.origin == Memory.Origin.OWNER
    return Known(
        memory.pk, memory.kind, memory.subject, memory.slot, memory.text, memory.status, said_at, memory.valid_from,
        memory.valid_to, is_owners, bool(getattr(memory, "is_unwanted", False)),
    )  # fmt: skip


def _id(known: Known) -> UUID:
    assert known.id is not None, "what is known was stored"
    return known.id


def _reinforce(known: Known, episode: Episode, quote: str) -> None:
    """Another proof. One from a stricter route than the memory's is none: it would take the memory there."""
    memory = Memory.objects.get(pk=_id(known))
    if _ROUTES.index(episode.route) > _ROUTES.index(memory.route):
        return
    _, is_new = Source.objects.get_or_create(memory=memory, episode=episode, defaults={"quote": quote})
    if is_new:
        Memory.objects.filter(pk=memory.pk).update(confidence=1 - (1 - F("confidence")) / 2)
