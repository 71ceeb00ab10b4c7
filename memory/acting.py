"""What is done with one memory at the touch of a button, on its page, in a list or below a reply."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from companion.answers import go_on
from companion.errors import CompanionError
from companion.requests import fields_of, user_id_of, wants_json
from memory.governing.aside import set_aside
from memory.governing.changing import edit_memory, pin_memory, share_memory, take_back_memory
from memory.governing.forgetting import forget_episode, forget_memory
from memory.governing.judging import approve_memory, reject_memory, undo
from memory.models import Episode, Memory

Named = dict[str, Any]
Fields = dict[str, Any]


def _edit(named: Named, fields: Fields) -> Memory:
    return edit_memory(**named, text=str(fields.get("text", "")), has_changed=fields.get("was") == "true")


def _forget(named: Named, _: Fields) -> None:
    """A memory, or an episode: below a reply both are footnotes."""
    try:
        forget_memory(**named)
    except Memory.DoesNotExist:
        forget_episode(user_id=named["user_id"], episode_id=named["memory_id"])


def _not_now(named: Named, fields: Fields) -> None:
    set_aside(**named, conversation_id=UUID(str(fields.get("conversation", ""))))


# What is done, and the sentence that says that it was.
ACTIONS: dict[str, tuple[Callable[[Named, Fields], Memory | None], Any]] = {
    "approve": (lambda named, _: approve_memory(**named), _("Known from now on.")),
    "reject": (lambda named, _: reject_memory(**named), _("Not true, then. It won't be proposed again.")),
    "undo": (lambda named, _: undo(**named), _("Taken back.")),
    "pin": (lambda named, _: pin_memory(**named), _("Pinned. It stays at the top and doesn't fade.")),
    "unpin": (lambda named, _: pin_memory(**named, pinned=False), _("Not pinned any more.")),
    "share": (lambda named, _: share_memory(**named), _("All your companions know it now.")),
    "take-back": (lambda named, _: take_back_memory(**named), _("Only the companion you told knows it now.")),
    "edit": (_edit, _("Changed. The old wording stays below, as replaced.")),
    "forget": (_forget, _("Forgotten, for good.")),
    "not-now": (_not_now, _("Left out of this conversation for the rest of the day.")),
}


@require_POST
@login_required
def act(request: HttpRequest, memory_id: UUID, action: str) -> HttpResponse:
    """``next`` says where to go on; without it, the memory's page. With Accept: application/json: its id and status, or null."""
    if action not in ACTIONS:
        raise Http404
    do, said = ACTIONS[action]
    named = {"user_id": user_id_of(request), "memory_id": memory_id}
    try:
        memory = do(named, fields_of(request))
    except (Memory.DoesNotExist, Episode.DoesNotExist) as missing:
        if wants_json(request):
            return JsonResponse({"error": "There is no such memory."}, status=404)
        raise Http404 from missing
    except ValueError:
        return JsonResponse({"error": "The body can't be read, or names no conversation."}, status=400)
    except CompanionError as error:
        if wants_json(request):
            return JsonResponse({"error": str(error.user_message), "code": error.code}, status=409)
        messages.error(request, str(error.user_message))
        return go_on(request, reverse("memory", args=[memory_id]))
    if wants_json(request):
        shown = {"id": str(memory.pk), "status": memory.status} if memory else None
        return JsonResponse({"memory": shown, "said": str(said)})
    messages.success(request, str(said))
    return go_on(request, reverse("memory", args=[memory.pk]) if memory else reverse("memories"))
