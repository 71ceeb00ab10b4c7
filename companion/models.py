"""The user: Django's, plus what every instance must agree on."""

from collections.abc import Iterator
from functools import partial

from django.contrib.auth.models import AbstractUser
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from companion.signals import account_changed


class User(AbstractUser):
    session_epoch = models.PositiveIntegerField(
        default=0, help_text="Raised to end every session of this person, also those that a cache could not forget."
    )
    region = models.CharField(
        max_length=2,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]{2}\Z")],
        help_text="The country whose help lines to show, as this person chose it. Empty: by the languages of the browser.",
    )
    time_zone = models.CharField(
        max_length=64,
        blank=True,
        help_text="By whose clock “today” is meant, such as Europe/Lisbon. Empty: UTC.",
    )
    reminders = models.BooleanField(
        default=True, help_text="Say now and then that the companion is an AI, and how long the talk has been going on."
    )
    left_at = models.DateTimeField(
        null=True, blank=True, help_text="Deleted their account; the row goes once nothing flagged waits for a human."
    )

    def get_session_auth_hash(self) -> str:
        return self._epoch_hash(super().get_session_auth_hash())

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        for fallback in super().get_session_auth_fallback_hash():
            yield self._epoch_hash(fallback)

    def _epoch_hash(self, password_hash: str) -> str:
        """Django compares this hash wherever it loads a session's user, so the epoch needs no check of its own."""
        return salted_hmac(
            "companion.session_epoch", f"{self.session_epoch}:{password_hash}", algorithm="sha256"
        ).hexdigest()


def end_sessions(*, user_id: int) -> None:
    """Sign this person out everywhere, at the next look of each instance."""
    User.objects.filter(pk=user_id).update(session_epoch=F("session_epoch") + 1)
    transaction.on_commit(partial(account_changed.send_robust, sender=User, user_id=user_id))


def suspend(*, user_id: int) -> None:
    """Shut a person out, and close what they have open, on every instance."""
    with transaction.atomic():
        User.objects.filter(pk=user_id).update(is_active=False)
        end_sessions(user_id=user_id)


def lift_suspension(*, user_id: int) -> None:
    """They may sign in again; what was open before stays closed."""
    User.objects.filter(pk=user_id).update(is_active=True)
