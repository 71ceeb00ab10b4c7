"""That there are episodes and memories, never what they say: people read and correct their own."""

from django.contrib import admin

from companion.admin import ReadOnlyAdmin
from memory.models import Episode, Memory


@admin.register(Episode)
class EpisodeAdmin(ReadOnlyAdmin[Episode]):
    list_display = ["said_at", "user", "route", "learned_at"]
    list_filter = ["route"]
    list_select_related = ["user"]
    search_fields = ["user__username"]
    fields = ["user", "persona_id", "route", "said_at", "learned_at", "embedder"]


@admin.register(Memory)
class MemoryAdmin(ReadOnlyAdmin[Memory]):
    list_display = ["id", "kind", "status", "user", "valid_from", "valid_to"]
    list_filter = ["kind", "status"]
    list_select_related = ["user"]
    search_fields = ["user__username"]
    fields = ["user", "persona_id", "kind", "status", "valid_from", "valid_to", "embedder"]
