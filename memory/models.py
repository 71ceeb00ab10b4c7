"""What somebody said, and what was learned from it. Both belong to one person and one persona, and are recalled together."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from pgvector.django import HalfVectorField

from companion.llm.embeddings import DIMENSIONS
from memory.querysets import EpisodeQuerySet, MemoryQuerySet


class Words(models.Func):
    """The stems of a text, as English full text search counts them; other languages keep their words as they are."""

    template = "tsvector_to_array(to_tsvector('english'::regconfig, %(expressions)s))"
    output_field = ArrayField(models.TextField())


def _words_of(expression: models.expressions.Combinable | models.F) -> models.GeneratedField:
    return models.GeneratedField(
        expression=Words(expression), output_field=ArrayField(models.TextField()), db_persist=True
    )


class Episode(models.Model):
    """One message of a person as it stands: no model is needed to remember it, and it is never wrong.

    Ids of other apps are plain values, so that memory needs nothing of them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    persona_id = models.UUIDField()
    conversation_id = models.UUIDField()
    message_id = models.UUIDField(unique=True)
    text = models.TextField()
    context = models.TextField(
        blank=True, help_text="What the companion had said before; helps to understand, proves nothing."
    )
    route = models.CharField(max_length=12)
    said_at = models.DateTimeField()
    vector = HalfVectorField(dimensions=DIMENSIONS, null=True, blank=True)
    embedder = models.CharField(
        max_length=80, blank=True, help_text="Vectors of different embedders can't be compared."
    )
    words = _words_of(models.F("text"))
    learned_at = models.DateTimeField(null=True, blank=True, help_text="When it was read for facts; empty until then.")

    objects = EpisodeQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["user", "persona_id", "id"], name="episode_owner"),
            models.Index(fields=["user", "persona_id"], condition=Q(learned_at=None), name="episode_to_learn"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Memory(models.Model):
    """A sentence about a person, with its proof."""

    class Kind(models.TextChoices):
        NAME = "name", _("name")
        LIKE = "like", _("like")
        PET = "pet", _("pet")
        PLACE = "place", _("place")

    class Status(models.TextChoices):
        ACTIVE = "active", _("active")
        SUPERSEDED = "superseded", _("superseded")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    persona_id = models.UUIDField()
    kind = models.CharField(max_length=8, choices=Kind)
    subject = models.CharField(max_length=120, help_text="What it is about: of two on one subject the newer holds.")
    text = models.TextField(help_text="As it is shown to its person: “Your dog is called Biscuit.”")
    cue = models.CharField(
        max_length=200, blank=True, help_text="Words that a question for it may use; only for finding it."
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.ACTIVE)
    vector = HalfVectorField(dimensions=DIMENSIONS, null=True, blank=True)
    embedder = models.CharField(max_length=80, blank=True)
    words = _words_of(Concat("text", Value(" "), "cue"))
    valid_from = models.DateTimeField(help_text="When it was first said.")
    valid_to = models.DateTimeField(null=True, blank=True, help_text="When something else was said instead.")
    supersedes = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = MemoryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "memories"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "persona_id", "kind", "subject"],
                condition=Q(status="active"),
                name="one_active_memory_a_subject",
            )
        ]
        indexes = [models.Index(fields=["user", "persona_id", "id"], name="memory_owner")]

    def __str__(self) -> str:
        return str(self.id)


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
