"""Who may be asked on which route. Never anybody else: a fallback stays within what the route allows."""

from django.conf import settings

from chat.routes import Route
from companion.llm.providers import default_name, is_configured

# Too small, or no model at all, to speak with somebody in a crisis, whatever a setting says.
NEVER_SUPPORT = {"builtin", "scripted"}


def provider_names(route: Route) -> list[str]:
    """In the order in which they are asked; empty where no model may answer."""
    match route:
        case Route.ADULT:
            names = settings.ADULT_PROVIDERS
        case Route.SUPPORT:
            names = [name for name in settings.SUPPORT_PROVIDERS if name not in NEVER_SUPPORT]
        case Route.REFUSED:
            names = []
        case _:
            names = [default_name(), *settings.FALLBACK_PROVIDERS]
    return [name for name in dict.fromkeys(names) if is_configured(name)]


def is_adult_open() -> bool:
    return bool(provider_names(Route.ADULT))


def may_read(name: str, route: str) -> bool:
    """Whether a message that went this way may be put before this provider."""
    match Route(route):
        case Route.ADULT | Route.SUPPORT | Route.REFUSED as strict:
            return name in provider_names(strict)
    return True
