"""The page of one flag: what it is, who it concerns, its text to who says why, and the decision."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from chat.models import Decision, Flag, Reveal
from chat.moderation.decide import decide
from chat.moderation.forms import DecisionForm, RevealForm
from chat.moderation.history import person_history
from chat.moderation.reveal import Shown, reveal, shown_by
from chat.moderation.words import done_name, label_name
from companion.errors import CompanionError
from companion.models import User
from companion.requests import user_id_of

if TYPE_CHECKING:
    from chat.moderation.admin import FlagAdmin

PAGE = "admin/chat/flag/page.html"


def log_decisions(queue: "FlagAdmin", request: HttpRequest, decisions: Collection[Decision]) -> None:
    for one in decisions:
        queue.log_change(request, one.flag, f"Decided: {one.action}.")


class FlagPage:
    def __init__(self, queue: "FlagAdmin") -> None:
        self.queue = queue

    @method_decorator(never_cache)
    def show(self, request: HttpRequest, flag_id: UUID) -> HttpResponse:
        flag = self._flag(request, flag_id)
        if request.method == "POST":
            raise PermissionDenied  # a flag is decided, never changed
        return self._page(request, flag)

    def reveal(self, request: HttpRequest, flag_id: UUID) -> HttpResponse:
        """Write down who reads and why, then show the page with the text."""
        flag = self._flag(request, flag_id)
        if not self.queue.has_reveal_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        form = RevealForm(request.POST, moderator=_moderator(request))
        if not form.is_valid():
            return self._page(request, flag, reveal_form=form)
        said = form.cleaned_data
        try:
            found = reveal(
                flag_id=flag.pk,
                moderator_id=user_id_of(request),
                reason=said["reason"],
                words=said["words"],
                delay_days=said.get("delay_days") or 0,
                delay_reason=said.get("delay_reason") or "",
            )
        except CompanionError as refused:
            form.add_error(None, str(refused.user_message))
            return self._page(request, flag, reveal_form=form)
        self.queue.log_change(request, flag, f"Read its text: {found.reason}.")
        return redirect(f"{reverse('admin:chat_flag_change', args=[flag.pk])}?text={found.pk}#text")

    @method_decorator(never_cache)  # its answer to an incomplete form may show the text again
    def decide(self, request: HttpRequest, flag_id: UUID) -> HttpResponse:
        flag = self._flag(request, flag_id)
        if not self.queue.has_decide_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        form = DecisionForm(request.POST)
        if not form.is_valid():
            return self._page(request, flag, decision_form=form)
        said = form.cleaned_data
        try:
            decisions = decide(
                flag_ids=[flag.pk],
                moderator_id=user_id_of(request),
                action=said["action"],
                reason=said["reason"],
                told=said["told"],
                seen=said["seen"],
            )
        except CompanionError as refused:
            form.add_error(None, str(refused.user_message))
            return self._page(request, flag, decision_form=form)
        log_decisions(self.queue, request, decisions)
        what = Decision.Action(said["action"])
        self.queue.message_user(request, _("Done: %(what)s.") % {"what": what.label})
        if what is Decision.Action.NOTE:
            return redirect("admin:chat_flag_change", flag.pk)
        return redirect("admin:chat_flag_changelist")

    def _flag(self, request: HttpRequest, flag_id: UUID) -> Flag:
        if not self.queue.has_view_permission(request):
            raise PermissionDenied
        wanted = Flag.objects.select_related(
            "user", "message", "conversation__persona", "report", "appeal__decision__moderator"
        )
        try:
            return wanted.get(pk=flag_id)
        except Flag.DoesNotExist as missing:
            raise Http404 from missing

    def _page(
        self,
        request: HttpRequest,
        flag: Flag,
        *,
        reveal_form: RevealForm | None = None,
        decision_form: DecisionForm | None = None,
    ) -> HttpResponse:
        decisions = list(flag.decisions.select_related("moderator"))
        may_decide = self.queue.has_decide_permission(request)
        may_reveal = self.queue.has_reveal_permission(request)
        shown: dict[str, Any] = {
            **self.queue.admin_site.each_context(request),
            "title": capfirst(flag.get_gravity_display()),
            "opts": self.queue.opts,
            "flag": flag,
            "label": label_name(flag.label),
            "done": done_name(flag.action),
            "person": person_history(flag.user) if flag.user is not None else None,
            "decisions": decisions,
            "reveals": list(flag.reveals.select_related("moderator")),
            "text": self._text(request, flag),
            "was_text_asked_for": "text" in request.GET,
            "has_text": flag.message is not None and flag.message.erased_at is None,
            "reveal_form": (reveal_form or RevealForm(moderator=_moderator(request))) if may_reveal else None,
            "decision_form": (decision_form or DecisionForm(initial={"seen": len(decisions)})) if may_decide else None,
            "next": Flag.objects.open().exclude(pk=flag.pk).first(),
        }
        is_refused = any(form is not None and form.is_bound for form in (reveal_form, decision_form))
        return TemplateResponse(request, PAGE, shown, status=400 if is_refused else 200)

    def _text(self, request: HttpRequest, flag: Flag) -> list[Shown]:
        """What this moderator asked for in the last half hour; the link of anybody else shows nothing."""
        try:
            asked = UUID(request.GET["text"])
            return shown_by(reveal_id=asked, flag_id=flag.pk, moderator_id=user_id_of(request))
        except (KeyError, ValueError, Reveal.DoesNotExist):
            return []


def _moderator(request: HttpRequest) -> User:
    return User.objects.get(pk=user_id_of(request))
