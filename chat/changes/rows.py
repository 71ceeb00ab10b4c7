"""What changed in a conversation since the message before, and where the line that says so stands."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Change(models.Model):
    class Kind(models.TextChoices):
        PERSONA = "persona", _("companion")
        MODEL = "model", _("model")
        POLICY = "policy", _("rules")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    message = models.ForeignKey(
        "chat.Message", models.CASCADE, related_name="changes", help_text="It stands before this one, on its branch."
    )
    kind = models.CharField(max_length=8, choices=Kind)
    name = models.CharField(max_length=120, blank=True, help_text="The companion's, or the new model's.")
    changed_at = models.DateTimeField(default=timezone.now)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["created_at"]

    def __str__(self) -> str:
        return str(self.id)
