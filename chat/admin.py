"""Conversations, to be looked at and not changed."""

from django.contrib import admin
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from chat.models import Conversation, Message, Persona, SupportCount
from companion.admin import ReadOnlyAdmin

SHOWN_MESSAGES = 200


@admin.register(Persona)
class PersonaAdmin(ReadOnlyAdmin[Persona]):
    list_display = ["name", "slug", "tagline"]


@admin.register(Conversation)
class ConversationAdmin(ReadOnlyAdmin[Conversation]):
    list_display = ["title", "user", "persona", "updated_at"]
    list_select_related = ["user", "persona"]
    search_fields = ["user__username"]
    date_hierarchy = "updated_at"
    fields = ["user", "persona", "title", "created_at", "updated_at", "said"]
    readonly_fields = ["said"]

    @admin.display(description="what was said")
    def said(self, conversation: Conversation) -> SafeString:
        """The newest messages of the active branch, oldest first."""
        newest = Message.objects.active(conversation.pk).prefetch_related("variants").reverse()[:SHOWN_MESSAGES]
        lines = [
            (f"{message.created_at:%Y-%m-%d %H:%M}", message.get_role_display(), _words(message))
            for message in reversed(newest)
        ]
        return format_html_join("", "<p><small>{} · {}</small><br>{}</p>", lines)


@admin.register(SupportCount)
class SupportCountAdmin(ReadOnlyAdmin[SupportCount]):
    list_display = ["day", "label", "region", "count"]
    list_filter = ["label"]
    date_hierarchy = "day"


def _words(message: Message) -> str:
    if message.role == Message.Role.USER:
        return message.text
    return next((one.text for one in message.variants.all() if one.number == message.active_variant), "")
