"""One person's socket and HTTP requests, cheap enough that a thousand of them leave the machine to what is measured.

The socket is a plain one, read in large pieces, with the sans-I/O half of `websockets` on it: under gevent each waits in a
greenlet of its own.
"""

from __future__ import annotations

import http.client
import json
import socket
import time
from collections import deque
from typing import Any
from urllib.parse import urlsplit

import orjson
from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.typing import Origin
from websockets.uri import parse_uri

Event = dict[str, Any]
CONNECT_SECONDS = 20.0
READ_BYTES = 64 * 1024


class HandshakeRefusedError(Exception):
    """No socket was opened; the message says why."""


class Wire:
    def __init__(self, url: str, conversation: str, cookies: dict[str, str]) -> None:
        place = urlsplit(url)
        self._protocol = ClientProtocol(
            parse_uri(f"ws://{place.netloc}/ws/conversations/{conversation}/"), origin=Origin(url), max_size=None
        )
        self._events: deque[Event] = deque()
        self._socket = socket.create_connection((place.hostname or "", place.port or 80), timeout=CONNECT_SECONDS)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        request = self._protocol.connect()
        request.headers["Cookie"] = written(cookies)
        self._protocol.send_request(request)
        self._flush()
        while not self._events and self._read():
            pass
        if self._protocol.handshake_exc is not None:
            raise HandshakeRefusedError(str(self._protocol.handshake_exc)) from self._protocol.handshake_exc
        if not self._events:
            raise HandshakeRefusedError(f"closed with {self._protocol.close_code}")

    def send(self, **frame: Any) -> None:
        self._protocol.send_text(orjson.dumps(frame))
        self._flush()

    def receive(self, *, until: float) -> Event | None:
        """The next event; None when the connection has ended. Raises TimeoutError at that moment of the monotonic clock."""
        while not self._events:
            self._socket.settimeout(max(until - time.monotonic(), 0.001))
            if not self._read():
                return None
        return self._events.popleft()

    def _read(self) -> bool:
        try:
            data = self._socket.recv(READ_BYTES)
        except ConnectionError:
            data = b""
        if data:
            self._protocol.receive_data(data)
        else:
            self._protocol.receive_eof()
        for event in self._protocol.events_received():
            if isinstance(event, Frame) and event.opcode is Opcode.TEXT:
                self._events.append(orjson.loads(event.data))
        self._flush()
        return bool(data)

    def _flush(self) -> None:
        for data in self._protocol.data_to_send():
            if data:
                try:
                    self._socket.sendall(data)
                except ConnectionError:
                    return  # the next read tells of it

    def close(self) -> None:
        self._protocol.send_close(1000)
        self._flush()
        self._socket.close()

    def drop(self) -> None:
        """As a lost network: no close frame."""
        self._socket.close()


def written(cookies: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


def ask(method: str, url: str, path: str, cookies: dict[str, str]) -> tuple[int, Any]:
    """One HTTP request; status and the JSON that came."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=CONNECT_SECONDS)
    headers = {"Accept": "application/json", "Cookie": written(cookies), "Origin": url}
    if method != "GET":
        headers["X-CSRFToken"] = cookies["csrftoken"]
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()
