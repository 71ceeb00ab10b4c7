from django.utils.translation import gettext_lazy as _

from companion.errors import CompanionError


class NotOnActiveBranchError(CompanionError):
    """The named message is not on the active branch: the client holds an older one."""

    code = "stale"
    user_message = _("The conversation has changed. Load the page again.")
