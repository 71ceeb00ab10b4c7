"""The page of a search, and its JSON."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from chat.finding.asked import LONGEST, asked_for
from chat.finding.search import Found, Hit, search
from chat.listing.rows import as_json
from chat.models import Message
from companion.errors import CompanionError
from companion.requests import user_id_of, wants_json


@require_safe
@never_cache
@login_required
def find(request: HttpRequest) -> HttpResponse:
    """``q``: words that all stand in a message, or a title, the last one by its beginning; ``before``: only older hits."""
    text = request.GET.get("q", "")
    shown: dict[str, Any] = {"q": text.replace("\0", "")[:LONGEST], "longest": LONGEST}
    if "q" not in request.GET and not wants_json(request):
        return render(request, "chat/finding/search.html", shown)
    try:
        before = UUID(request.GET["before"]) if request.GET.get("before") else None
        found = search(user_id=user_id_of(request), asked=asked_for(text), before=before)
    except CompanionError as error:
        if wants_json(request):
            return JsonResponse({"errors": {"q": str(error.user_message)}}, status=400)
        return render(request, "chat/finding/search.html", shown | {"problem": error.user_message}, status=400)
    except ValueError:
        return JsonResponse({"errors": {"before": "An id is a UUID."}}, status=400)
    except Message.DoesNotExist as missing:
        raise Http404 from missing
    if wants_json(request):
        return JsonResponse(_as_json(found))
    return render(request, "chat/finding/search.html", shown | {"found": found})


def _as_json(found: Found) -> dict[str, Any]:
    titled = [as_json(conversation) for conversation, _ in found.titled]
    return {"conversations": titled, "messages": [_hit(one) for one in found.hits], "more": found.more}


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "id": str(hit.message_id),
        "conversation": str(hit.conversation_id),
        "title": hit.title,
        "role": Message.Role.USER if hit.is_own else Message.Role.ASSISTANT,
        "created_at": hit.said_at.isoformat(),
        "html": hit.html,
        "url": address(hit),
    }


def address(hit: Hit) -> str:
    return f"{reverse('conversation', args=[hit.conversation_id])}?at={hit.message_id}#m-{hit.message_id}"
