"""What somebody said, and what was learned from it. Both belong to one person and one persona, and are recalled together."""

import uuid

from django.conf import settings
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q, Value
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Concat, Right
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from pgvector.django import HalfVectorField

from companion.llm.embeddings import DIMENSIONS
from memory.governing.rows import Erasure, SetAside
from memory.querysets import EpisodeQuerySet, MemoryQuerySet

__all__ = [
    "SENSITIVE_KINDS",
    "Episode",
    "Erasure",
    "Memory",
    "MemoryChoices",
    "PausedConversation",
    "SetAside",
    "Source",
]

HEARD_CHARS = 300  # of what was said before, its end


def _stems(expression: models.expressions.Combinable, label: str) -> models.Func:
    """The stems of a text, as English full text search counts them; other languages keep their words as they are."""
    template = f"setweight(to_tsvector('english'::regconfig, %(expressions)s), '{label}')"
    return models.Func(expression, template=template, output_field=SearchVectorField())


def _words(expression: models.Expression) -> models.GeneratedField:
    return models.GeneratedField(expression=expression, output_field=SearchVectorField(), db_persist=True)


class Episode(models.Model):
    """One message of a person as it stands: no model is needed to remember it, and it is never wrong.

    Ids of other apps are plain values, so that memory needs nothing of them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # No index of its own: episode_owner begins with it.
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    persona_id = models.UUIDField()
    conversation_id = models.UUIDField()
    message_id = models.UUIDField(unique=True)
    text = models.TextField()
    context = models.TextField(
        blank=True, help_text="What the companion had said before; helps to understand, proves nothing."
    )
    author = models.CharField(
        max_length=80,
        blank=True,
        help_text="Who said it, in a talk of several that was brought along; empty: its person.",
    )
    route = models.CharField(max_length=12)
    said_at = models.DateTimeField()
    vector = HalfVectorField(dimensions=DIMENSIONS, null=True, blank=True)
    embedder = models.CharField(
        max_length=80, blank=True, help_text="Vectors of different embedders can't be compared."
    )
    embedded_at = models.DateTimeField(
        null=True, blank=True, help_text="When its vector was finished, with what was said before; empty until then."
    )
    words = _words(CombinedExpression(_stems(models.F("text"), "A"), "||", _stems(Right("context", HEARD_CHARS), "B")))
    importance = models.FloatField(default=1.0, help_text="In the order of what is recalled: around 1.")
    is_question = models.BooleanField(default=False, help_text="It only asks, so it tells nothing to recall.")
    learned_at = models.DateTimeField(null=True, blank=True, help_text="When it was read for facts; empty until then.")
    learn_attempts = models.PositiveSmallIntegerField(default=0, help_text="How often reading it failed.")
    learn_after = models.DateTimeField(null=True, blank=True, help_text="Not to be read again before then.")
    learn_error = models.CharField(max_length=40, blank=True, help_text="Why reading it failed the last time.")
    learn_tokens = models.PositiveIntegerField(
        default=0, db_default=0, help_text="What a model took to read it; of several read at once, each has its part."
    )
    erased_at = models.DateTimeField(
        null=True, blank=True, help_text="Its text was forgotten; the empty row holds what else was learned from it."
    )
    withdrawn_at = models.DateTimeField(
        null=True, blank=True, help_text="Its person took it back; neither recalled nor read while that holds."
    )

    objects = EpisodeQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["user", "persona_id", "id"], name="episode_owner"),
            models.Index(fields=["user", "persona_id"], condition=Q(learned_at=None), name="episode_to_learn"),
            models.Index(fields=["said_at"], condition=Q(embedded_at=None), name="episode_to_embed"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Memory(models.Model):
    """A sentence about a person, with its proof.

    Of the active ones with one owner, subject and slot there is never more than one: the newer closes the older. Without a slot
    ("likes tea") nothing closes anything.
    """

    class Kind(models.TextChoices):
        NAME = "name", _("who you are")
        PERSON = "person", _("people")
        PET = "pet", _("pets")
        PLACE = "place", _("places")
        WORK = "work", _("work and study")
        LIKE = "like", _("likes")
        DISLIKE = "dislike", _("dislikes")
        HABIT = "habit", _("habits")
        PLAN = "plan", _("plans")
        EVENT = "event", _("events")
        FEELING = "feeling", _("feelings")
        HEALTH = "health", _("health")
        INTIMACY = "intimacy", _("love and intimacy")
        BELIEF = "belief", _("beliefs")
        CONFIDENCE = "confidence", _("what others confided")
        OTHER = "other", _("other")

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("waits for you")
        ACTIVE = "active", _("known")
        SUPERSEDED = "superseded", _("replaced")
        REJECTED = "rejected", _("not to be known")
        WITHDRAWN = "withdrawn", _("from words you took back")

    class Origin(models.TextChoices):
        RULES = "rules", _("read by rules")
        MODEL = "model", _("read by the model")
        OWNER = "owner", _("written by you")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    persona_id = models.UUIDField(null=True, blank=True, help_text="Empty: shared by all companions of its person.")
    kind = models.CharField(max_length=12, choices=Kind)
    subject = models.CharField(max_length=120, default="you", help_text="Whom or what it is about.")
    slot = models.CharField(
        max_length=40,
        blank=True,
        help_text="What can only be one at a time (home, name); empty: any number side by side.",
    )
    text = models.TextField(help_text="As it is shown to its person: “Your dog is called Biscuit.”")
    cue = models.CharField(
        max_length=200, blank=True, help_text="Words that a question for it may use; only for finding it."
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.ACTIVE)
    origin = models.CharField(max_length=6, choices=Origin, default=Origin.RULES)
    importance = models.FloatField(default=0.5, help_text="From 0 to 1.")
    confidence = models.FloatField(default=1.0, help_text="From 0 to 1; each further source raises it.")
    pinned = models.BooleanField(default=False, help_text="Never fades.")
    route = models.CharField(
        max_length=12,
        default="everyday",
        help_text="The strictest route among its sources: there alone it is recalled.",
    )
    vector = HalfVectorField(dimensions=DIMENSIONS, null=True, blank=True)
    embedder = models.CharField(max_length=80, blank=True)
    words = _words(_stems(Concat("text", Value(" "), "cue"), "A"))
    valid_from = models.DateTimeField(help_text="Since when it is true, as far as it was said.")
    valid_to = models.DateTimeField(null=True, blank=True, help_text="Until when it was true.")
    supersedes = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="superseded_by", help_text="What it replaced."
    )
    last_used_at = models.DateTimeField(null=True, blank=True, help_text="When it was last put before a model.")
    looked_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was last compared with the others, and faded."
    )
    status_before = models.CharField(
        max_length=10,
        choices=Status,
        blank=True,
        help_text="What its person's last yes or no can be taken back to; of a withdrawn one, what it was.",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = MemoryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "memories"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "persona_id", "subject", "slot"],
                condition=Q(status="active") & ~Q(slot=""),
                nulls_distinct=False,
                name="one_active_memory_a_slot",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=models.F("valid_from")), name="memory_ends_after_it_begins"
            ),
        ]
        indexes = [models.Index(fields=["user", "persona_id", "id"], name="memory_owner")]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def was_never_true(self) -> bool:
        """A wording that its person corrected, or the same as another; not a truth of the past."""
        return self.status == self.Status.SUPERSEDED and self.valid_to == self.valid_from


# Nothing of these is known before its person said yes, whatever else they chose.
SENSITIVE_KINDS = frozenset({Memory.Kind.HEALTH, Memory.Kind.INTIMACY, Memory.Kind.BELIEF, Memory.Kind.CONFIDENCE})


class Source(models.Model):
    """The proof of a memory: an episode and the words in it."""

    memory = models.ForeignKey(Memory, models.CASCADE, related_name="sources")
    episode = models.ForeignKey(Episode, models.CASCADE, related_name="sources")
    quote = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["memory", "episode"], name="one_source_an_episode")]
        ordering = ["episode__said_at"]

    def __str__(self) -> str:
        return f"{self.memory_id}/{self.episode_id}"


class MemoryChoices(models.Model):
    """What a person chose about being remembered; without a row: everything by default."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+")
    paused = models.BooleanField(default=False, help_text="Nothing new becomes an episode or a memory.")
    ask_first = models.BooleanField(default=False, help_text="New memories wait for a yes.")
    adult_recall = models.BooleanField(default=False, help_text="What is said on the adult route is remembered there.")

    def __str__(self) -> str:
        return str(self.user_id)


class PausedConversation(models.Model):
    """A conversation that its person took out of memory."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    conversation_id = models.UUIDField(unique=True)

    def __str__(self) -> str:
        return str(self.conversation_id)
