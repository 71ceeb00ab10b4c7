"""The age pages and their JSON; what a provider's server calls."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from companion.requests import fields_of, user_id_of, wants_json
from sessions_ext import age, provider
from sessions_ext.forms import AgeForm
from sessions_ext.limits.forms import limited
from sessions_ext.store import StateChangedError, StateUnreadableError

NOT_STORED = (StateUnreadableError, StateChangedError)
LONGEST_ANSWER = 4096


@method_decorator([never_cache, login_required], name="dispatch")
@method_decorator(limited("age"), name="post")
class AgeView(View):
    def get(self, request: HttpRequest) -> HttpResponse:
        fact = age.verification(user_id=user_id_of(request))
        if wants_json(request):
            return _verified(fact) if fact else JsonResponse({"age_verified": False, "reason": None})
        if fact:
            return render(request, "age/verified.html", {"verification": fact, "next": _next(request)})
        standing = age.closed(user_id=user_id_of(request))
        if standing is not None:
            return _refused(request, standing)
        if provider.is_asked(user_id=user_id_of(request)) and "asked" in request.GET:
            return render(request, "age/waiting_provider.html", _shown(request))
        return render(request, "age/page.html", _shown(request) | {"form": AgeForm()})

    def post(self, request: HttpRequest) -> HttpResponse:
        """The declaration of a person; with an identity provider, the way there."""
        if settings.AGE_VERIFIER == "external":
            return self._ask_provider(request)
        try:
            form = AgeForm(_fields(request))
        except ValueError:
            return JsonResponse({"errors": {"birth_date": _("The body is no JSON object.")}}, status=400)
        if not form.is_valid():
            return self._invalid(request, form)
        try:
            fact = age.declare(user_id=user_id_of(request), born=form.cleaned_data["birth_date"])
        except age.AgeRefusedError as refusal:
            return _refused(request, refusal)
        except NOT_STORED as away:
            return self._away(request, form, away)
        return _verified(fact) if wants_json(request) else redirect(_next(request) or reverse("age"))

    def delete(self, request: HttpRequest) -> HttpResponse:
        age.end_verification(user_id=user_id_of(request), by_id=user_id_of(request))
        return JsonResponse({"age_verified": False, "reason": "withdrawn", "retry_after": None})

    def _ask_provider(self, request: HttpRequest) -> HttpResponse:
        standing = age.closed(user_id=user_id_of(request))
        if standing is not None and not standing.may_reopen:
            return _refused(request, standing)
        back_to = request.build_absolute_uri(reverse("age")) + "?asked=1"
        url = provider.ask(user_id=user_id_of(request), back_to=back_to)
        if wants_json(request):
            refused = {"age_verified": False, "reason": "external", "retry_after": None, "url": url}
            return JsonResponse(refused, status=HTTPStatus.FORBIDDEN)
        return redirect(url)

    def _invalid(self, request: HttpRequest, form: AgeForm) -> HttpResponse:
        if wants_json(request):
            errors = {field: str(texts[0]) for field, texts in form.errors.items()}
            return JsonResponse({"errors": errors}, status=400)
        return render(request, "age/page.html", _shown(request) | {"form": form}, status=400)

    def _away(self, request: HttpRequest, form: AgeForm, error: Any) -> HttpResponse:
        words = _(
            "Your answer could not be stored where it has to be, so it does not count yet. Try again in a moment."
        )
        if wants_json(request):
            answer = {"age_verified": False, "reason": "not_stored", "retry_after": error.retry_after or 2}
            return JsonResponse(answer, status=HTTPStatus.SERVICE_UNAVAILABLE)
        form.add_error(None, words)
        return render(request, "age/page.html", _shown(request) | {"form": form}, status=503)


@require_POST
@never_cache
@login_required
def withdraw(request: HttpRequest) -> HttpResponse:
    """The button of the page; a form can't send DELETE."""
    age.end_verification(user_id=user_id_of(request), by_id=user_id_of(request))
    return redirect(_next(request) or reverse("age"))


@require_POST
@csrf_exempt
@never_cache
def callback(request: HttpRequest) -> JsonResponse:
    """Called by the identity provider's server; its signature is all that it shows."""
    if settings.AGE_VERIFIER != "external" or int(request.headers.get("Content-Length") or 0) > LONGEST_ANSWER:
        return JsonResponse({"error": "Nothing is asked here."}, status=404)
    signed = request.headers.get(provider.SIGNATURE_HEADER, "")
    try:
        is_verified = provider.accept(provider.read_answer(body=request.body, signed=signed))
    except provider.AnswerRefusedError as refusal:
        return JsonResponse({"error": str(refusal)}, status=refusal.status)
    except NOT_STORED:
        return JsonResponse({"error": "It could not be stored; send it again."}, status=503)
    return JsonResponse({"stored": True, "age_verified": is_verified})


def _verified(fact: age.AgeFact) -> JsonResponse:
    return JsonResponse({"age_verified": True, "policy": str(fact.policy), "at": fact.verified_at.isoformat()})


def _refused(request: HttpRequest, refusal: age.AgeRefusedError) -> HttpResponse:
    if wants_json(request):
        answer = {"age_verified": False, "reason": refusal.reason, "retry_after": refusal.retry_after}
        return JsonResponse(answer, status=HTTPStatus.FORBIDDEN)
    shown = {"until": refusal.until, "reason": refusal.reason, "retry_after": refusal.retry_after}
    shown["is_decided"] = refusal.is_decided
    return render(request, "age/closed.html", shown | {"next": _next(request)}, status=HTTPStatus.FORBIDDEN)


def _fields(request: HttpRequest) -> dict[str, Any]:
    body = fields_of(request)
    return {name: body[name] for name in ("birth_date", "confirm") if isinstance(body.get(name), (str, bool))}


def _shown(request: HttpRequest) -> dict[str, Any]:
    name = settings.AGE_PROVIDER_NAME
    asked = {"name": name, "start_url": reverse("age")} if settings.AGE_VERIFIER == "external" else None
    return {"next": _next(request), "provider": asked}


def _next(request: HttpRequest) -> str:
    """Where the person came from, as long as it is a page of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    hosts = {request.get_host()}
    return wanted if url_has_allowed_host_and_scheme(wanted, hosts, require_https=request.is_secure()) else ""
