"""What people choose for themselves: whose help lines they are shown, by whose clock they live, whether they are reminded.

Service and page.
"""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from chat.support.directory import directory
from chat.support.entries import EUROPEAN, INTERNATIONAL
from chat.support.region import EU_MEMBERS, region_from_accept_language, region_name
from companion.errors import ForbiddenError
from companion.models import User
from sessions_ext import age

AGE_PAGE = "/age/"


def keep_preferences(
    *, user_id: int, region: str, reminders: bool, may_turn_reminders_off: bool, time_zone: str = ""
) -> None:
    """``region`` is one of ``region_choices()``, empty for "by language"; ``time_zone`` such as Europe/Lisbon, empty for UTC.

    Raises ForbiddenError, and then nothing is kept.
    """
    if not reminders and not may_turn_reminders_off:
        raise ForbiddenError(str(_("Reminders can be turned off by people whose age is verified here.")))
    if region and region not in dict(region_choices()):
        raise ForbiddenError(str(_("There are no help lines for that country here.")))
    if time_zone and time_zone not in available_timezones():
        raise ForbiddenError(str(_("That time zone is not known here. Write it like Europe/Lisbon.")))
    User.objects.filter(pk=user_id).update(region=region, reminders=reminders, time_zone=time_zone)


def region_choices() -> list[tuple[str, str]]:
    """Every country that has help lines, by name; members of the EU have at least the EU's."""
    regions = {line.region for line in directory()} | EU_MEMBERS
    named = [(region, region_name(region)) for region in regions - {EUROPEAN, INTERNATIONAL}]
    return sorted(named, key=lambda choice: choice[1])


class PreferencesForm(forms.Form):
    region = forms.ChoiceField(required=False)
    time_zone = forms.CharField(required=False, max_length=64)
    reminders = forms.BooleanField(required=False)

    def __init__(self, *args: Any, by_language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        region = self.fields["region"]
        assert isinstance(region, forms.ChoiceField)
        region.choices = [("", by_language), *region_choices()]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def preferences(request: HttpRequest) -> HttpResponse:
    user = request.user
    assert isinstance(user, User)  # login_required looks
    may_turn_off = age.is_verified(user_id=user.pk)
    reminders = user.reminders or not may_turn_off
    chosen = {"region": user.region, "time_zone": user.time_zone, "reminders": reminders}
    form = PreferencesForm(request.POST or None, initial=chosen, by_language=_by_language(request))
    if request.method == "POST" and form.is_valid():
        try:
            keep_preferences(user_id=user.pk, may_turn_reminders_off=may_turn_off, **form.cleaned_data)
        except ForbiddenError as error:
            form.add_error(None, str(error.user_message))
        else:
            return redirect(f"{reverse('preferences')}?kept")
    is_kept = request.method == "GET" and "kept" in request.GET
    shown = {
        "form": form,
        "time_zones": sorted(available_timezones()),
        "may_turn_off": may_turn_off,
        "is_kept": is_kept,
        "age_page": AGE_PAGE,
    }
    return render(request, "chat/preferences.html", shown, status=400 if form.errors else 200)


def _by_language(request: HttpRequest) -> str:
    region = region_from_accept_language(request.headers.get("Accept-Language", ""))
    if region is None:
        return str(_("No country in particular"))
    return str(_("As my browser says: %(country)s")) % {"country": region_name(region)}
