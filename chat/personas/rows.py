"""A companion as it is stored: the operator's, whom everybody meets, or a person's own, whom nobody else does."""

import uuid
from collections.abc import Sequence

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from chat.personas.marks import Colour, Mark
from chat.personas.querysets import PersonaQuerySet


class Persona(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(unique=True, help_text="In its address. A person's own have one that tells nothing.")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="personas",
        help_text="Whose it is, and private to; empty: the operator's.",
    )
    is_shared = models.BooleanField(default=False, help_text="On everybody's shelf; of the operator's only.")
    name = models.CharField(max_length=60)
    tagline = models.CharField(max_length=120, blank=True)
    # What a model is told. All of it is its maker's own words, and never trusted (chat/personas/wording.py).
    instructions = models.TextField(
        blank=True, help_text="The operator's own wording in the place of what follows; nobody else's have one."
    )
    description = models.TextField(blank=True)
    traits = models.CharField(max_length=200, blank=True)
    style = models.TextField(blank=True)
    language = models.CharField(max_length=40, blank=True, help_text="Empty: the one it is spoken to in.")
    examples = models.TextField(
        blank=True, help_text="Exchanges, a blank line between them. The first to go where room is short."
    )
    # What is shown only, and never sent to a model.
    greeting = models.TextField(blank=True, help_text="Shown in an empty conversation.")
    greetings = models.JSONField(default=list, blank=True, help_text="Others, shown by turns with it.")
    openings = models.JSONField(
        default=list, blank=True, help_text="Up to three sentences offered to tap in an empty conversation."
    )
    mark = models.CharField(max_length=12, choices=Mark, default=Mark.LETTER)
    colour = models.CharField(max_length=12, choices=Colour, default=Colour.CLAY)
    label = models.CharField(
        max_length=16,
        default="safe",
        help_text="What its text was taken for; where that is barred, a model isn't told it.",
    )
    version = models.PositiveIntegerField(default=1, help_text="Raised whenever a model is told something else of it.")
    changed_at = models.DateTimeField(null=True, blank=True, help_text="When its version was raised.")
    deleted_at = models.DateTimeField(
        null=True, blank=True, help_text="Its owner deleted it; conversations with it go on."
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = PersonaQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(owner=None) | Q(is_shared=False), name="a_persons_own_companion_is_private"
            ),
        ]

    def __str__(self) -> str:
        return self.slug  # its name may be a person's own words; the admin and its log print this

    @property
    def is_open(self) -> bool:
        """Whether who may see it can begin to talk with it."""
        return self.deleted_at is None and (self.owner_id is not None or self.is_shared)

    @property
    def initial(self) -> str:
        return self.name[:1].upper()

    @property
    def all_greetings(self) -> Sequence[str]:
        return [one for one in (self.greeting, *self.greetings) if one]

    def greeting_for(self, conversation_id: uuid.UUID) -> str:
        """One of its greetings, always the same in the same conversation."""
        greetings = self.all_greetings
        return greetings[conversation_id.int % len(greetings)] if greetings else ""
