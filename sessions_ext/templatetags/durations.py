"""How long, in words."""

import math

from django import template
from django.utils.translation import ngettext

register = template.Library()


@register.filter
def duration(seconds: float) -> str:
    """ "40 seconds", "3 minutes", "2 hours": rounded up, so that it isn't too early."""
    whole = max(1, math.ceil(seconds))
    if whole < 60:
        return ngettext("%(n)d second", "%(n)d seconds", whole) % {"n": whole}
    minutes = math.ceil(whole / 60)
    if minutes < 60:
        return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    hours = math.ceil(minutes / 60)
    if hours < 48:
        return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    days = math.ceil(hours / 24)
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
