"""One request through the front, as it comes and goes; a client library would decode it."""

import http.client
from email.message import Message

from tests.nginx import Front


def ask(
    front: Front,
    path: str,
    *,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    source: str = "127.0.0.1",
    body: str | None = None,
) -> tuple[int, Message, bytes]:
    """Status, headers and body; one connection each."""
    connection = http.client.HTTPSConnection(
        "127.0.0.1", front.tls_port, context=front.tls, source_address=(source, 0), timeout=20
    )
    try:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()
