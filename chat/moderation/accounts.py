"""The list of accounts. Who is suspended from here, or let in again, is told so and may appeal, as from the queue."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chat.models import Decision
from chat.moderation.decide import decide_about
from chat.moderation.forms import DecisionForm
from companion.admin import UserAdmin
from companion.errors import CompanionError
from companion.models import User
from companion.requests import user_id_of

AT_ONCE = 200
CONFIRM = "admin/chat/flag/confirm.html"

admin.site.unregister(User)


@admin.register(User)
class PersonAdmin(UserAdmin):
    # Named as the decisions are.
    actions = ["suspend", "lift"]

    @admin.action(
        description=gettext_lazy("Suspend: shut out, and close what is open, everywhere"), permissions=["suspend"]
    )
    def suspend(self, request: HttpRequest, chosen: QuerySet[User]) -> HttpResponse | None:
        return self._decide(request, chosen, Decision.Action.SUSPEND)

    @admin.action(description=gettext_lazy("Lift the suspension"), permissions=["suspend"])
    def lift(self, request: HttpRequest, chosen: QuerySet[User]) -> HttpResponse | None:
        return self._decide(request, chosen, Decision.Action.LIFT)

    def has_suspend_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("companion.change_user") and request.user.has_perm("chat.decide_flag")

    def _decide(self, request: HttpRequest, chosen: QuerySet[User], action: Decision.Action) -> HttpResponse | None:
        """Ask for the reason, then do it to all of them or to none."""
        people = list(chosen.exclude(pk=user_id_of(request))[: AT_ONCE + 1])  # nobody shuts themselves out by a slip
        if not people or len(people) > AT_ONCE:
            self.message_user(request, _("Choose others, 200 at most."), messages.ERROR)
            return None
        form = DecisionForm(
            request.POST if "confirmed" in request.POST else None, initial={"action": action, "seen": 0}
        )
        if form.is_valid() and self._have_decided(request, people, action, form):
            return None
        shown = {
            **self.admin_site.each_context(request),
            "title": capfirst(action.label),
            "opts": self.opts,
            "action": request.POST["action"],
            "form": form,
            "chosen": [person.pk for person in people],
            "people": sorted(person.get_username() for person in people),
            "place": _("Accounts"),
            "back": reverse("admin:companion_user_changelist"),
        }
        return TemplateResponse(request, CONFIRM, shown, status=400 if form.is_bound else 200)

    def _have_decided(
        self, request: HttpRequest, people: list[User], action: Decision.Action, form: DecisionForm
    ) -> bool:
        told = form.cleaned_data
        try:
            decide_about(
                user_ids=[person.pk for person in people],
                moderator_id=user_id_of(request),
                action=action,
                reason=told["reason"],
                told=told["told"],
            )
        except CompanionError as refused:
            form.add_error(None, str(refused.user_message))
            return False
        for person in people:
            self.log_change(request, person, f"Decided: {action}.")
        said = _("Done, for %(count)d: %(what)s.") % {"count": len(people), "what": action.label}
        self.message_user(request, said, messages.SUCCESS)
        return True
