"""Reading a stream of server-sent events from its raw bytes, as OpenAI-compatible servers send them.

https://html.spec.whatwg.org/multipage/server-sent-events.html, without ids, names and reconnection, which they don't use.
"""

from companion.errors import LLMResponseError

MAX_EVENT_BYTES = 1 << 20  # of one unfinished line: no honest event comes near


class EventReader:
    """Bytes in as they arrive, the data of whole events out. A character or a line may be torn anywhere."""

    def __init__(self) -> None:
        self._rest = b""
        self._data: list[bytes] = []

    def feed(self, chunk: bytes) -> list[bytes]:
        """Data of the events that this chunk completes. Raises LLMResponseError for what can't be an event stream."""
        *lines, self._rest = (self._rest + chunk).split(b"\n")
        if len(self._rest) > MAX_EVENT_BYTES:
            raise LLMResponseError
        events = []
        for line in (line.removesuffix(b"\r") for line in lines):
            if line.startswith(b"data:"):
                self._data.append(line[5:].removeprefix(b" "))
            elif not line and self._data:
                events.append(b"\n".join(self._data))
                self._data = []
        return events
