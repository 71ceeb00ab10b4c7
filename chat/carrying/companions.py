"""With a conversation goes who was talked with: the operator's companions by slug, one's own as they were written."""

from dataclasses import asdict
from typing import Any

from django.db.models import F

from chat.carrying import fields
from chat.carrying.talks import Talk
from chat.conversations import DEFAULT_PERSONA
from chat.models import Persona
from chat.personas.judging import judged
from chat.personas.making import keep_companion, sheet_of
from chat.personas.sheets import Sheet, SheetError, cleaned
from chat.safety import Label

_LISTS = frozenset({"greetings", "openings"})
_TEXTS = frozenset(Sheet.__slots__) - _LISTS


def named_in_files(persona: Persona) -> tuple[str, Sheet | None]:
    """A slug, or of somebody's own, whose slug is nothing to anybody else, the name and what its maker decided."""
    return (persona.slug, None) if persona.owner_id is None else (persona.name, sheet_of(persona))


def companion_json(sheet: Sheet) -> dict[str, Any]:
    return asdict(sheet)


def read_companion(value: Any) -> Sheet | None:
    """None where a file tells of none, or of one that nobody could have made here."""
    found = fields.mapping(value)
    given: dict[str, Any] = {name: one for name, one in found.items() if name in _TEXTS and isinstance(one, str)}
    given |= {name: tuple(one for one in fields.listed(found.get(name)) if isinstance(one, str)) for name in _LISTS}
    try:
        return cleaned(Sheet(**{"name": ""} | given))
    except SheetError:
        return None


def label_of(sheet: Sheet, *, is_account_closed: bool) -> Label | None:
    """What it is taken for, as when it is made here; None where it wouldn't be kept."""
    try:
        return judged(sheet, is_account_closed=is_account_closed, region=None)
    except SheetError:
        return None


class Companions:
    """Who is known to this person; whom they had made elsewhere is made here. The usual one stands in for others.

    Who is named only, as in other products' files, is found by slug or name. ``strangers``: for so many one stood in.
    """

    def __init__(self, user_id: int) -> None:
        # Their own before the others of the same name.
        known = list(Persona.objects.open_to(user_id).order_by(F("owner").asc(nulls_last=True), "created_at"))
        self._user_id = user_id
        self._usual = Persona.objects.get(slug=DEFAULT_PERSONA)
        self._known = {one.name.casefold(): one for one in reversed(known)} | {one.slug: one for one in known}
        self._own = {sheet_of(one): one for one in reversed(known) if one.owner_id is not None}
        self.strangers = 0

    def of(self, talk: Talk, label: Label | None, *, is_account_closed: bool) -> Persona:
        """``label`` is what the companion of the talk was taken for; None where it has none or may not have it."""
        if talk.companion is not None and label is not None:
            is_barred = is_account_closed and label is not Label.SAFE
            found = self._own.get(talk.companion) or (None if is_barred else self._made(talk.companion, label))
            if found is not None:
                return found
        return self._named(talk.persona)

    def _made(self, sheet: Sheet, label: Label) -> Persona | None:
        try:
            made = keep_companion(user_id=self._user_id, sheet=sheet, label=label)
        except SheetError:  # there is no room for another
            return None
        return self._own.setdefault(sheet, made)

    def _named(self, name: str) -> Persona:
        found = self._known.get(name) or self._known.get(name.casefold())
        if found is None and name:
            self.strangers += 1
        return found or self._usual
