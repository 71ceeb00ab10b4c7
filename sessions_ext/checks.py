"""System checks of ages: what an operator should hear before people do."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register


@register()
def adult_route_is_guarded(**_: Any) -> list[CheckMessage]:
    """A person's own word opens the adult route only where the operator said that it may."""
    is_own_word = settings.AGE_VERIFIER == "self_declaration" and not settings.ACCEPT_SELF_DECLARATION
    if not settings.ADULT_PROVIDERS or not is_own_word:
        return []
    hint = "Set AGE_VERIFIER=external (docs/age.md), or ACCEPT_SELF_DECLARATION=yes if the law where you are allows it."
    message = "ADULT_PROVIDERS opens explicit conversations to everybody who says to be an adult; nobody checks it."
    return [Warning(message, hint=hint, id="sessions_ext.W001")]
