"""Limits of the HTTP forms that cost something or let somebody guess: per address and per person, over all instances."""

import unicodedata
from collections.abc import Callable
from functools import wraps
from math import ceil
from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_ratelimit.core import get_usage

from companion.errors import RateLimitedError
from companion.requests import wants_json

Form = Literal["login", "signup", "password", "age", "conversation", "companion", "report", "import"]
View = Callable[..., HttpResponseBase]


def limited(form: Form) -> Callable[[View], View]:
    """Answer 429 in place of the view when this form (a row of FORM_LIMITS) is sent too often. Only POST counts.

    Stands below ``login_required``, where the view has it.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def limited_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            wait = _seconds_to_wait(request, form)
            return view(request, *args, **kwargs) if wait is None else too_many(request, retry_after=wait)

        return limited_view

    return decorate


def _seconds_to_wait(request: HttpRequest, form: Form) -> int | None:
    if request.method != "POST":
        return None
    for whose, rate in settings.FORM_LIMITS[form].items():
        if whose == "user" and form != "login" and not request.user.is_authenticated:
            continue
        key: Any = _person if whose == "user" else "ip"
        usage = get_usage(request, group=f"{form}.{whose}", key=key, rate=rate, method="POST", increment=True)
        if usage is not None and usage["should_limit"]:
            return int(max(usage["time_left"], 0)) + 1  # its last second still belongs to the window
    return None


def _person(group: str, request: HttpRequest) -> str:
    if not group.startswith("login."):
        return str(request.user.pk)
    # The same name must not be tried anew in capitals. The admin's form calls it ``username``.
    name = request.POST.get("login") or request.POST.get("username") or ""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def too_many(request: HttpRequest, *, retry_after: int) -> HttpResponse:
    """The answer to a form that was sent too often, as a page or as JSON."""
    response: HttpResponse
    if wants_json(request):
        said = {"error": f"{_('That was a lot in a short time.')} {in_words(retry_after)}", "retry_after": retry_after}
        response = JsonResponse(said | {"code": RateLimitedError.code}, status=429)
    else:
        response = render(request, "429.html", {"wait": in_words(retry_after)}, status=429)
    response["Retry-After"] = str(retry_after)
    add_never_cache_headers(response)
    return response


def in_words(seconds: int) -> str:
    if seconds <= 90:
        said = ngettext("Try again in %(count)d second.", "Try again in %(count)d seconds.", seconds)
        return said % {"count": seconds}
    minutes = ceil(seconds / 60)
    said = ngettext("Try again in about %(count)d minute.", "Try again in about %(count)d minutes.", minutes)
    return said % {"count": minutes}
