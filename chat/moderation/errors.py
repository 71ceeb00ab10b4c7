"""What moderation refuses, in words for whoever asked."""

from django.utils.translation import gettext_lazy as _

from companion.errors import CompanionError, ForbiddenError


class NoReasonError(CompanionError):
    code = "invalid"
    user_message = _("Say why. It is kept with what you did.")


class NothingToShowError(CompanionError):
    code = "invalid"
    user_message = _("There is no text: its person deleted it, and it was kept as long as it may be.")


class DecidedMeanwhileError(CompanionError):
    code = "stale"
    user_message = _("Somebody decided this meanwhile. Look at what they wrote before you go on.")


class OwnFlagError(ForbiddenError):
    user_message = _("This concerns you. Somebody else decides it.")


class OwnDecisionError(ForbiddenError):
    user_message = _("This is an appeal against your own decision. Somebody else answers it.")


class NobodyConcernedError(CompanionError):
    code = "invalid"
    user_message = _("The account is gone. Only “nothing to do” and notes are left.")


class NotAppealableError(CompanionError):
    code = "invalid"
    user_message = _("There is nothing here that can be appealed.")
