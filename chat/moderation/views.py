"""What people see of moderation and send to it: reports, appeals, and the page of what was decided and who read what."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from chat.models import Appeal, Decision, Message, Report
from chat.moderation.asking import AppealForm, ReportForm
from chat.moderation.errors import NotAppealableError
from chat.moderation.notices import mark_notices_seen
from chat.moderation.reports import (
    appeal_decision,
    appeal_refusal,
    appealable_decision,
    refused_turn,
    reply_said,
    report_reply,
)
from chat.moderation.told import about_person
from chat.rendering import render_reply
from companion.accounts import SuspendedLinkError, suspended_by_link
from companion.answers import see_other
from companion.requests import fields_of, user_id_of, wants_json
from sessions_ext.limits.forms import limited

Asked = Report | Appeal
MISSING = (Message.DoesNotExist, Decision.DoesNotExist, NotAppealableError)


@require_safe
@never_cache
@login_required
def about_you(request: HttpRequest) -> HttpResponse:
    about = about_person(user_id=user_id_of(request))
    page = render(request, "moderation/about_you.html", {"about": about})
    mark_notices_seen(user_id=user_id_of(request))
    return page


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@limited("report")
def report(request: HttpRequest, message_id: UUID) -> HttpResponse:
    user_id, wording = user_id_of(request), request.GET.get("variant", "")
    send = partial(report_reply, user_id=user_id, message_id=message_id)
    try:
        said = reply_said(user_id=user_id, message_id=message_id, variant=_number(wording))
        same = Report.objects.filter(flag__message=message_id, flag__variant=said.number).first()
        shown = {"html": render_reply(said.text), "back": _place(said.message)}
        form = _form(request, ReportForm, initial={"variant": said.number})
        return _ask(request, form, same, send, "moderation/report.html", shown)
    except MISSING as missing:
        return _nothing(request, missing)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@limited("report")
def refusal_appeal(request: HttpRequest, message_id: UUID) -> HttpResponse:
    user_id = user_id_of(request)
    send = partial(appeal_refusal, user_id=user_id, message_id=message_id)
    try:
        message = refused_turn(user_id=user_id, message_id=message_id).message
        same = Appeal.objects.filter(flag__message=message, decision=None).first()
        shown = {"message": message, "back": _place(message)}
        return _ask(request, _form(request, AppealForm), same, send, "moderation/appeal.html", shown)
    except MISSING as missing:
        return _nothing(request, missing)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@limited("report")
def decision_appeal(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    user_id = user_id_of(request)
    send = partial(appeal_decision, user_id=user_id, decision_id=decision_id)
    try:
        decision = appealable_decision(user_id=user_id, decision_id=decision_id)
        same = Appeal.objects.filter(decision=decision).first()
        shown = {"decision": decision, "back": reverse("about_you")}
        return _ask(request, _form(request, AppealForm), same, send, "moderation/appeal.html", shown)
    except MISSING as missing:
        return _nothing(request, missing)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@limited("report")
def suspended(request: HttpRequest) -> HttpResponse:
    """For who showed the right password of a suspended account: why, and the way to a human. Nobody is signed in by it."""
    try:
        user_id = suspended_by_link(request.GET.get("link", ""))
    except SuspendedLinkError:
        return render(request, "moderation/suspended_ended.html", status=404)
    about = about_person(user_id=user_id)
    suspension = next((pair for pair in about.decisions if pair[0].action == Decision.Action.SUSPEND), None)
    notice, asked = suspension or (None, None)
    form = _form(request, AppealForm)
    if notice is not None and asked is None and request.method == "POST" and form.is_valid():
        appeal_decision(user_id=user_id, decision_id=notice.decision_id, words=form.cleaned_data["words"])
        return redirect(request.get_full_path())
    shown = {"notice": notice, "asked": asked, "form": form}
    return render(request, "moderation/suspended.html", shown, status=400 if form.errors else 200)


def _form(request: HttpRequest, kind: type[forms.Form], **options: Any) -> forms.Form:
    if request.method != "POST":
        return kind(**options)
    try:
        return kind(fields_of(request, may_be_halved=True))
    except ValueError:
        return kind({})


def _ask(
    request: HttpRequest,
    form: forms.Form,
    same: Asked | None,
    send: Callable[..., Asked],
    template: str,
    shown: dict[str, Any],
) -> HttpResponse:
    """The form, until it is sent; then, and for who asked the ``same`` before, the page where the answer comes."""
    if request.method == "POST" and form.is_valid():
        same = send(**form.cleaned_data)
    if same is not None:
        return _asked(request, same)
    if form.errors and wants_json(request):
        return JsonResponse({"errors": {field: str(texts[0]) for field, texts in form.errors.items()}}, status=400)
    return render(request, template, shown | {"form": form}, status=400 if form.errors else 200)


def _asked(request: HttpRequest, asked: Asked) -> HttpResponse:
    url = f"{reverse('about_you')}#asked-{asked.flag_id}"
    if wants_json(request):
        return JsonResponse({"at": asked.created_at.isoformat(), "url": url})
    return see_other(url)


def _nothing(request: HttpRequest, missing: Exception) -> HttpResponse:
    """A stranger's is answered as a missing one."""
    if wants_json(request):
        return JsonResponse({"error": _("There is nothing here that you can report or appeal.")}, status=404)
    raise Http404 from missing


def _place(message: Message) -> str:
    return f"{reverse('conversation', args=[message.conversation_id])}#m-{message.pk}"


def _number(said: str) -> int | None:
    return int(said) if said.isdecimal() and len(said) < 6 else None
