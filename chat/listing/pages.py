"""The list as pages: all of it, what is archived, and the part at the side of a conversation."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from chat import views
from chat.listing.groups import archive_page, list_page
from chat.listing.rows import as_json
from companion.requests import user_id_of, wants_json


def conversations(request: HttpRequest) -> HttpResponseBase:
    """``POST`` starts one."""
    return views.conversations(request) if request.method == "POST" else _all(request)


@require_safe
@never_cache
@login_required
def _all(request: HttpRequest) -> HttpResponse:
    page = list_page(user_id=user_id_of(request), number=_number(request, "page"))
    if wants_json(request):
        return JsonResponse({"conversations": [as_json(one) for one in page.conversations], "next": page.next})
    return render(request, "chat/listing/all.html", {"listed": page})


@require_safe
@never_cache
@login_required
def archived(request: HttpRequest) -> HttpResponse:
    page = archive_page(user_id=user_id_of(request), number=_number(request, "page"))
    if wants_json(request):
        return JsonResponse({"conversations": [as_json(one) for one in page.conversations], "next": page.next})
    return render(request, "chat/listing/archived.html", {"listed": page})


@require_safe
@never_cache
@login_required
def rows(request: HttpRequest) -> HttpResponse:
    """Part of a page: the list as it stands now. ``pages``: so many at once; ``current``: the conversation beside it."""
    try:
        current = UUID(request.GET["current"]) if request.GET.get("current") else None
    except ValueError as unreadable:
        raise Http404 from unreadable
    page = list_page(
        user_id=user_id_of(request), number=_number(request, "page"), pages=min(_number(request, "pages"), 25)
    )
    return render(request, "chat/listing/rows.html", {"listed": page, "current": current})


def _number(request: HttpRequest, name: str) -> int:
    """From 1; what can't be read is the first."""
    said = request.GET.get(name, "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 6 else 1
