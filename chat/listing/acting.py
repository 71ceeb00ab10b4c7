"""What is done with one conversation at the touch of a button, in the list or on its page."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chat.listing.changing import (
    LONGEST_TITLE,
    archive_conversation,
    pin_conversation,
    rename_conversation,
    see_conversation,
)
from chat.listing.deleting import delete_conversation
from chat.listing.rows import as_json
from chat.models import Conversation
from companion.answers import go_on
from companion.errors import CompanionError
from companion.requests import fields_of, user_id_of, wants_json

Named = dict[str, Any]
Fields = dict[str, Any]


def _rename(named: Named, fields: Fields) -> Conversation:
    return rename_conversation(**named, title=str(fields.get("title") or ""))


# What is done, and the sentence that says that it was.
ACTIONS: dict[str, tuple[Callable[[Named, Fields], Conversation], Any]] = {
    "rename": (_rename, gettext_lazy("Renamed.")),
    "pin": (lambda named, _: pin_conversation(**named), gettext_lazy("Pinned. It stays at the top.")),
    "unpin": (lambda named, _: pin_conversation(**named, pinned=False), gettext_lazy("Not pinned any more.")),
    "archive": (
        lambda named, _: archive_conversation(**named),
        gettext_lazy("Archived. It is kept as it is, out of the list."),
    ),
    "unarchive": (lambda named, _: archive_conversation(**named, archived=False), gettext_lazy("Back in the list.")),
    "seen": (lambda named, _: see_conversation(**named), ""),
}


@require_POST
@login_required
def act(request: HttpRequest, conversation_id: UUID, action: str) -> HttpResponse:
    """``next`` says where to go on; without it, the conversation's own card. As JSON: what the list shows of it by now."""
    do, said = ACTIONS[action]
    try:
        changed = do({"user_id": user_id_of(request), "conversation_id": conversation_id}, fields_of(request))
    except Conversation.DoesNotExist as missing:
        return _missing(request, missing)
    except ValueError:
        return JsonResponse({"error": "The body is no JSON object."}, status=400)
    except CompanionError as error:
        return _could_not(request, conversation_id, error, status=400)
    if wants_json(request):
        return JsonResponse({"conversation": as_json(changed), "said": str(said)})
    if said:
        messages.success(request, str(said))
    return go_on(request, reverse("conversation_about", args=[conversation_id]))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def delete(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """A question first; ``sure`` answers it."""
    named: Named = {"user_id": user_id_of(request), "conversation_id": conversation_id}
    try:
        is_sure = request.method == "POST" and bool(fields_of(request).get("sure"))
        if is_sure:
            delete_conversation(**named)
        else:
            conversation = _own(**named)
    except Conversation.DoesNotExist as missing:
        return _missing(request, missing)
    except ValueError:
        return JsonResponse({"error": "The body is no JSON object."}, status=400)
    except CompanionError as error:
        return _could_not(request, conversation_id, error, status=409)
    if is_sure:
        if wants_json(request):
            return JsonResponse({"conversation": None, "said": _("Deleted, for good.")})
        messages.success(request, _("Deleted, for good."))
        return go_on(request, reverse("conversations"))
    problem = _("Nothing was deleted: say that you are sure.") if request.method == "POST" else ""
    if problem and wants_json(request):
        return JsonResponse({"errors": {"sure": problem}}, status=400)
    shown = {"conversation": conversation, "problem": problem}
    return render(request, "chat/listing/delete.html", shown, status=400 if problem else 200)


@require_safe
@never_cache
@login_required
def about(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """What can be done with it, as a page: where the list's menu leads without scripts."""
    try:
        conversation = _own(user_id=user_id_of(request), conversation_id=conversation_id)
    except Conversation.DoesNotExist as missing:
        raise Http404 from missing
    shown = {"conversation": conversation, "longest_title": LONGEST_TITLE}
    return render(request, "chat/listing/about.html", shown)


def _own(*, user_id: int, conversation_id: UUID) -> Conversation:
    return Conversation.objects.for_user(user_id).select_related("persona").get(pk=conversation_id)


def _missing(request: HttpRequest, missing: Conversation.DoesNotExist) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"error": "There is no such conversation."}, status=404)
    raise Http404 from missing


def _could_not(request: HttpRequest, conversation_id: UUID, error: CompanionError, *, status: int) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"error": str(error.user_message), "code": error.code}, status=status)
    messages.error(request, str(error.user_message))
    return go_on(request, reverse("conversation_about", args=[conversation_id]))
