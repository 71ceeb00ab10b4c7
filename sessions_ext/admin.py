"""What moderators see and do about ages. Dates of birth are not there to be seen."""

from typing import TYPE_CHECKING

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from companion.admin import ReadOnlyAdmin
from companion.requests import user_id_of
from sessions_ext import age
from sessions_ext.models import AgeStanding, AgeVerification

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@admin.register(AgeVerification)
class AgeVerificationAdmin(ReadOnlyAdmin[AgeVerification]):
    list_display = ["user", "method", "policy", "verified_at", "revoked_at", "revoked_by"]
    list_filter = ["method", "policy", ("revoked_at", admin.EmptyFieldListFilter)]
    list_select_related = ["user", "revoked_by"]
    search_fields = ["user__username"]
    ordering = ["-verified_at"]
    actions = ["revoke"]

    @admin.action(description="Revoke: adult conversations close at once, everywhere", permissions=["revoke"])
    def revoke(self, request: HttpRequest, chosen: QuerySet[AgeVerification]) -> None:
        people = set(chosen.filter(revoked_at=None).values_list("user_id", flat=True))
        for user_id in people:
            age.end_verification(user_id=user_id, by_id=user_id_of(request))
        for one in chosen.filter(user_id__in=people):
            self.log_change(request, one, "Revoked.")
        self.message_user(request, _("Revoked: %(count)d.") % {"count": len(people)}, messages.SUCCESS)

    def has_revoke_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("sessions_ext.change_ageverification")


class ClosedFilter(admin.SimpleListFilter):
    title = gettext_lazy("closed")
    parameter_name = "closed_how"

    def lookups(self, request: HttpRequest, model_admin: object) -> "list[tuple[str, _StrPromise]]":
        return [
            ("date", gettext_lazy("by a date")),
            ("words", gettext_lazy("by words")),
            ("decided", gettext_lazy("by a moderator")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[AgeStanding]) -> QuerySet[AgeStanding]:
        return queryset.filter(closed_how=self.value()) if self.value() else queryset


@admin.register(AgeStanding)
class AgeStandingAdmin(ReadOnlyAdmin[AgeStanding]):
    list_display = ["user", "closed_until", "closed_how", "reopening_allowed_at", "reopening_allowed_by"]
    list_filter = [ClosedFilter, ("reopening_allowed_at", admin.EmptyFieldListFilter)]
    list_select_related = ["user", "reopening_allowed_by"]
    search_fields = ["user__username"]
    ordering = ["-closed_until"]
    actions = ["allow_reopening"]

    @admin.action(
        description="Let an identity provider's yes open it again (by itself this opens nothing)",
        permissions=["reopen"],
    )
    def allow_reopening(self, request: HttpRequest, chosen: QuerySet[AgeStanding]) -> None:
        for standing in chosen:
            age.allow_reopening(user_id=standing.pk, by_id=user_id_of(request))
            self.log_change(request, standing, "Allowed an identity provider to open it again.")
        told = _("Allowed: %(count)d. It opens once an identity provider says that the person is an adult.")
        self.message_user(request, told % {"count": len(chosen)}, messages.SUCCESS)

    def has_reopen_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("sessions_ext.change_agestanding")
