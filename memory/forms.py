"""What people say of their memories in forms."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from memory.governing.companions import knowing_companions
from memory.governing.finding import Wanted
from memory.models import Memory

SHARED = "shared"


class FindForm(forms.Form):
    """Every field may be empty; what can't be read narrows nothing."""

    text = forms.CharField(required=False, max_length=200)
    kind = forms.ChoiceField(required=False, choices=[("", _("all kinds")), *Memory.Kind.choices])
    companion = forms.ChoiceField(required=False)
    status = forms.ChoiceField(required=False, choices=Memory.Status.choices)
    since = forms.DateField(required=False)
    until = forms.DateField(required=False)

    def __init__(self, *args: Any, user_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        companion = self.fields["companion"]
        assert isinstance(companion, forms.ChoiceField)
        known = knowing_companions(user_id=user_id)
        named = [(str(persona_id), name) for persona_id, name in known.items()]
        companion.choices = [("", _("whoever knows it")), *named, (SHARED, _("shared by all"))]

    def wanted(self) -> Wanted:
        self.is_valid()
        said = self.cleaned_data
        companion = said.get("companion") or ""
        return Wanted(
            text=said.get("text") or "",
            kind=said.get("kind") or "",
            status=said.get("status") or Memory.Status.ACTIVE,
            persona_id=UUID(companion) if companion not in {"", SHARED} else None,
            is_shared=companion == SHARED,
            since=said.get("since"),
            until=said.get("until"),
        )


class ChoicesForm(forms.Form):
    remembers = forms.BooleanField(required=False)
    ask_first = forms.BooleanField(required=False)
    adult_recall = forms.BooleanField(required=False)
