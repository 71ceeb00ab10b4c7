"""One plain HTTP question to a server on this machine; proxies named in the environment are not asked."""

import http.client


def fetch(
    host: str, port: int, path: str, *, timeout: float, headers: dict[str, str] | None = None
) -> tuple[int, bytes] | None:
    """Status and the first megabyte of the body; None when nobody answers in time."""
    connection = http.client.HTTPConnection(host, port, timeout=timeout)
    try:
        connection.request("GET", path, headers=headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read(1_000_000)
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
