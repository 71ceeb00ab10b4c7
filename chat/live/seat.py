"""One socket's place in a conversation, as the hub sees it."""

from collections.abc import Awaitable, Callable, Collection
from uuid import UUID


class Seat:
    """Hears the turns of its conversation that it did not know when it connected, and every event.

    Until ``known_turns`` is told, what happens is held back: a client's first event is the session's state. A turn that the
    state told of is heard only after the client's own `resume`.
    """

    def __init__(
        self, *, conversation_id: UUID, send: Callable[[str], Awaitable[None]], close: Callable[[int], Awaitable[None]]
    ) -> None:
        self.conversation_id = conversation_id
        self.known_turns: frozenset[UUID] | None = None
        self.held: list[UUID | str] = []
        self._send = send
        self.close = close

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

    def settle(self, known_turns: Collection[UUID]) -> list[UUID | str]:
        """The state was sent; answers what was held back and is still news, in order."""
        self.known_turns = frozenset(known_turns)
        held, self.held = self.held, []
        return [item for item in held if isinstance(item, str) or item not in self.known_turns]
