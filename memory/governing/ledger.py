"""The ledger of erasures: what was forgotten stays forgotten when a backup from before is put back."""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.conf import settings

from memory.models import Erasure

What = Erasure.What


def digest_of(what: str, *ids: UUID | int) -> str:
    """Keyed, so that nobody without the key can try out ids."""
    named = ":".join([what, *map(str, ids)])
    key = hashlib.sha256(b"memory.erasure:" + settings.SECRET_KEY.encode()).digest()
    return hmac.new(key, named.encode(), hashlib.sha256).hexdigest()


def note_erased(what: str, ids: Iterable[UUID]) -> None:
    """Of single memories or episodes."""
    Erasure.objects.bulk_create([Erasure(what=what, digest=digest_of(what, one)) for one in ids])


def note_all_erased(what: str, *ids: UUID | int) -> None:
    """Of everything of a person, or of a person and a companion (``ids``) until now."""
    Erasure.objects.create(what=what, digest=digest_of(what, *ids))


def erased_ids(what: str, ids: Iterable[UUID]) -> set[UUID]:
    """Those of these memories or episodes that stand in the ledger."""
    by_digest = {digest_of(what, one): one for one in ids}
    noted = Erasure.objects.filter(what=what, digest__in=by_digest).values_list("digest", flat=True)
    return {by_digest[digest] for digest in noted}


def erased_until(what: str, *ids: UUID | int) -> datetime | None:
    """When all of this was forgotten the last time."""
    noted = Erasure.objects.filter(what=what, digest=digest_of(what, *ids)).order_by("-at")
    return noted.values_list("at", flat=True).first()
