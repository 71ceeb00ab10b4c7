"""What Redis holds of a person here, to be deleted with their account."""

from collections.abc import Collection
from uuid import UUID

from sessions_ext.limits import bucket, quota, sockets
from sessions_ext.store import ACCOUNT_KEY, CONVERSATION_KEY


def keys_of_person(*, user_id: int, conversation_ids: Collection[UUID]) -> list[str]:
    """Counts of forms aren't among them: they stand under hashes and end with their window."""
    return [
        ACCOUNT_KEY.format(user_id=user_id),
        bucket.KEY.format(name="message", user_id=user_id),
        sockets.KEY.format(user_id=user_id),
        quota.key_of(user_id),
        *(CONVERSATION_KEY.format(user_id=user_id, conversation_id=one) for one in conversation_ids),
    ]
