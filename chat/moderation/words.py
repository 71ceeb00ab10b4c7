"""How moderators are told what is stored in one word."""

from django.utils.translation import gettext_lazy as _

from chat.models import Flag

LABELS = {
    "disclosure": _("tells of abuse"),
    "minor_risk": _("sexual, about minors"),
    "self_harm": _("a crisis"),
    "nonconsensual": _("without consent"),
    "explicit": _("explicit"),
    "suggestive": _("suggestive"),
    "says_minor": _("says to be under 18"),
}
DONE = {
    "answer": _("answered"),
    "refuse": _("refused"),
    "ask_age": _("asked for their age"),
    "account_closed": _("adult content closed"),
    "filtered": _("cut off"),
    "none": _("nothing"),
}


def label_name(label: str) -> str:
    return str(LABELS.get(label, label))


def flag_name(kind: str, label: str) -> str:
    """A report or an appeal is that first, whatever its words were taken for."""
    if kind in {Flag.Kind.REPORT, Flag.Kind.APPEAL} or not label:
        return str(Flag.Kind(kind).label)
    return label_name(label)


def done_name(action: str) -> str:
    return str(DONE.get(action, action))
