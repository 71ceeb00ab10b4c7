"""What a person fills in about their age."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

OLDEST_YEARS = 120


class AgeForm(forms.Form):
    birth_date = forms.DateField(
        label=_("Date of birth"),
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date", "autocomplete": "bday"}),
        error_messages={
            "required": _("Enter your date of birth."),
            "invalid": _("Write the date as year-month-day, such as 1990-05-17."),
        },
    )
    confirm = forms.BooleanField(
        label=_("I confirm that this date is mine and true."),
        error_messages={"required": _("Confirm that the date is yours and true.")},
    )

    def clean_birth_date(self) -> Any:
        born: date = self.cleaned_data["birth_date"]
        today = timezone.now().date()
        if born > today:
            raise forms.ValidationError(_("That day is still to come. Enter your date of birth."))
        if today.year - born.year > OLDEST_YEARS:
            raise forms.ValidationError(_("That is very long ago. Check the year."))
        return born
