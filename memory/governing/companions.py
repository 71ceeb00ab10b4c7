"""The companions of a person by name. Who they are, others know; they say it here."""

from collections.abc import Callable, Mapping
from uuid import UUID

from memory.models import Episode, Memory

Names = Callable[[int], Mapping[UUID, str]]


def _nobody(_: int) -> Mapping[UUID, str]:
    return {}


_names: Names = _nobody


def name_companions_by(names: Names) -> None:
    global _names
    _names = names


def companions(*, user_id: int) -> Mapping[UUID, str]:
    """All that this person may know of; another's own are nobody's."""
    return _names(user_id)


def knowing_companions(*, user_id: int) -> Mapping[UUID, str]:
    """Those among them that know something of this person."""
    said = Episode.objects.for_user(user_id).kept().values_list("persona_id")
    known = Memory.objects.for_user(user_id).exclude(persona_id=None).values_list("persona_id")
    ids = {persona_id for (persona_id,) in said.union(known)}
    return {persona_id: name for persona_id, name in companions(user_id=user_id).items() if persona_id in ids}
