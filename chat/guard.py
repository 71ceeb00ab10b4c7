"""What one socket may take: a place among its person's sockets, and frames out of their bucket."""

import uuid
from time import monotonic

from django.conf import settings

from sessions_ext.limits.bucket import Limit, take_async
from sessions_ext.limits.sockets import seat_left, seat_taken


class SocketGuard:
    def __init__(self, user_id: int) -> None:
        self.user_id = user_id
        self.socket_id = uuid.uuid4().hex
        self.is_inside = False
        self.is_shut = False
        self._spoke_at = monotonic()
        self._owed = 0  # frames that were let through and not counted yet

    async def enter(self) -> bool:
        """False: this person has too many sockets, over all instances."""
        self.is_inside = await seat_taken(user_id=self.user_id, socket_id=self.socket_id)
        return self.is_inside

    async def leave(self) -> None:
        if self.is_inside:
            self.is_inside = False
            await seat_left(user_id=self.user_id, socket_id=self.socket_id)

    async def lets_speak(self) -> bool:
        """Count one frame, whatever it says. False: one too many of this person's; from then on the socket is shut.

        After a pause in which an empty bucket fills, as between two pings, one frame goes without asking Redis; it is counted
        with the next one that comes sooner.
        """
        limit, now = Limit(*settings.FRAME_LIMIT), monotonic()
        paused, self._spoke_at = now - self._spoke_at, now
        if paused >= limit.seconds(limit.capacity):
            self._owed = 1
            return True
        tokens, self._owed = min(1 + self._owed, limit.capacity), 0
        wait = await take_async(name="frame", user_id=self.user_id, limit=limit, tokens=tokens)
        self.is_shut = wait is not None
        return not self.is_shut
