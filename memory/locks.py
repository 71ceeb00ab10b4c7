"""One at a time per person: learning, forgetting and upkeep of one memory don't pass each other."""

from django.db import connection


def lock_owner(user_id: int) -> None:
    """Wait for this person's memory; held until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"memory:{user_id}"])
