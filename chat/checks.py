"""System checks of the conversation: what an operator should hear before people do."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from chat.support.directory import directory
from companion.llm.providers import is_configured

RECHECK_AFTER = timedelta(days=180)
NAMED = 20  # of the lines that are overdue; the file's dates tell of the rest


@register()
def helplines_are_fit(*, today: date | None = None, **_: Any) -> list[CheckMessage]:
    """The help lines can be read, and somebody looked lately whether they are still right. A wrong number does harm."""
    try:
        lines = directory()
    except ImproperlyConfigured as error:
        return [Error(str(error), hint="What an entry may say: docs/support.md", id="chat.E001")]
    today = today or timezone.now().date()
    # A day still to come was written by mistake, and would keep this quiet for long.
    overdue = [line.id for line in lines if not today - RECHECK_AFTER <= line.checked_on <= today + timedelta(days=1)]
    if not overdue:
        return []
    more = f" and {len(overdue) - NAMED} more" if len(overdue) > NAMED else ""
    return [
        Warning(
            f"{len(overdue)} help lines were not checked within {RECHECK_AFTER.days} days: {', '.join(overdue[:NAMED])}{more}.",
            hint="Look at each service's own site, correct your copy of the file and its dates: docs/support.md",
            id="chat.W001",
        )
    ]


@register()
def providers_are_there(**_: Any) -> list[CheckMessage]:
    """A route that names a provider which isn't set up is closed, or answered by nobody, without a word otherwise."""
    named = {name: getattr(settings, name) for name in ("FALLBACK_PROVIDERS", "ADULT_PROVIDERS", "SUPPORT_PROVIDERS")}
    named["LEARNING_PROVIDER"] = [settings.LEARNING_PROVIDER] if settings.LEARNING_PROVIDER else []
    return [
        Warning(
            f"{setting} names {name}, which is not set up, so it is never asked.",
            hint=f"Set what {name} needs (docs/settings.md, Models), or take it out.",
            id="chat.W002",
        )
        for setting, names in named.items()
        for name in names
        if not is_configured(name)
    ]
