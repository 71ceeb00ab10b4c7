"""Reads of companions; each starts from who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from companion.replica.querysets import LaggingQuerySet

if TYPE_CHECKING:
    from chat.models import Persona


class PersonaQuerySet(LaggingQuerySet["Persona"]):
    def owned_by(self, user_id: int) -> PersonaQuerySet:
        return self.filter(owner_id=user_id, deleted_at=None)

    def on_the_shelf(self) -> PersonaQuerySet:
        """Those that the operator shares with everybody."""
        return self.filter(owner=None, is_shared=True, deleted_at=None)

    def operator_s(self) -> PersonaQuerySet:
        """Also those taken off the shelf."""
        return self.filter(owner=None, deleted_at=None)

    def open_to(self, user_id: int) -> PersonaQuerySet:
        """With whom this person can begin to talk."""
        return self.filter(Q(owner_id=user_id) | Q(owner=None, is_shared=True), deleted_at=None)

    def known_to(self, user_id: int) -> PersonaQuerySet:
        """Those, and the ones with whom they talked while they could."""
        from chat.models import Conversation

        has_talked = Exists(Conversation.objects.for_user(user_id).filter(persona=OuterRef("pk")))
        return self.filter(Q(owner_id=user_id) | Q(owner=None, is_shared=True) | has_talked)
