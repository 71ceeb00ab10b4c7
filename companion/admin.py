"""What operators and moderators see of people; other apps' admins stand on ReadOnlyAdmin."""

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from companion.models import User, lift_suspension, suspend
from companion.requests import user_id_of

M = TypeVar("M", bound=Model)

if TYPE_CHECKING:
    _Admin = admin.ModelAdmin
else:  # Django's own takes a type only while it is checked

    class _Admin(admin.ModelAdmin, Generic[M]):
        pass


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


@admin.register(User)
class UserAdmin(ReadOnlyAdmin[User]):
    list_display = ["username", "date_joined", "last_login", "is_active", "is_staff"]
    list_filter = ["is_active", "is_staff"]
    search_fields = ["username"]
    ordering = ["-date_joined"]
    fields = ["username", "email", "date_joined", "last_login", "is_active", "is_staff", "is_superuser"]
    actions = ["suspend", "lift_suspension"]

    @admin.action(description="Suspend: shut out, and close what is open, everywhere", permissions=["suspend"])
    def suspend(self, request: HttpRequest, chosen: QuerySet[User]) -> None:
        people = chosen.exclude(pk=user_id_of(request))  # nobody shuts themselves out by a slip
        for user in people:
            suspend(user_id=user.pk)
            self.log_change(request, user, "Suspended.")
        self.message_user(request, _("Suspended: %(count)d.") % {"count": len(people)}, messages.SUCCESS)

    @admin.action(description="Lift the suspension", permissions=["suspend"])
    def lift_suspension(self, request: HttpRequest, chosen: QuerySet[User]) -> None:
        for user in chosen:
            lift_suspension(user_id=user.pk)
            self.log_change(request, user, "Suspension lifted.")
        self.message_user(request, _("Lifted: %(count)d.") % {"count": len(chosen)}, messages.SUCCESS)

    def has_suspend_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("companion.change_user")
