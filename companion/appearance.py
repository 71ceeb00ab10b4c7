"""Light or dark: as the system says, unless somebody chose in this browser. A cookie keeps it, so that the first byte knows."""

from typing import Final, Literal, get_args

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from companion.answers import go_on

Theme = Literal["light", "dark"]
PAPER: Final[dict[Theme, str]] = {
    "light": "#FBF8F3",
    "dark": "#171412",
}  # as in tokens.css; browsers colour their bar with it
COOKIE: Final = "theme"
KEPT_SECONDS: Final = 365 * 24 * 3600


def chosen_theme(request: HttpRequest) -> Theme | None:
    """None: as the system says."""
    named = request.COOKIES.get(COOKIE)
    return next((theme for theme in get_args(Theme) if theme == named), None)


def of_the_page(request: HttpRequest) -> dict[str, object]:
    """A context processor: what base.html tells the browser before any style is there."""
    theme = chosen_theme(request)
    return {"theme": theme, "papers": {theme: PAPER[theme]} if theme else PAPER}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def appearance(request: HttpRequest) -> HttpResponse:
    """A form, also for who isn't signed in; back to where it was sent from."""
    if request.method != "POST":
        return render(request, "appearance/page.html")
    wanted = request.POST.get("theme")
    response = go_on(request, request.path)
    if wanted == "system":
        response.delete_cookie(COOKIE, samesite="Lax")
    elif wanted in PAPER:
        response.set_cookie(
            COOKIE, wanted, max_age=KEPT_SECONDS, samesite="Lax", httponly=True, secure=settings.SESSION_COOKIE_SECURE
        )
    else:
        return render(request, "400.html", {"why": _("Choose “system”, “light” or “dark”.")}, status=400)
    return response
