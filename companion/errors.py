"""The failures we expect: each has a wire code and a sentence for people."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class CompanionError(Exception):
    """Base of all expected failures; raised as itself it means: something of ours broke.

    ``retry_after`` is in seconds, or None when waiting doesn't help or nobody knows how long.
    """

    code = "internal"
    user_message: "str | _StrPromise" = _("Something went wrong on our side. Nothing you wrote was lost.")

    def __init__(self, user_message: str | None = None, *, retry_after: float | None = None) -> None:
        super().__init__(user_message or self.code)
        if user_message is not None:
            self.user_message = user_message
        self.retry_after = retry_after
        # Which of the asker's frames or turns it concerns, once somebody knows.
        self.client_id: UUID | None = None
        self.turn: UUID | None = None


class InvalidFrameError(CompanionError):
    code = "invalid"
    user_message = _("That message could not be understood. Load the page again.")


class MessageTooLongError(CompanionError):
    code = "too_long"
    user_message = _("That message is too long. Please shorten it or send it in parts.")


class StaleHeadError(CompanionError):
    code = "stale"
    user_message = _(
        "The conversation moved on elsewhere. It has been brought up to date; send again if it still fits."
    )


class BusyError(CompanionError):
    code = "busy"
    user_message = _("A reply is still being written. Wait for it, or stop it.")


class RateLimitedError(CompanionError):
    code = "rate_limited"
    user_message = _("That was a lot in a short time. Wait a moment, then send it again.")


class QuotaError(CompanionError):
    code = "quota"
    user_message = _("That was all for today.")


class ForbiddenError(CompanionError):
    code = "forbidden"
    user_message = _("That is not possible here.")


class SignedOutError(CompanionError):
    """The session that a socket was opened with has ended: signed out, suspended, or its password changed."""

    code = "forbidden"
    user_message = _("You are signed out. Sign in again to go on.")


class SuspendedError(CompanionError):
    code = "suspended"
    user_message = _("This account is suspended.")


class OverloadedError(CompanionError):
    code = "overloaded"
    user_message = _("Too many people are talking at once. Try again in a moment.")


class DrainingError(CompanionError):
    code = "draining"
    user_message = _("This server is being restarted. Your message is kept; try again in a moment.")


class LLMError(CompanionError):
    """A model call failed. Before the first text the turn ends with this; after it the reply is kept as interrupted."""

    code = "provider_down"
    user_message = _("The model can't be reached right now. Your message is kept; try again in a moment.")


class LLMUnavailableError(LLMError):
    """Refused connection, time-out, 5xx: may pass by itself, so it is worth a retry."""


class LLMOverloadedError(LLMUnavailableError):
    """The provider says 429 or 503 with a wait."""

    code = "overloaded"
    user_message = _("It is too busy here to answer right now. Your message is kept; try again in a moment.")


class StandAsideError(LLMOverloadedError):
    """Work that nobody waits for got no slot, or had to leave it to people: no failure, it is for later."""


class LLMRejectedError(LLMError):
    """A wrong key, an unknown model, a request the provider refuses: retrying changes nothing, the operator must."""

    user_message = _(
        "The model refused to answer because of a wrong setting. Your message is kept; tell whoever runs this server."
    )


class LLMResponseError(LLMError):
    """The provider answered with something that is no reply: garbage, or an end without a word."""

    user_message = _("The model gave no usable answer. Your message is kept; try again.")
