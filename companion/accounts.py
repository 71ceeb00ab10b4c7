"""Signing up, where two things are asked, a name and a password; and what a suspended person is shown who logs in."""

from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import SignupForm
from django import forms
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from companion.models import User

SUSPENDED_SALT = "companion.suspended"
SUSPENDED_LINK_FOR = timedelta(days=7)


class TwoFieldSignupForm(SignupForm):
    """The page asks for the password once; a client that sends it again as ``password2`` must send the same."""

    password2 = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = _("At least eight characters, and not one that everybody uses.")

    def clean(self) -> dict[str, Any] | None:
        cleaned: dict[str, Any] | None = super().clean()
        again = self.cleaned_data.get("password2")
        if again and again != self.cleaned_data.get("password1"):
            self.add_error("password1", _("The two passwords differ. Type the same one twice."))
        return cleaned


class SuspendedLinkError(Exception):
    """It is none of ours, too old, of an earlier suspension, or the account is open again."""


class Adapter(DefaultAccountAdapter):
    """Shows a suspended person, once the password was right, why and whom to ask."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        suspended = User.objects.filter(username=credentials.get("username", ""), is_active=False).first()
        if suspended is None:
            user: User | None = super().authenticate(request, **credentials)
            return user
        # One hash, as for everybody else: neither words nor time tell a suspension to who doesn't know the password.
        return suspended if suspended.check_password(credentials.get("password", "")) else None

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        return redirect(suspended_url(user))


def suspended_url(user: User) -> str:
    """The page for who is suspended. What can't be guessed of it stands behind the path, which logs tell."""
    link = signing.dumps([user.pk, user.session_epoch], salt=SUSPENDED_SALT)
    return f"{reverse('suspended')}?{urlencode({'link': link})}"


def suspended_by_link(link: str) -> int:
    """The id of whose it is. Raises SuspendedLinkError."""
    try:
        user_id, epoch = signing.loads(link, salt=SUSPENDED_SALT, max_age=SUSPENDED_LINK_FOR)
    except signing.BadSignature as error:
        raise SuspendedLinkError from error
    if not User.objects.filter(pk=user_id, session_epoch=epoch, is_active=False).exists():
        raise SuspendedLinkError
    return int(user_id)
