"""One socket's place in a conversation, as the hub sees it."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from uuid import UUID


class Seat:
    """Hears the turns of its conversation that it did not know when it connected, and every event.

    Until ``known_turns`` is told, what happens is held back: a client's first event is the session's state. A turn that the
    state told of is heard only after the client's own `resume`.
    """

    def __init__(
        self,
        *,
        user_id: int,
        conversation_id: UUID,
        send: Callable[[str], Awaitable[None]],
        close: Callable[[int], Awaitable[None]],
        look: Callable[[], Awaitable[None]],
    ) -> None:
        self.user_id = user_id
        self.conversation_id = conversation_id
        self.joined_at = asyncio.get_running_loop().time()
        self.has_missed_a_change = False
        self.known_turns: frozenset[UUID] | None = None
        self.held: list[UUID | str] = []
        self._send = send
        self.close = close
        self._look = look
        self._is_looking = self._must_look = False

    async def send_frame(self, frame: str) -> None:
        await self._send(frame)

    def wants(self, turn_id: UUID) -> bool:
        """Whether a turn that began or was just discovered is news to this client; holds it back while connecting."""
        if self.known_turns is None:
            self.held.append(turn_id)
            return False
        return turn_id not in self.known_turns

    async def tell(self, frame: str) -> None:
        """An event that belongs to no running turn."""
        if self.known_turns is None:
            self.held.append(frame)
        else:
            await self.send_frame(frame)

    async def look_again(self) -> None:
        """Something that the session's state tells has changed, or whether this socket may stay."""
        if self.known_turns is None:
            self.has_missed_a_change = True  # the state that is being read now may be the old one
            return
        self._must_look = True
        if self._is_looking:
            return  # it looks once more when it is through: of two looks at once the older might tell last
        self._is_looking = True
        try:
            while self._must_look:
                self._must_look = False
                await self._look()
        finally:
            self._is_looking = False

    def settle(self, known_turns: Collection[UUID]) -> list[UUID | str]:
        """The state was sent; answers what was held back and is still news, in order."""
        self.known_turns = frozenset(known_turns)
        held, self.held = self.held, []
        return [item for item in held if isinstance(item, str) or item not in self.known_turns]
