"""What stands behind the footnotes of a reply."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from memory.sources import remembered

MOST_AT_ONCE = 50


@require_safe
@login_required
def one_memory(request: HttpRequest, memory_id: UUID) -> JsonResponse:
    assert request.user.pk is not None, "login_required looks"  # noqa: S101
    found = remembered(user_id=request.user.pk, ids=[memory_id])
    if not found:
        return JsonResponse({"error": "There is no such memory."}, status=404)
    return JsonResponse(found[0])


@require_safe
@login_required
def some_memories(request: HttpRequest) -> JsonResponse:
    """``?ids=`` of up to 50, separated by commas; those that aren't the asker's are left out."""
    assert request.user.pk is not None, "login_required looks"  # noqa: S101
    asked = [one for one in request.GET.get("ids", "").split(",") if one][:MOST_AT_ONCE]
    try:
        ids = [UUID(one) for one in asked]
    except ValueError:
        return JsonResponse({"errors": {"ids": "Ids are UUIDs, separated by commas."}}, status=400)
    return JsonResponse({"memories": remembered(user_id=request.user.pk, ids=ids)})
