"""The question before a message is deleted, as a page and as JSON."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from chat.deletion import delete_message
from chat.models import Message
from chat.rendering import render_reply
from companion.answers import see_other
from companion.errors import BusyError
from companion.requests import fields_of, user_id_of, wants_json


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def message_delete(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """``sure`` says that it is meant. As JSON: the ids of all that went with it."""
    named: dict[str, Any] = {"user_id": user_id_of(request), "message_id": message_id}
    try:
        message = _own(**named)
        if request.method != "POST":
            return _page(request, message)
        if not fields_of(request).get("sure"):
            return _not_deleted(
                request, message, {"errors": {"sure": _("Nothing was deleted: say that you are sure.")}}, 400
            )
        back = _place(_before(message) or message)
        deleted = delete_message(**named)
    except Message.DoesNotExist as missing:
        if wants_json(request):
            return JsonResponse({"error": "There is no such message."}, status=404)
        raise Http404 from missing
    except ValueError:
        return JsonResponse({"error": "The body is no JSON object."}, status=400)
    except BusyError as busy:
        return _not_deleted(request, message, {"error": str(busy.user_message), "code": busy.code}, 409)
    if wants_json(request):
        return JsonResponse({"deleted": [str(one) for one in deleted], "said": _("Deleted, for good.")})
    return see_other(back)


def _own(*, user_id: int, message_id: UUID) -> Message:
    """A stranger's is as missing."""
    said = Message.objects.not_deleted().filter(conversation__user_id=user_id)
    message: Message = said.with_wording().get(pk=message_id)
    return message


def _not_deleted(request: HttpRequest, message: Message, why: dict[str, Any], status: int) -> HttpResponse:
    if wants_json(request):
        return JsonResponse(why, status=status)
    return _page(request, message, problem=why.get("error") or why["errors"]["sure"], status=status)


def _page(request: HttpRequest, message: Message, *, problem: str = "", status: int = 200) -> HttpResponse:
    is_own = message.role == Message.Role.USER
    html = "" if is_own else render_reply(message.said_text)  # type: ignore[attr-defined]  # an annotation
    shown = {"message": message, "is_own": is_own, "html": html, "back": _place(message), "problem": problem}
    return render(request, "chat/deleting/page.html", shown, status=status)


def _before(message: Message) -> Message | None:
    """What its person sees above it."""
    return Message.objects.active(message.conversation_id).filter(position__lt=message.position).last()


def _place(message: Message) -> str:
    return f"{reverse('conversation', args=[message.conversation_id])}?at={message.pk}#m-{message.pk}"
