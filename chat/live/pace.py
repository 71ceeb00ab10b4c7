"""When this process's replies go on: all at the same moments, because much of the same at once costs less than each alone."""

import asyncio

SECONDS = 0.05  # one frame about this often,
STRETCH_SECONDS = 0.006  # and by so much seldomer for each reply: for many the process has to work less for each
LONGEST_SECONDS = 0.2


class Pace:
    def __init__(self) -> None:
        self._next: asyncio.Event | None = None
        self._waiting = 0

    async def wait(self) -> None:
        """Until the next moment, which is there in SECONDS at the earliest where nobody waits for it yet."""
        if self._next is None:
            self._next = asyncio.Event()
            # As many as waited for the last one will wait for this one.
            pause = min(SECONDS + STRETCH_SECONDS * self._waiting, LONGEST_SECONDS)
            self._waiting = 0
            asyncio.get_running_loop().call_later(pause, self._go_on)
        self._waiting += 1
        await self._next.wait()

    def _go_on(self) -> None:
        moment, self._next = self._next, None
        if moment is not None:
            moment.set()
