"""How making summaries goes, never what they say."""

from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from chat.models import Summary
from chat.summaries.rows import try_again
from companion.admin import ReadOnlyAdmin
from memory.querysets import MOST_ATTEMPTS

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class GoingFilter(admin.SimpleListFilter):
    title = _("going on")
    parameter_name = "going"

    def lookups(self, request: HttpRequest, model_admin: object) -> "list[tuple[str, _StrPromise]]":
        return [("put_off", _("failed, is tried again")), ("given_up", _("could not be gone on with"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Summary]) -> QuerySet[Summary]:
        match self.value():
            case "put_off":
                return queryset.filter(attempts__gt=0, attempts__lt=MOST_ATTEMPTS)
            case "given_up":
                return queryset.filter(attempts__gte=MOST_ATTEMPTS)
        return queryset


@admin.register(Summary)
class SummaryAdmin(ReadOnlyAdmin[Summary]):
    list_display = ["conversation", "updated_at", "attempts", "error", "tokens"]
    list_filter = [GoingFilter]
    list_select_related = ["conversation"]
    search_fields = ["conversation__user__username"]
    actions = ["go_on_again"]
    fields = ["conversation", "updated_at", "attempts", "after", "error", "tokens"]

    @admin.action(description=_("Go on again where it could not be gone on"), permissions=["view"])
    def go_on_again(self, request: HttpRequest, queryset: QuerySet[Summary]) -> None:
        count = try_again(conversation_ids=list(queryset.values_list("pk", flat=True)))
        text = ngettext("%(count)d is in the queue again.", "%(count)d are in the queue again.", count)
        self.message_user(request, text % {"count": count})
