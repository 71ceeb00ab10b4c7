"""What the queue can be narrowed to."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chat.models import Flag
from chat.moderation.words import label_name


class StateFilter(admin.SimpleListFilter):
    """Open ones, unless others are asked for."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("decided", _("Decided")), ("all", _("All"))]

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        first, *others = super().choices(changelist)
        yield {**first, "display": _("Open")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[Flag]) -> QuerySet[Flag]:
        match self.value():
            case "all":
                return queryset
            case "decided":
                return queryset.filter(state=Flag.State.DECIDED)
        return queryset.filter(state=Flag.State.OPEN)


class LabelFilter(admin.SimpleListFilter):
    title = _("label")
    parameter_name = "label"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        labels = Flag.objects.exclude(label="").order_by("label").values_list("label", flat=True).distinct()
        return [(label, label_name(label)) for label in labels]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Flag]) -> QuerySet[Flag]:
        return queryset.filter(label=self.value()) if self.value() else queryset


class WaitsFilter(admin.SimpleListFilter):
    title = _("filed")
    parameter_name = "filed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("1", _("In the last day")), ("-1", _("More than a day ago")), ("-7", _("More than a week ago"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Flag]) -> QuerySet[Flag]:
        match self.value():
            case "1":
                return queryset.filter(created_at__gt=timezone.now() - timedelta(days=1))
            case "-1" | "-7" as days:
                return queryset.filter(created_at__lte=timezone.now() + timedelta(days=int(days)))
        return queryset


class AgeFilter(admin.SimpleListFilter):
    title = _("age")
    parameter_name = "age"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("adult", _("Shown to be an adult")),
            ("closed", _("Closed to adult content")),
            ("unknown", _("Not known")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        match self.value():
            case "adult":
                return queryset.of_adults()
            case "closed":
                return queryset.of_closed_accounts()
            case "unknown":
                return queryset.of_unknown_age()
        return queryset
