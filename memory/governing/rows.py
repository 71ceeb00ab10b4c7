"""What a person set aside, and that something was forgotten. Neither holds a word of it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone


class SetAside(models.Model):
    """ "Not now": a conversation is spared something for a while."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    conversation_id = models.UUIDField()
    message_id = models.UUIDField(help_text="What was said there, and what was learned from it, is not brought up.")
    until = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation_id", "user", "message_id"], name="set_aside_once"),
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id}/{self.message_id}"


class Erasure(models.Model):
    """That something was forgotten, so that a backup from before can be made to forget it again.

    It names nothing: a digest of the id can be compared by whoever has the key and the id, and be read by nobody.
    """

    class What(models.TextChoices):
        MEMORY = "memory"
        EPISODE = "episode"
        PERSONA = "persona"
        EVERYTHING = "everything"
        ACCOUNT = "account"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    what = models.CharField(max_length=10, choices=What)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        indexes = [models.Index(fields=["what", "digest"], name="erasure_of")]

    def __str__(self) -> str:
        return str(self.id)
