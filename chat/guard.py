"""What one socket may take: a place among its person's sockets, and frames out of their bucket."""

import uuid

from django.conf import settings

from sessions_ext.limits.bucket import Limit, take_async
from sessions_ext.limits.sockets import seat_left, seat_taken


class SocketGuard:
    def __init__(self, user_id: int) -> None:
        self.user_id = user_id
        self.socket_id = uuid.uuid4().hex
        self.is_inside = False
        self.is_shut = False

    async def enter(self) -> bool:
        """False: this person has too many sockets, over all instances."""
        self.is_inside = await seat_taken(user_id=self.user_id, socket_id=self.socket_id)
        return self.is_inside

    async def leave(self) -> None:
        if self.is_inside:
            self.is_inside = False
            await seat_left(user_id=self.user_id, socket_id=self.socket_id)

    async def lets_speak(self) -> bool:
        """Count one frame, whatever it says. False: one too many of this person's; from then on the socket is shut."""
        wait = await take_async(name="frame", user_id=self.user_id, limit=Limit(*settings.FRAME_LIMIT))
        self.is_shut = wait is not None
        return not self.is_shut
