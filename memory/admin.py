"""That there are episodes and memories, never what they say: people read and correct their own."""

from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from companion.admin import ReadOnlyAdmin
from memory.models import Episode, Memory
from memory.putting_off import try_again
from memory.querysets import MOST_ATTEMPTS

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class LearningFilter(admin.SimpleListFilter):
    title = _("learning")
    parameter_name = "learning"

    def lookups(self, request: HttpRequest, model_admin: object) -> "list[tuple[str, _StrPromise]]":
        return [("waiting", _("waits to be read")), ("given_up", _("could not be read"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Episode]) -> QuerySet[Episode]:
        match self.value():
            case "waiting":
                return queryset.filter(learned_at=None, learn_attempts__lt=MOST_ATTEMPTS)
            case "given_up":
                return queryset.filter(learned_at=None, learn_attempts__gte=MOST_ATTEMPTS)
        return queryset


@admin.register(Episode)
class EpisodeAdmin(ReadOnlyAdmin[Episode]):
    list_display = ["said_at", "user", "route", "learned_at", "learn_attempts", "learn_error"]
    list_filter = ["route", LearningFilter]
    actions = ["read_again"]
    list_select_related = ["user"]
    search_fields = ["user__username"]
    fields = ["user", "persona_id", "route", "said_at", "learned_at", "learn_attempts", "learn_after",
              "learn_error", "learn_tokens", "embedder"]  # fmt: skip

    @admin.action(description=_("Read again what could not be read"), permissions=["view"])
    def read_again(self, request: HttpRequest, queryset: QuerySet[Episode]) -> None:
        count = try_again(episode_ids=list(queryset.values_list("pk", flat=True)))
        text = ngettext("%(count)d is in the queue again.", "%(count)d are in the queue again.", count)
        self.message_user(request, text % {"count": count})


@admin.register(Memory)
class MemoryAdmin(ReadOnlyAdmin[Memory]):
    list_display = ["id", "kind", "status", "user", "valid_from", "valid_to"]
    list_filter = ["kind", "status"]
    list_select_related = ["user"]
    search_fields = ["user__username"]
    fields = ["user", "persona_id", "kind", "status", "valid_from", "valid_to", "embedder"]
