"""What a moderator fills in. Each says why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chat.models import Decision, Reveal
from chat.moderation.reveal import MOST_DELAY_DAYS
from chat.moderation.roles import may_delay
from companion.models import User

SHORT = {"rows": 3, "dir": "auto"}


class RevealForm(forms.Form):
    prefix = "reveal"  # its page has another form, with a reason, too
    reason = forms.ChoiceField(
        label=_("Why"),
        choices=[("", _("Choose a reason")), *Reveal.Reason.choices],
        error_messages={"required": _("Choose a reason.")},
    )
    words = forms.CharField(
        label=_("In your words"),
        widget=forms.Textarea(attrs=SHORT),
        max_length=1000,
        help_text=_("Kept with your name. The person sees the reason above and when, not these words."),
        error_messages={"required": _("Say why in your own words.")},
    )
    delay_days = forms.IntegerField(
        label=_("Days until the person sees it"),
        min_value=0,
        max_value=MOST_DELAY_DAYS,
        initial=0,
        required=False,
        help_text=_("Only where a child has to be protected; at most 30."),
    )
    delay_reason = forms.CharField(
        label=_("Why later"), widget=forms.Textarea(attrs=SHORT), max_length=1000, required=False
    )

    def __init__(self, *args: Any, moderator: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_delay(moderator):
            del self.fields["delay_days"], self.fields["delay_reason"]

    def clean(self) -> dict[str, Any]:
        filled = super().clean() or {}
        days = filled.get("delay_days") or 0
        if days and filled.get("reason") not in {None, "", Reveal.Reason.CHILD}:
            self.add_error("delay_days", _("Only where a child may be in danger."))
        if days and not filled.get("delay_reason"):
            self.add_error("delay_reason", _("Say why the person hears of it later."))
        return filled


class DecisionForm(forms.Form):
    action = forms.ChoiceField(
        label=_("What to do"),
        choices=Decision.Action.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what to do.")},
    )
    reason = forms.CharField(
        label=_("Why"),
        widget=forms.Textarea(attrs=SHORT),
        max_length=2000,
        help_text=_("For moderators. The person does not see it."),
        error_messages={"required": _("Say why. It is kept with what you did.")},
    )
    told = forms.CharField(
        label=_("To the person"),
        widget=forms.Textarea(attrs=SHORT),
        max_length=1000,
        required=False,
        help_text=_("Beside the usual sentence. Leave it empty if that says enough."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
