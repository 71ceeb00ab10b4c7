"""The forms with which people bring something to a human."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from chat.models import Report
from chat.moderation.reports import MAX_WORDS, REPORT_WORDS


def storable(words: str) -> None:
    """JSON can carry half a character, a database can't."""
    try:
        words.encode()
    except UnicodeEncodeError as half:
        raise ValidationError(_("Some of these characters can't be read.")) from half


class ReportForm(forms.Form):
    """``variant`` is the wording that was on the page; the shown one where it isn't said."""

    reason = forms.ChoiceField(
        choices=Report.Reason,
        error_messages={"required": _("Choose what comes closest."), "invalid_choice": _("Choose what comes closest.")},
    )
    words = forms.CharField(max_length=REPORT_WORDS, required=False, validators=[storable])
    variant = forms.IntegerField(min_value=0, max_value=32767, required=False)


class AppealForm(forms.Form):
    words = forms.CharField(
        max_length=MAX_WORDS,
        validators=[storable],
        error_messages={"required": _("Say in a few words why somebody should look again.")},
    )
