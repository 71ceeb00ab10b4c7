"""A file that somebody brought in, how far it was read, and what came of it.

What is being read lies here and nowhere else, so it outlives every process; when it has landed or failed, it is gone.
"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ImportQuerySet(models.QuerySet["Import"]):
    def for_user(self, user_id: int) -> ImportQuerySet:
        return self.filter(user_id=user_id, user__is_active=True)

    def to_read(self) -> ImportQuerySet:
        return self.filter(state=Import.State.READING, user__is_active=True).order_by("created_at")

    def newest_first(self) -> ImportQuerySet:
        return self.order_by("-created_at")


class Import(models.Model):
    class State(models.TextChoices):
        ASKED = "asked", _("asked: it was brought in before")
        READING = "reading", _("being read")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    state = models.CharField(max_length=7, choices=State, default=State.READING)
    digest = models.CharField(max_length=64, help_text="SHA-256 of the file: whoever brings it again is asked first.")
    size = models.PositiveIntegerField(help_text="Bytes of the file.")
    is_copy = models.BooleanField(default=False, help_text="The same file was brought in before.")
    kind = models.CharField(max_length=12, blank=True, help_text="Which format it has, once that is known.")
    read = models.PositiveIntegerField(default=0, help_text="Conversations of it that are read.")
    percent = models.PositiveSmallIntegerField(default=0, help_text="How much of it is read.")
    messages = models.PositiveIntegerField(default=0)
    left_out = models.PositiveIntegerField(default=0, help_text="Messages that are sexual and about minors.")
    skipped = models.PositiveIntegerField(default=0, help_text="Messages that nobody said, or without a word.")
    strangers = models.PositiveIntegerField(default=0, help_text="Conversations with a companion unknown here.")
    attempts = models.PositiveSmallIntegerField(default=0, help_text="Begun so often since it last came further.")
    problem = models.JSONField(null=True, blank=True, help_text='Why it failed: {"code", "number", ...}.')
    landed = models.JSONField(default=list, help_text="Ids of the conversations that came of it.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(state__in=["asked", "reading"]), name="one_import_at_a_time"
            )
        ]
        indexes = [models.Index(fields=["user", "-created_at"], name="imports_of_a_person")]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def is_open(self) -> bool:
        return self.state in {self.State.ASKED, self.State.READING}


class ImportPart(models.Model):
    """A piece of the file as it was sent, or a conversation of it, read and judged, that waits for the others."""

    file = models.ForeignKey(Import, models.CASCADE, related_name="parts")
    is_read = models.BooleanField()
    number = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "is_read", "number"], name="one_import_part_a_number")]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.file_id}/{self.number}"
