"""Why something can't be done with a memory; each says what to do instead."""

from django.utils.translation import gettext_lazy as _

from companion.errors import ForbiddenError


class InTheWayError(ForbiddenError):
    user_message = _("Something else is known in its place. Change or forget that one first.")


class NothingToUndoError(ForbiddenError):
    user_message = _("There is nothing here to undo.")


class ReplacedError(ForbiddenError):
    user_message = _("This is not held true any more. Change what stands in its place.")


class UnwritableError(ForbiddenError):
    user_message = _("Write one sentence of up to 300 characters.")
