"""Who talks with whom, never what about: text is shown through a flag only (``chat/moderation/``)."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from chat.models import Conversation, Persona, SupportCount
from chat.moderation import accounts
from chat.moderation import admin as moderation
from chat.summaries import admin as summaries
from chat.usage import admin as usage
from companion.admin import ReadOnlyAdmin

__all__ = ["ConversationAdmin", "PersonaAdmin", "SupportCountAdmin", "accounts", "moderation", "summaries", "usage"]


@admin.register(Persona)
class PersonaAdmin(ReadOnlyAdmin[Persona]):
    """The operator's, which everybody meets; people's own are their own business. They are changed on their pages."""

    list_display = ["name", "slug", "tagline", "is_shared"]
    fields = [
        "slug",
        "is_shared",
        "name",
        "tagline",
        "description",
        "traits",
        "style",
        "version",
        "changed_at",
        "created_at",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Persona]:
        return super().get_queryset(request).filter(owner=None)


@admin.register(Conversation)
class ConversationAdmin(ReadOnlyAdmin[Conversation]):
    """Without its title, which is made of what was said."""

    list_display = ["id", "user", "persona", "updated_at"]
    list_select_related = ["user", "persona"]
    search_fields = ["user__username"]
    date_hierarchy = "updated_at"
    fields = ["user", "persona", "created_at", "updated_at"]


@admin.register(SupportCount)
class SupportCountAdmin(ReadOnlyAdmin[SupportCount]):
    list_display = ["day", "label", "region", "count"]
    list_filter = ["label"]
    date_hierarchy = "day"
