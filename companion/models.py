"""The user: Django's, plus what every instance must agree on."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F
from django.utils.crypto import salted_hmac


class User(AbstractUser):
    session_epoch = models.PositiveIntegerField(
        default=0, help_text="Raised to end every session of this person, also those that a cache could not forget."
    )

    def get_session_auth_hash(self) -> str:
        return self._epoch_hash(super().get_session_auth_hash())

    def get_session_auth_fallback_hash(self):  # type: ignore[no-untyped-def]
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
