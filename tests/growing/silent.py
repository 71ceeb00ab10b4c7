"""A client that opens a socket and then says nothing, not even a ping."""

import asyncio
import ssl
import time

from tests.client import Person


def stay_silent(url: str, tls: ssl.SSLContext) -> tuple[int | None, float]:
    """Its close code, and after how many seconds it came."""
    return asyncio.run(_stay(url, tls))


async def _stay(url: str, tls: ssl.SSLContext) -> tuple[int | None, float]:
    person = Person(url)
    person.tls = tls
    await person.sign_up()
    socket = await person.socket(await person.start_conversation()).open()
    opened = time.monotonic()
    return await socket.closed(seconds=110), time.monotonic() - opened
