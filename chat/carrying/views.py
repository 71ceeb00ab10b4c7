"""The pages on which people take their conversations along and bring some in."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chat.carrying.errors import ImportRefusedError, said_of
from chat.carrying.exporting import FORMATS, Format, exported
from chat.carrying.importing import PART_BYTES, answer_asked, keep_file
from chat.carrying.rows import Import
from chat.carrying.tasks import read_import
from chat.conversations import DEFAULT_PERSONA
from chat.models import Conversation, Persona
from companion.answers import see_other
from companion.downloads import download
from companion.hints import give_hint
from companion.requests import user_id_of, wants_json
from sessions_ext.limits.forms import limited

LISTED = 10
BAD_REQUEST = 400


@require_safe
@never_cache
@login_required
def carrying(request: HttpRequest) -> HttpResponse:
    return _page(request)


def _page(request: HttpRequest, problem: str = "") -> HttpResponse:
    imports = Import.objects.for_user(user_id_of(request)).newest_first()[:LISTED]
    shown = {
        "problem": problem,
        "imports": imports,
        "most_mb": settings.IMPORT_MAX_MB,
        "most_bytes": settings.IMPORT_MAX_MB * 2**20,
    }
    return render(request, "chat/carrying/page.html", shown, status=BAD_REQUEST if problem else 200)


@require_safe
@login_required
def export_all(request: HttpRequest) -> HttpResponseBase:
    return _download(request, name="conversations")


@require_safe
@login_required
def export_one(request: HttpRequest, conversation_id: UUID) -> HttpResponseBase:
    own = Conversation.objects.for_user(user_id_of(request)).select_related("persona")
    found = own.filter(pk=conversation_id).first()
    if found is None:
        raise Http404
    return _download(request, name=f"conversation-{found.persona.slug}", conversation_id=conversation_id)


def _download(request: HttpRequest, *, name: str, conversation_id: UUID | None = None) -> HttpResponseBase:
    """``?format=``: `json` unless said, `markdown` or `text`."""
    chosen: Any = request.GET.get("format", "json")
    if chosen not in FORMATS:
        why = _("There is no such format. It is one of: json, markdown, text.")
        return render(request, "400.html", {"why": why}, status=BAD_REQUEST)
    form: Format = chosen
    suffix, content_type = FORMATS[form]
    pieces = exported(user_id=user_id_of(request), form=form, conversation_id=conversation_id)
    return download(pieces, name=f"{name}-{timezone.localdate():%Y-%m-%d}.{suffix}", content_type=content_type)


@require_POST
@login_required
@limited("import")
def bring_in(request: HttpRequest) -> HttpResponse:
    """``file``, as multipart/form-data."""
    sent = request.FILES.get("file")
    try:
        if not isinstance(sent, UploadedFile):
            raise ImportRefusedError("missing")
        kept = keep_file(user_id=user_id_of(request), pieces=sent.chunks(PART_BYTES))
    except ImportRefusedError as error:
        if wants_json(request):
            return JsonResponse({"errors": {"file": str(error.user_message)}}, status=BAD_REQUEST)
        return _page(request, str(error.user_message))
    if kept.state == Import.State.READING:
        give_hint(read_import, str(kept.pk))
    url = reverse("import", args=[kept.pk])
    if wants_json(request):
        return JsonResponse({"id": str(kept.pk), "url": url}, status=201)
    return see_other(url)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def one_import(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """How far it is and what came of it. ``POST``: ``again`` ("yes" or not) answers for a file that was brought before."""
    user_id = user_id_of(request)
    if request.method == "POST":
        return _answered(user_id, import_id, again=request.POST.get("again") == "yes")
    found = Import.objects.for_user(user_id).filter(pk=import_id).first()
    if found is None:
        raise Http404
    problem = said_of(found.problem) if found.problem else ""
    if wants_json(request):
        return JsonResponse({"state": found.state, "read": found.read, "percent": found.percent, "problem": problem})
    landed = Conversation.objects.for_user(user_id).select_related("persona").filter(pk__in=found.landed)
    shown = {
        "import": found,
        "problem": problem,
        "before": _done_before(found),
        "count": len(found.landed),
        "landed": landed.newest_first()[:LISTED],
        "usual": Persona.objects.get(slug=DEFAULT_PERSONA),
    }
    return render(request, "chat/carrying/import.html", shown)


def _answered(user_id: int, import_id: UUID, *, again: bool) -> HttpResponse:
    try:
        is_read = answer_asked(user_id=user_id, import_id=import_id, again=again)
    except Import.DoesNotExist as missing:
        raise Http404 from missing
    if not is_read:
        return see_other(reverse("carrying"))
    give_hint(read_import, str(import_id))
    return see_other(reverse("import", args=[import_id]))


def _done_before(found: Import) -> Import | None:
    done = Import.objects.filter(user_id=found.user_id, digest=found.digest, state=Import.State.DONE)
    return done.exclude(pk=found.pk).newest_first().first()
