"""The pages of companions: the shelf, one of them, and the form they are made with. All work without JavaScript."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chat.models import Persona
from chat.pages import hidden_labels, may_be_shown
from chat.personas import making
from chat.personas.marks import Colour, Mark
from chat.personas.sheets import MOST, MOST_GREETINGS, MOST_OPENINGS, Sheet, SheetError
from chat.safety import Label
from chat.support.region import region_from_accept_language
from companion.answers import see_other
from companion.models import User
from companion.requests import user_id_of
from sessions_ext import age
from sessions_ext.limits.forms import limited

EDITOR = "companions/editor.html"


@require_safe
@never_cache
@login_required
def shelf(request: HttpRequest) -> HttpResponse:
    user_id = user_id_of(request)
    is_operator = making.may_share(user_id)
    operator_s = Persona.objects.operator_s() if is_operator else Persona.objects.on_the_shelf()
    shown = {
        "own": Persona.objects.owned_by(user_id).order_by("created_at"),
        "everybody_s": operator_s.order_by("-is_shared", "created_at", "name"),
        "hidden": hidden_labels(user_id=user_id),
    }
    return render(request, "companions/shelf.html", shown)


@require_safe
@never_cache
@login_required
def one(request: HttpRequest, slug: str) -> HttpResponse:
    user_id = user_id_of(request)
    persona = seen_by(user_id, slug)
    is_operator = making.may_share(user_id)
    is_shown = may_be_shown(persona, user_id=user_id)
    shown = {
        "persona": persona,
        "is_shown": is_shown,
        "greetings": persona.all_greetings if is_shown else [],
        "openings": persona.openings if is_shown else [],
        "is_own": persona.owner_id is not None,
        "may_change": persona.owner_id is not None or is_operator,
        "may_share": is_operator and not persona.is_shared,
        "may_withdraw": is_operator and persona.is_shared,
    }
    return render(request, "companions/one.html", shown)


def seen_by(user_id: int, slug: str) -> Persona:
    """Raises Http404 for another's own, as for a missing one."""
    found = Persona.objects.open_to(user_id).filter(slug=slug).first()
    if found is None and making.may_share(user_id):
        found = Persona.objects.operator_s().filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@limited("companion")
def new(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _editor(request, Sheet(name=""))
    return _kept(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@limited("companion")
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    user_id = user_id_of(request)
    persona = seen_by(user_id, slug)
    if persona.owner_id is None and not making.may_share(user_id):
        raise Http404
    if request.method != "POST":
        if persona.label != Label.SAFE and age.is_closed(user_id=user_id):
            messages.error(request, _("This one is open to adults only. It can be deleted."))
            return _see(slug)
        return _editor(request, making.sheet_of(persona), persona)
    return _kept(request, persona)


def _kept(request: HttpRequest, persona: Persona | None) -> HttpResponse:
    """Keep what was sent, or show what its greeting looks like, or what is wrong with it."""
    sheet = sheet_from(request)
    if request.POST.get("do") == "preview":
        return _editor(request, sheet, persona, is_preview=True)
    asked: dict[str, Any] = {"user_id": user_id_of(request), "sheet": sheet, "region": _region(request)}
    try:
        kept = making.change_companion(**asked, slug=persona.slug) if persona else making.make_companion(**asked)
    except SheetError as wrong:
        card = getattr(wrong, "card", None)
        return _editor(request, sheet, persona, problems=wrong.problems, card=card, status=400)
    messages.success(request, _("Kept.") if persona else _("Here it is. Nobody sees it but you."))
    return _see(kept.slug)


def sheet_from(request: HttpRequest) -> Sheet:
    sent = request.POST
    plain = ("name", "tagline", "description", "traits", "style", "language", "examples")
    return Sheet(
        **{name: sent.get(name, "") for name in plain},
        greetings=tuple(sent.getlist("greetings")),
        openings=tuple(sent.getlist("openings")),
        mark=sent.get("mark", Mark.LETTER.value),
        colour=sent.get("colour", Colour.CLAY.value),
    )


def _editor(
    request: HttpRequest,
    sheet: Sheet,
    persona: Persona | None = None,
    *,
    problems: dict[str, str] | None = None,
    card: dict[str, Any] | None = None,
    is_preview: bool = False,
    status: int = 200,
) -> HttpResponse:
    problems = problems or {}
    greetings = [*sheet.greetings, *[""] * MOST_GREETINGS][:MOST_GREETINGS]
    openings = [*sheet.openings, *[""] * MOST_OPENINGS][:MOST_OPENINGS]
    shown = {
        "persona": persona,
        "sheet": sheet,
        "greetings": greetings,
        "openings": openings,
        "previewed": [one for one in sheet.greetings if one.strip()] if is_preview else [],
        "is_preview": is_preview,
        "problems": problems,
        "problem": problems.get("", ""),
        "card": card,
        "most": MOST,
        "marks": Mark.choices,
        "colours": Colour.choices,
        "initial": sheet.name.strip()[:1].upper() or "?",
    }
    return render(request, EDITOR, shown, status=status)


@require_POST
@login_required
@limited("companion")
def copy(request: HttpRequest, slug: str) -> HttpResponse:
    """One's own of the same kind, and on to its form."""
    try:
        made = making.duplicate_companion(user_id=user_id_of(request), slug=slug, region=_region(request))
    except Persona.DoesNotExist as missing:
        raise Http404 from missing
    except SheetError as wrong:
        messages.error(request, " ".join(wrong.problems.values()))
        return _see(slug)
    messages.success(request, _("It is yours now. Change what you like; the other one stays as it is."))
    return see_other("companion_edit", made.slug)


@require_POST
@login_required
def delete(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        making.delete_companion(user_id=user_id_of(request), slug=slug)
    except Persona.DoesNotExist as missing:
        raise Http404 from missing
    except SheetError as wrong:
        messages.error(request, " ".join(wrong.problems.values()))
        return _see(slug)
    messages.success(request, _("Deleted. Conversations you had stay as they are."))
    return see_other("companions")


@require_POST
@login_required
def share(request: HttpRequest, slug: str) -> HttpResponse:
    """By operators: ``shared`` is "no" to take it off everybody's shelf."""
    do = making.withdraw_companion if request.POST.get("shared") == "no" else making.share_companion
    try:
        persona = do(user_id=user_id_of(request), slug=slug)
    except Persona.DoesNotExist as missing:
        raise Http404 from missing
    except SheetError as wrong:
        messages.error(request, " ".join(wrong.problems.values()))
    else:
        messages.success(request, _("Everybody sees it now.") if persona.is_shared else _("Off everybody’s shelf."))
    return _see(slug)


def _see(slug: str) -> HttpResponse:
    return see_other("companion", slug)


def _region(request: HttpRequest) -> str | None:
    user = request.user
    assert isinstance(user, User), "login_required looks"
    return user.region or region_from_accept_language(request.headers.get("Accept-Language", ""))
