"""What can't be done with a conversation in the list, in words for people."""

from django.utils.translation import gettext_lazy as _

from companion.errors import CompanionError


class NoTitleError(CompanionError):
    code = "invalid"
    user_message = _("Nothing was changed: write a name first.")


class TitleTooLongError(CompanionError):
    code = "too_long"
    user_message = _("Nothing was changed: a name has 120 characters at most.")
