"""What operators and moderators see of people; other apps' admins stand on ReadOnlyAdmin."""

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangosGroupAdmin
from django.contrib.auth.models import Group
from django.db.models import Model
from django.http import HttpRequest

from companion.models import User

M = TypeVar("M", bound=Model)

if TYPE_CHECKING:
    _Admin = admin.ModelAdmin
else:  # Django's own takes a type only while it is checked

    class _Admin(admin.ModelAdmin, Generic[M]):
        pass


admin.site.unregister(Group)
admin.site.site_header = "Companion"
admin.site.site_title = "Companion"
admin.site.index_title = "Looking after it"


class ReadOnlyAdmin(_Admin[M]):
    """Looks, changes nothing."""

    show_full_result_count = False
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest, *_: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Group)
class GroupAdmin(DjangosGroupAdmin):
    filter_horizontal = ()  # two lists that screen readers and keys can't tell apart; one that they can


@admin.register(User)
class UserAdmin(ReadOnlyAdmin[User]):
    """Who is suspended or let in again is decided in ``chat/moderation``, where it can be appealed."""

    list_display = ["username", "date_joined", "last_login", "is_active", "is_staff"]
    list_filter = ["is_active", "is_staff"]
    search_fields = ["username"]
    ordering = ["-date_joined"]
    fields = ["username", "email", "date_joined", "last_login", "is_active", "is_staff", "is_superuser"]
