"""Memories as data: what stands behind the footnotes of a reply, and all of it to take along."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, JsonResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from companion.downloads import download
from companion.requests import user_id_of
from memory.governing.companions import companions
from memory.governing.exporting import exported
from memory.sources import remembered

MOST_AT_ONCE = 50


def one_memory(request: HttpRequest, memory_id: UUID) -> JsonResponse:
    found = remembered(user_id=user_id_of(request), ids=[memory_id])
    if not found:
        return JsonResponse({"error": "There is no such memory."}, status=404)
    return JsonResponse(found[0])


def some_memories(request: HttpRequest) -> JsonResponse:
    """``?ids=`` of up to 50, separated by commas; those that aren't the asker's are left out."""
    try:
        ids = ids_of(request)
    except ValueError:
        return JsonResponse({"errors": {"ids": "Ids are UUIDs, separated by commas."}}, status=400)
    return JsonResponse({"memories": remembered(user_id=user_id_of(request), ids=ids)})


def ids_of(request: HttpRequest) -> list[UUID]:
    """Raises ValueError for what is none."""
    return [UUID(one) for one in request.GET.get("ids", "").split(",") if one][:MOST_AT_ONCE]


@require_safe
@login_required
def export(request: HttpRequest) -> StreamingHttpResponse:
    """A file; read from the database while it is sent."""
    user_id = user_id_of(request)
    pieces = exported(user_id=user_id, companions=companions(user_id=user_id))
    name = f"memories-{timezone.localdate():%Y-%m-%d}.json"
    return download(pieces, name=name, content_type="application/json")
