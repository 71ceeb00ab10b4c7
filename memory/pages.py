"""The pages on which people see what is known of them, and govern it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from companion.requests import user_id_of, wants_json
from memory import views
from memory.forms import ChoicesForm, FindForm
from memory.governing.changing import MOST_CHARS
from memory.governing.choices import choices_of, choose
from memory.governing.companions import companions, knowing_companions
from memory.governing.finding import Wanted, chain_of, found_memories, waiting_count
from memory.governing.forgetting import forget_everything, forget_persona
from memory.governing.judging import judge_memories
from memory.models import SENSITIVE_KINDS, Episode, Memory

A_PAGE = 40


@require_safe
@never_cache
@login_required
def memories(request: HttpRequest) -> HttpResponse:
    """The list; with ``ids`` those of a reply's footnotes, as JSON."""
    if "ids" in request.GET:
        return views.some_memories(request)
    user_id = user_id_of(request)
    form = FindForm(request.GET, user_id=user_id)
    wanted = form.wanted()
    page = Paginator(found_memories(user_id=user_id, wanted=wanted), A_PAGE).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    shown = {
        "form": form,
        "wanted": wanted,
        "is_narrowed": wanted != Wanted(),
        "page": page,
        "asked": asked.urlencode(),
        "companions": companions(user_id=user_id),
        "waiting": waiting_count(user_id=user_id),
        "is_paused": choices_of(user_id=user_id).paused,
    }
    return render(request, "memory/memories.html", shown)


@require_safe
@never_cache
@login_required
def memory(request: HttpRequest, memory_id: UUID) -> HttpResponse:
    """One memory with its proof and what it replaced; an episode, as what was said; or either as JSON."""
    if wants_json(request):
        return views.one_memory(request, memory_id)
    user_id = user_id_of(request)
    try:
        chain = chain_of(user_id=user_id, memory_id=memory_id)
    except Memory.DoesNotExist:
        return _episode(request, memory_id)
    one = next(memory for memory in chain if memory.pk == memory_id)
    shown = {
        "memory": one,
        "chain": chain if len(chain) > 1 else [],
        "companion": _companion(one, companions(user_id=user_id)),
        "companions": companions(user_id=user_id),
        "is_sensitive": one.kind in SENSITIVE_KINDS,
        "most_chars": MOST_CHARS,
    }
    return render(request, "memory/memory.html", shown)


def _companion(memory: Memory, names: Mapping[UUID, str]) -> str:
    return names.get(memory.persona_id, "") if memory.persona_id else ""


def _episode(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    episode = Episode.objects.for_user(user_id_of(request)).kept().filter(pk=episode_id).first()
    if episode is None:
        raise Http404
    learned = Memory.objects.for_user(episode.user_id).filter(sources__episode=episode).order_by("created_at")
    companion = companions(user_id=episode.user_id).get(episode.persona_id, "")
    return render(request, "memory/episode.html", {"episode": episode, "learned": learned, "companion": companion})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits for a yes or a no, one by one or several at once. ``do``: approve or reject, for all ``ids`` or ``:id``."""
    user_id = user_id_of(request)
    if request.method == "POST":
        do, _colon, single = request.POST.get("do", "").partition(":")
        try:
            ids = [UUID(one) for one in ([single] if single else request.POST.getlist("ids"))]
        except ValueError:
            ids = []
        if do in {"approve", "reject"}:
            count = judge_memories(user_id=user_id, memory_ids=ids, are_true=do == "approve")
            _say_judged(request, count, are_true=do == "approve")
        return redirect("memories_waiting")
    found = found_memories(user_id=user_id, wanted=Wanted(status=Memory.Status.PROPOSED))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    shown = {"page": page, "companions": companions(user_id=user_id), "choices": choices_of(user_id=user_id)}
    return render(request, "memory/waiting.html", shown)


def _say_judged(request: HttpRequest, count: int, *, are_true: bool) -> None:
    if not count:
        messages.info(request, _("Nothing was chosen."))
    elif are_true:
        said = ngettext("It is known from now on.", "%(count)d are known from now on.", count)
        messages.success(request, said % {"count": count})
    else:
        said = ngettext("It won't be proposed again.", "%(count)d won't be proposed again.", count)
        messages.success(request, said % {"count": count})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def choices(request: HttpRequest) -> HttpResponse:
    user_id = user_id_of(request)
    if request.method == "POST":
        form = ChoicesForm(request.POST)
        form.is_valid()
        said = form.cleaned_data
        choose(
            user_id=user_id,
            paused=not said["remembers"],
            ask_first=said["ask_first"],
            adult_recall=said["adult_recall"],
        )
        messages.success(request, _("Kept. It holds from your next message on."))
        return redirect("memory_choices")
    return render(request, "memory/choices.html", {"choices": choices_of(user_id=user_id)})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def forget(request: HttpRequest) -> HttpResponse:
    """A question first, on a page of its own; ``what``: everything, or a companion's id."""
    user_id = user_id_of(request)
    names = knowing_companions(user_id=user_id)
    if request.method == "POST":
        what = request.POST.get("what", "")
        persona = next((persona_id for persona_id in names if str(persona_id) == what), None)
        if "sure" not in request.POST or (persona is None and what != "everything"):
            messages.error(request, _("Nothing was forgotten: say what, and that you are sure."))
            return redirect("memory_forget")
        if persona is None:
            forget_everything(user_id=user_id)
        else:
            forget_persona(user_id=user_id, persona_id=persona)
        messages.success(request, _("Forgotten, for good."))
        return redirect("memories")
    owned = Memory.objects.for_user(user_id)
    shown = {"companions": names, "count": owned.count(), "said": Episode.objects.for_user(user_id).kept().count()}
    return render(request, "memory/forget.html", shown)


@require_safe
@never_cache
@login_required
def notes(request: HttpRequest) -> HttpResponse:
    """Part of a page: the footnotes of a reply with their proof and what can be done, for beside the conversation."""
    try:
        ids = views.ids_of(request)
        conversation = UUID(request.GET.get("conversation", ""))
    except ValueError as unreadable:
        raise Http404 from unreadable
    user_id = user_id_of(request)
    known = Memory.objects.for_user(user_id).filter(pk__in=ids).prefetch_related("sources__episode")
    said = Episode.objects.for_user(user_id).kept().filter(pk__in=ids)
    found: dict[UUID, Any] = {one.pk: {"memory": one} for one in known} | {one.pk: {"episode": one} for one in said}
    shown = {
        "notes": [found[one] for one in ids if one in found],
        "opened": request.GET.get("opened", ""),
        "conversation": conversation,
        "back": reverse("conversation", args=[conversation]),
    }
    return render(request, "memory/notes.html", shown)
