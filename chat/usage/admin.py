"""How much each person uses, for operators; nothing of what was said."""

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from chat.models import PersonUsage
from chat.usage.counting import DAYS, counted_answers, counted_messages, made_before, sum_of_tokens
from chat.usage.rows import per_person
from companion.admin import ReadOnlyAdmin
from companion.replica.querysets import database_for
from companion.requests import user_id_of
from sessions_ext.limits.quota import day_begins


@admin.register(PersonUsage)
class PersonUsageAdmin(ReadOnlyAdmin[PersonUsage]):
    list_display = ["username", "messages_today", "tokens_today", "messages_lately", "tokens_lately"]
    search_fields = ["username"]
    ordering = ["-last_login"]
    fields = ["username", "messages_today", "tokens_today", "messages_lately", "tokens_lately"]
    readonly_fields = ["messages_today", "tokens_today", "messages_lately", "tokens_lately"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[PersonUsage]:
        today, lately = day_begins(), day_begins() - timedelta(days=DAYS - 1)
        messages, answers = "conversation__user", "message__conversation__user"
        return (
            super()
            .get_queryset(request)
            .using(database_for(user_id_of(request)))
            .annotate(
                used_messages=per_person(counted_messages(today), messages, Count("pk")),
                used_tokens=per_person(counted_answers(today), answers, sum_of_tokens()),
                lately_messages=per_person(counted_messages(lately), messages, Count("pk")),
                lately_tokens=per_person(counted_answers(lately), answers, sum_of_tokens()),
            )
        )

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        before, count = made_before(day_begins() - timedelta(days=DAYS - 1))
        told = _("%(before)d of %(count)d replies in %(days)d days had been made before and took no model.")
        subtitle = told % {"before": before, "count": count, "days": DAYS}
        return super().changelist_view(request, {**(extra_context or {}), "subtitle": subtitle})

    @admin.display(description=_("messages today"))
    def messages_today(self, person: PersonUsage) -> int:
        return int(getattr(person, "used_messages", 0))

    @admin.display(description=_("tokens today"))
    def tokens_today(self, person: PersonUsage) -> int:
        return int(getattr(person, "used_tokens", 0))

    @admin.display(description=_("messages in 30 days"))
    def messages_lately(self, person: PersonUsage) -> int:
        return int(getattr(person, "lately_messages", 0))

    @admin.display(description=_("tokens in 30 days"))
    def tokens_lately(self, person: PersonUsage) -> int:
        return int(getattr(person, "lately_tokens", 0))
