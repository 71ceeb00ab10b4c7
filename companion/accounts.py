"""Signing up: two things are asked, a name and a password."""

from typing import Any

from allauth.account.forms import SignupForm
from django import forms
from django.utils.translation import gettext_lazy as _


class TwoFieldSignupForm(SignupForm):  # type: ignore[misc]
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
