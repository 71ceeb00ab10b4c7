"""What a companion's text is taken for, before it is kept. A companion is an adult or plainly no human being, always."""

import re
from typing import Any

from django.utils.translation import gettext as _

from chat.personas.sheets import Sheet, SheetError
from chat.personas.youth import is_young
from chat.routes import SUPPORT_LABELS
from chat.safety import Context, Label, Verdict, classify
from chat.support.card import support_card

# The careful look: a cue of a minor meets even a little that is sexual.
_STRICT = Context(is_strict=True)
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_GRAVE = {Label.MINOR_RISK, Label.NONCONSENSUAL, Label.EXPLICIT}
_HEAT = [Label.SAFE, Label.SUGGESTIVE, Label.EXPLICIT]


class RefusedSheetError(SheetError):
    """Such a companion isn't kept. ``card`` shows where help is, where its maker may need some."""

    def __init__(self, why: str, *, card: dict[str, Any] | None = None) -> None:
        super().__init__({"": why})
        self.card = card


def judged(sheet: Sheet, *, is_account_closed: bool, region: str | None) -> Label:
    """SAFE, SUGGESTIVE or EXPLICIT: what may be told to a model where, and shared or not.

    Each text is looked at by itself. For what is grave also all of them together, because it may come in pieces, and sentence by
    sentence, because it drowns in a long text; distress is read from whole texts only, which tell whose it is.
    ``is_account_closed``: its maker said to be under 18. Raises RefusedSheetError.
    """
    together = classify("\n".join(sheet.texts), _STRICT)
    verdicts = [together, *(classify(text, _STRICT) for text in sheet.texts)]
    labels = {verdict.label for verdict in verdicts[1:]}
    labels |= {together.label, *(classify(sentence, _STRICT).label for sentence in _sentences(sheet))} & _GRAVE
    # First what is never let through, however it is dressed.
    if Label.MINOR_RISK in labels:
        raise RefusedSheetError(_("A companion that brings minors near anything sexual is never kept here."))
    heat = max(labels & set(_HEAT) or {Label.SAFE}, key=_HEAT.index)
    if any(map(_has_minor, verdicts)) or is_young(sheet.texts, is_tender=heat is not Label.SAFE):
        raise RefusedSheetError(
            _("A companion is an adult, or plainly no human being. Leave out whoever is, or may be, under 18.")
        )
    if Label.NONCONSENSUAL in labels:
        raise RefusedSheetError(_("A companion can't be made to do something to somebody against their will."))
    for label in SUPPORT_LABELS & labels:
        card = support_card(label=label, region=region)
        raise RefusedSheetError(
            _(
                "Nothing was kept: this reads as if somebody may be in danger, or was harmed. If it is you, you are not alone."
            ),
            card=card,
        )
    if heat is not Label.SAFE and is_account_closed:
        raise RefusedSheetError(_("A companion for romance is open to adults only. Keep this one to friendship."))
    if (
        classify(sheet.name, _STRICT).label is not Label.SAFE
        or classify(sheet.tagline, _STRICT).label is Label.EXPLICIT
    ):
        raise RefusedSheetError(
            _("Its name and the line below it stand where others may see them. Choose milder words.")
        )
    return heat


def _sentences(sheet: Sheet) -> set[str]:
    return {part for text in sheet.texts for part in _SENTENCE_END.split(text) if part.strip()} - set(sheet.texts)


def _has_minor(verdict: Verdict) -> bool:
    return verdict.minor_cue or verdict.names_minor_age or verdict.says_minor
