"""Making, changing, copying, sharing and deleting a companion. Nobody's own is anybody else's business."""

from collections.abc import Collection
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from chat.conversations import DEFAULT_PERSONA
from chat.models import Conversation, Persona
from chat.personas.judging import RefusedSheetError, judged
from chat.personas.querysets import PersonaQuerySet
from chat.personas.sheets import MOST, PROMPT_FIELDS, Sheet, SheetError, cleaned
from chat.safety import Label
from companion.models import User
from sessions_ext import age

MOST_OWN = 50


def sheet_of(persona: Persona) -> Sheet:
    return Sheet(
        name=persona.name,
        tagline=persona.tagline,
        description=persona.description,
        traits=persona.traits,
        style=persona.style,
        language=persona.language,
        examples=persona.examples,
        greetings=tuple(persona.all_greetings),
        openings=tuple(persona.openings),
        mark=persona.mark,
        colour=persona.colour,
    )


def make_companion(*, user_id: int, sheet: Sheet, region: str | None = None) -> Persona:
    """Private to who makes it. ``region`` is whose help lines are shown where it is refused out of care.

    Raises SheetError, with its problems by field, and RefusedSheetError.
    """
    sheet = cleaned(sheet)
    label = _judged(user_id, sheet, region)
    return keep_companion(user_id=user_id, sheet=sheet, label=label)


@transaction.atomic
def keep_companion(*, user_id: int, sheet: Sheet, label: Label) -> Persona:
    """One that was cleaned and judged before. Raises SheetError where this person has no room for another."""
    User.objects.select_for_update(no_key=True).get(pk=user_id)  # two at once are both counted
    if Persona.objects.owned_by(user_id).count() >= MOST_OWN:
        raise SheetError({"": _("There is room for %(most)d companions. Delete one first.") % {"most": MOST_OWN}})
    persona = Persona(slug=uuid4().hex[:16], owner_id=user_id)
    _write(persona, sheet, label)
    persona.save(force_insert=True)
    return persona


def change_companion(*, user_id: int, slug: str, sheet: Sheet, region: str | None = None) -> Persona:
    """Raises Persona.DoesNotExist for another's as for a missing one, SheetError, RefusedSheetError."""
    _changeable(user_id).get(slug=slug)
    sheet = cleaned(sheet)
    label = _judged(user_id, sheet, region)
    return _change(user_id, slug, sheet, label)


@transaction.atomic
def _change(user_id: int, slug: str, sheet: Sheet, label: Label) -> Persona:
    persona = _changeable(user_id).select_for_update(no_key=True, of=("self",)).get(slug=slug)
    if persona.is_shared:
        _must_be_fit_for_all(label)
    if any(getattr(persona, name) != getattr(sheet, name) for name in PROMPT_FIELDS):
        persona.version += 1
        persona.changed_at = timezone.now()
        persona.instructions = ""  # the sheet is what holds from now on
    _write(persona, sheet, label)
    persona.save()
    return persona


def duplicate_companion(*, user_id: int, slug: str, region: str | None = None) -> Persona:
    """A copy of one's own, to be changed at will; operators also make one of what they took off the shelf.

    Raises as `make_companion`, and Persona.DoesNotExist.
    """
    seen = Persona.objects.open_to(user_id)
    persona = (seen | Persona.objects.operator_s() if may_share(user_id) else seen).get(slug=slug)
    sheet = sheet_of(persona)
    if persona.owner_id is not None:
        name = _("%(name)s, again") % {"name": persona.name}
        sheet = Sheet(**{field: getattr(sheet, field) for field in Sheet.__slots__} | {"name": name[: MOST["name"]]})
    return make_companion(user_id=user_id, sheet=sheet, region=region)


@transaction.atomic
def delete_companion(*, user_id: int, slug: str) -> None:
    """Nobody begins to talk with it any more; conversations with it go on as they are. Where there are none, nothing is left.

    Raises Persona.DoesNotExist for another's as for a missing one, RefusedSheetError for the one that everybody meets first.
    """
    persona = _changeable(user_id).select_for_update(of=("self",)).get(slug=slug)  # no conversation begins meanwhile
    _must_not_be_the_usual(persona)
    if Conversation.objects.filter(persona=persona).exists():
        persona.deleted_at, persona.is_shared = timezone.now(), False
        persona.save(update_fields=["deleted_at", "is_shared"])
    else:
        persona.delete()


@transaction.atomic
def share_companion(*, user_id: int, slug: str) -> Persona:
    """An operator puts one of their own on everybody's shelf, or back there; it is the operator's from then on.

    Raises Persona.DoesNotExist for who may not as for a missing one, RefusedSheetError.
    """
    _must_be_operator(user_id)
    persona = _changeable(user_id).select_for_update(no_key=True, of=("self",)).get(slug=slug)
    _must_be_fit_for_all(Label(persona.label))
    persona.owner, persona.is_shared = None, True
    persona.save(update_fields=["owner", "is_shared"])
    return persona


@transaction.atomic
def withdraw_companion(*, user_id: int, slug: str) -> Persona:
    """Off everybody's shelf; conversations with it go on.

    Raises Persona.DoesNotExist for who may not, RefusedSheetError for the one that everybody meets first.
    """
    _must_be_operator(user_id)
    persona = Persona.objects.operator_s().select_for_update(no_key=True, of=("self",)).get(slug=slug)
    _must_not_be_the_usual(persona)
    persona.is_shared = False
    persona.save(update_fields=["is_shared"])
    return persona


def forget_companions(*, user_id: int) -> None:
    """Somebody leaves: their own go, and of those that a kept conversation still needs, every word."""
    own = Persona.objects.filter(owner_id=user_id)
    own.exclude(pk__in=Conversation.objects.filter(user_id=user_id).values("persona")).delete()
    blank = dict.fromkeys(("tagline", "instructions", "greeting", *PROMPT_FIELDS), "")
    own.update(**blank | {"name": "–"}, greetings=[], openings=[], deleted_at=timezone.now(), version=F("version") + 1)


def forget_unneeded(*, persona_ids: Collection[UUID]) -> None:
    """Of these, the deleted ones with whom no conversation is left go, with every word."""
    is_needed = Exists(Conversation.objects.filter(persona=OuterRef("pk")))
    Persona.objects.filter(~is_needed, pk__in=persona_ids, deleted_at__isnull=False).delete()


def may_share(user_id: int) -> bool:
    """Whether this is an operator, who looks after what everybody meets."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    return user is not None and user.has_perm("chat.change_persona")


def _must_be_operator(user_id: int) -> None:
    if not may_share(user_id):
        raise Persona.DoesNotExist


def _must_be_fit_for_all(label: Label) -> None:
    if label is not Label.SAFE:
        raise RefusedSheetError(_("What everybody meets here is kept to friendship. This one stays private."))


def _must_not_be_the_usual(persona: Persona) -> None:
    """Who talks with nobody yet, and whose companion is gone, talks with this one."""
    if persona.slug == DEFAULT_PERSONA:
        raise RefusedSheetError(
            _("Everybody begins with %(name)s. Change this one, if another should stand there.")
            % {"name": persona.name}
        )


def _changeable(user_id: int) -> PersonaQuerySet:
    own = Persona.objects.owned_by(user_id)
    return own | Persona.objects.operator_s() if may_share(user_id) else own


def _judged(user_id: int, sheet: Sheet, region: str | None) -> Label:
    return judged(sheet, is_account_closed=age.is_closed(user_id=user_id), region=region)


def _write(persona: Persona, sheet: Sheet, label: Label) -> None:
    for name in (*PROMPT_FIELDS, "tagline", "mark", "colour"):
        setattr(persona, name, getattr(sheet, name))
    persona.greeting, persona.greetings = (sheet.greetings or [""])[0], list(sheet.greetings[1:])
    persona.openings, persona.label = list(sheet.openings), label
