"""The queue in the admin. No list shows text; one flag's page shows it to who says why."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from chat.models import Decision, Flag, Reveal
from chat.moderation.charts import charts_page
from chat.moderation.decide import decide
from chat.moderation.errors import DecidedMeanwhileError
from chat.moderation.filters import AgeFilter, LabelFilter, StateFilter, WaitsFilter
from chat.moderation.forms import DecisionForm
from chat.moderation.pages import FlagPage, log_decisions
from chat.moderation.words import done_name, label_name
from companion.admin import ReadOnlyAdmin
from companion.errors import CompanionError
from companion.requests import user_id_of

AT_ONCE = 200
OTHER = Flag.Gravity.OTHER
CONFIRM = "admin/chat/flag/confirm.html"
Action = Callable[["FlagAdmin", HttpRequest, QuerySet[Flag]], HttpResponse | None]


def _deciding(action: Decision.Action) -> Action:
    @admin.action(description=str(action.label).capitalize(), permissions=["decide"])
    def decide_these(queue: "FlagAdmin", request: HttpRequest, chosen: QuerySet[Flag]) -> HttpResponse | None:
        return queue.decide_chosen(request, chosen, action)

    decide_these.__name__ = action.value
    return decide_these


@admin.register(Flag)
class FlagAdmin(ReadOnlyAdmin[Flag]):
    list_display = ["what", "person", "account", "done", "filed", "stands"]
    list_filter = [StateFilter, LabelFilter, "kind", WaitsFilter, AgeFilter]
    list_select_related = ["user"]
    search_fields = ["user__username"]
    search_help_text = gettext_lazy("A user name")
    ordering = ["gravity", "created_at"]
    sortable_by = ["filed"]
    actions = [_deciding(one) for one in Decision.Action]
    list_display_links = ["what"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Flag]:
        return Flag.objects.with_account()

    @admin.display(description=gettext_lazy("what"))
    def what(self, flag: Flag) -> SafeString:
        gravity = capfirst(flag.get_gravity_display())
        return format_html("{} <small>{}</small>", gravity, " · ".join(self._more(flag)))

    def _more(self, flag: Flag) -> list[str]:
        """What the gravity doesn't say already."""
        is_said = flag.kind in {Flag.Kind.REPORT, Flag.Kind.APPEAL}
        kind = [] if is_said else [str(flag.get_kind_display())]
        return [*kind, label_name(flag.label)] if flag.label and (is_said or flag.gravity == OTHER) else kind

    @admin.display(description=gettext_lazy("person"))
    def person(self, flag: Flag) -> SafeString | str:
        if flag.user is None:
            return _("account gone")
        note = "" if flag.user.is_active else _("suspended")
        return format_html('<bdi class="name">{}</bdi><small>{}</small>', flag.user.get_username(), note)

    @admin.display(description=gettext_lazy("age"))
    def account(self, flag: Any) -> str:
        if flag.is_closed:
            return _("closed")
        return _("adult") if flag.is_adult else "–"

    @admin.display(description=gettext_lazy("what was done"))
    def done(self, flag: Flag) -> str:
        return done_name(flag.action)

    @admin.display(description=gettext_lazy("filed"), ordering="created_at")
    def filed(self, flag: Flag) -> SafeString:
        at = flag.created_at
        return format_html('<time datetime="{}">{}</time>', at.isoformat(), f"{at:%d %b %H:%M}")

    @admin.display(description=gettext_lazy("state"))
    def stands(self, flag: Flag) -> str:
        return str(flag.get_state_display())

    def get_urls(self) -> list[URLPattern]:
        own = FlagPage(self)
        view = self.admin_site.admin_view
        return [
            path("over-time/", view(lambda request: charts_page(request, self)), name="chat_flag_chart"),
            path("<uuid:flag_id>/change/", view(own.show), name="chat_flag_change"),
            path("<uuid:flag_id>/reveal/", view(own.reveal), name="chat_flag_reveal"),
            path("<uuid:flag_id>/decide/", view(own.decide), name="chat_flag_decide"),
            *super().get_urls(),
        ]

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("chat.decide_flag")

    def has_reveal_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("chat.reveal_flag")

    def decide_chosen(
        self, request: HttpRequest, chosen: QuerySet[Flag], action: Decision.Action
    ) -> HttpResponse | None:
        """Ask for the reason, then do it to all of them or to none."""
        flags = list(chosen.select_related("user")[: AT_ONCE + 1])
        if len(flags) > AT_ONCE:
            self.message_user(request, _("Choose 200 at most."), messages.ERROR)
            return None
        if "confirmed" in request.POST:
            form = DecisionForm(request.POST)
            if form.is_valid() and self._have_decided(request, flags, action, form):
                return None
        else:
            seen = Decision.objects.filter(flag__in=flags).count()
            form = DecisionForm(initial={"action": action.value, "seen": seen})
        shown = {
            **self.admin_site.each_context(request),
            "title": Decision.Action(action).label.capitalize(),
            "opts": self.opts,
            "action": action,
            "form": form,
            "flags": flags,
            "chosen": [flag.pk for flag in flags],
            "back": reverse("admin:chat_flag_changelist"),
            "people": sorted({flag.user.get_username() for flag in flags if flag.user is not None}),
        }
        return TemplateResponse(request, CONFIRM, shown, status=400 if form.is_bound else 200)

    def _have_decided(
        self, request: HttpRequest, flags: list[Flag], action: Decision.Action, form: DecisionForm
    ) -> bool:
        told = form.cleaned_data
        try:
            if len(flags) != len(request.POST.getlist("_selected_action")):
                raise DecidedMeanwhileError  # the list shows fewer of them by now
            decisions = decide(
                flag_ids=[flag.pk for flag in flags],
                moderator_id=user_id_of(request),
                action=action,
                reason=told["reason"],
                told=told["told"],
                seen=told["seen"],
            )
        except CompanionError as refused:
            form.add_error(None, str(refused.user_message))
            return False
        log_decisions(self, request, decisions)
        count = len(decisions)
        said = ngettext("Done, for one flag: %(what)s.", "Done, for %(count)d flags: %(what)s.", count)
        self.message_user(request, said % {"count": count, "what": action.label}, messages.SUCCESS)
        return True


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin[Decision]):
    list_display = ["at", "action", "user", "moderator", "reason"]
    list_filter = ["action"]
    list_select_related = ["user", "moderator"]
    search_fields = ["user__username", "moderator__username"]
    date_hierarchy = "at"


@admin.register(Reveal)
class RevealAdmin(ReadOnlyAdmin[Reveal]):
    list_display = ["at", "moderator", "user", "reason", "words", "visible_from"]
    list_filter = ["reason"]
    list_select_related = ["user", "moderator"]
    search_fields = ["user__username", "moderator__username"]
    date_hierarchy = "at"
    fields = ["at", "moderator", "user", "flag", "reason", "words", "visible_from", "delay_reason"]


@admin.register(LogEntry)
class LogEntryAdmin(ReadOnlyAdmin[LogEntry]):
    """Everything that was done here, by whom."""

    list_display = ["action_time", "user", "content_type", "object_repr", "change_message"]
    list_select_related = ["user", "content_type"]
    list_filter = ["content_type"]
    search_fields = ["user__username"]
    date_hierarchy = "action_time"
