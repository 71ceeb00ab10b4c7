"""The pages of a conversation and their JSON."""

from uuid import UUID

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chat import pages
from chat.conversations import DEFAULT_PERSONA, start_conversation
from chat.errors import NotOnActiveBranchError
from chat.history import history_page
from chat.leaving import leave
from chat.listing.changing import see_conversation
from chat.models import Conversation, Flag, Persona
from companion.answers import see_other
from companion.errors import BusyError
from companion.models import User
from companion.requests import fields_of, user_id_of, wants_json
from memory.governing.choices import pause_conversation
from sessions_ext.limits.forms import limited


@require_safe
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return render(request, "landing.html", {"persona": Persona.objects.filter(slug=DEFAULT_PERSONA).first()})
    newest = Conversation.objects.for_user(user_id_of(request)).filter(archived_at=None).newest_first().first()
    if newest is None:
        return render(request, "chat/start.html", pages.start_page(user_id=user_id_of(request)))
    return redirect("conversation", conversation_id=newest.pk)


@require_POST
@login_required
@limited("conversation")
def conversations(request: HttpRequest) -> HttpResponse:
    """Start a conversation. ``opening`` (its number, from the start page) is said in it by the page."""
    try:
        named = str(fields_of(request).get("persona") or "")
        started = start_conversation(user_id=user_id_of(request), persona_slug=named or None)
    except Persona.DoesNotExist:
        return _refused(request, "There is no such persona. Leave `persona` out to talk to the usual one.")
    except ValueError:
        return _refused(request, "The body is no JSON object.")
    url = reverse("conversation", args=[started.pk])
    if wants_json(request):
        socket = f"/ws/conversations/{started.pk}/"
        return JsonResponse({"id": str(started.pk), "url": url, "socket": socket}, status=201)
    opening = request.POST.get("opening", "")
    return see_other(f"{url}#opening-{opening}" if opening.isdecimal() else url)


def _refused(request: HttpRequest, why: str) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"errors": {"persona": why}}, status=400)
    return render(request, "400.html", {"why": why}, status=400)


# Compressed, as no other page is: nothing on it comes from its address, so nobody finds out by its size what else is there.
@require_safe
@gzip_page
@never_cache
@login_required
def conversation(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """Its end; around the message ``at``, or a page ``before`` or ``after`` one, where its person went back to it."""
    user_id = user_id_of(request)
    try:
        place = pages.Place(**{name: _named(request, name) for name in ("at", "before", "after")})
        shown = pages.conversation_page(user_id=user_id, conversation_id=conversation_id, place=place)
    except Conversation.DoesNotExist as missing:
        raise Http404 from missing
    except (ValueError, NotOnActiveBranchError):  # deleted since, or on an older branch
        # With a place of its own: the browser would carry the one that isn't there along.
        return redirect(f"{reverse('conversation', args=[conversation_id])}#pages")
    if request.method == "GET" and shown["conversation"].is_unread and not shown["later"]:
        see_conversation(user_id=user_id, conversation_id=conversation_id)
    return render(request, "chat/conversation.html", shown)


@require_safe
@never_cache
@login_required
def messages(request: HttpRequest, conversation_id: UUID) -> JsonResponse:
    try:
        after, before = (_named(request, name) for name in ("after", "before"))
    except ValueError:
        return JsonResponse({"errors": {"after": "An id is a UUID; give `after` or `before`, or neither."}}, status=400)
    try:
        page = history_page(user_id=user_id_of(request), conversation_id=conversation_id, after=after, before=before)
    except Conversation.DoesNotExist:
        return JsonResponse({"error": "There is no such conversation."}, status=404)
    except NotOnActiveBranchError as gone:
        return JsonResponse({"error": str(gone.user_message), "code": gone.code}, status=409)
    return JsonResponse({"messages": page.messages, "more": page.more})


def _named(request: HttpRequest, name: str) -> UUID | None:
    return UUID(request.GET[name]) if name in request.GET else None


@require_POST
@login_required
def conversation_memory(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """Take a conversation out of memory (``paused`` is "yes"), or back into it."""
    user_id = user_id_of(request)
    if not Conversation.objects.for_user(user_id).filter(pk=conversation_id).exists():
        raise Http404
    paused = request.POST.get("paused") == "yes"
    pause_conversation(user_id=user_id, conversation_id=conversation_id, paused=paused)
    if wants_json(request):
        said = (
            _("Left out of memory from your next message on.") if paused else _("Remembered from your next message on.")
        )
        return JsonResponse({"paused": paused, "said": said})
    return redirect("conversation", conversation_id=conversation_id)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@limited("password")
def leave_account(request: HttpRequest) -> HttpResponse:
    """A question first, and the password; then the account and everything with it is gone."""
    problem = ""
    if request.method == "POST":
        user = request.user
        assert isinstance(user, User)  # login_required looks
        if not user.check_password(request.POST.get("password", "")):
            problem = _("That is not your password. Nothing was deleted.")
        elif "sure" not in request.POST:
            problem = _("Nothing was deleted: say that you are sure.")
        else:
            try:
                leave(user_id=user.pk)
            except BusyError as busy:
                problem = str(busy.user_message)
            else:
                logout(request)
                return render(request, "account/left.html")
    is_flagged = Flag.objects.open().filter(user_id=user_id_of(request), message__isnull=False).exists()
    shown = {"problem": problem, "is_flagged": is_flagged}
    return render(request, "account/leave.html", shown, status=400 if problem else 200)
