"""What a browser asks for before it puts Companion among the apps of a device."""

from django.http import HttpRequest, JsonResponse
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from companion.appearance import PAPER

ICONS = (
    ("icons/companion.svg", "image/svg+xml", "any", "any"),
    ("icons/companion-192.png", "image/png", "192x192", "any"),
    ("icons/companion-512.png", "image/png", "512x512", "any"),
    ("icons/companion-maskable-512.png", "image/png", "512x512", "maskable"),
)


@require_safe
@cache_control(public=True, max_age=3600)
def manifest(request: HttpRequest) -> JsonResponse:
    """From our own address, not a CDN's: where it comes from is where the app begins."""
    icons = [
        {"src": static(path), "type": kind, "sizes": sizes, "purpose": purpose} for path, kind, sizes, purpose in ICONS
    ]
    told = {
        "id": "/",
        "name": "Companion",
        "short_name": "Companion",
        "description": _("Somebody to talk to, that remembers."),
        "lang": "en-GB",
        "dir": "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER["light"],
        "theme_color": PAPER["light"],
        "icons": icons,
    }
    return JsonResponse(told, content_type="application/manifest+json")
