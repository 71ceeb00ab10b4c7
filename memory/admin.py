"""Episodes and memories, to be looked at and not changed: people correct their own."""

from django.contrib import admin

from companion.admin import ReadOnlyAdmin
from memory.models import Episode, Memory, Source


class SourceInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Source
    fields = ("episode", "quote")
    readonly_fields = ("episode", "quote")
    extra = 0
    can_delete = False

    def has_add_permission(self, *_: object) -> bool:
        return False


@admin.register(Episode)
class EpisodeAdmin(ReadOnlyAdmin[Episode]):
    list_display = ["said_at", "user", "route", "learned_at"]
    list_filter = ["route"]
    list_select_related = ["user"]
    search_fields = ["user__username"]
    exclude = ["vector", "words"]


@admin.register(Memory)
class MemoryAdmin(ReadOnlyAdmin[Memory]):
    list_display = ["text", "kind", "status", "user", "valid_from", "valid_to"]
    list_filter = ["kind", "status"]
    list_select_related = ["user"]
    search_fields = ["user__username"]
    exclude = ["vector", "words"]
    inlines = [SourceInline]
