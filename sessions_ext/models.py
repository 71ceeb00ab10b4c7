"""What must be known of a person's age: that it was confirmed, how and when; never the date of birth."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AgeVerification(models.Model):
    class Method(models.TextChoices):
        SELF_DECLARATION = "self_declaration", _("the person's own word")
        EXTERNAL = "external", _("an identity provider")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    method = models.CharField(max_length=16, choices=Method)
    policy = models.PositiveIntegerField(help_text="The version of the policy that was agreed to.")
    verified_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(
        null=True, blank=True, help_text="Withdrawn, revoked, or replaced by a newer one."
    )
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(revoked_at=None), name="one_standing_verification_a_person"
            )
        ]

    def __str__(self) -> str:
        return str(self.id)


class AgeStanding(models.Model):
    """What stands against a person's verification. There is no row for whom nothing does."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+")
    closed_until = models.DateTimeField(
        null=True,
        blank=True,
        help_text="Adult and romance are closed: the person said to be under 18. Whole years ahead, so it tells no birthday.",
    )
    closed_how = models.CharField(max_length=8, blank=True, help_text="`date`, `words`, or `decided` by a moderator.")
    reopening_allowed_at = models.DateTimeField(
        null=True, blank=True, help_text="A moderator lets an identity provider's word open it again."
    )
    reopening_allowed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    attempts_since = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.pk)


class AgeRequest(models.Model):
    """One question to an identity provider; answered once."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.id)
