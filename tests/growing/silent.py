"""A client that opens a socket and then says nothing, not even a ping."""

import asyncio
import ssl
import threading
import time

from tests.client import Person


def stay_silent(url: str, tls: ssl.SSLContext, no_longer: threading.Event) -> tuple[int | None, float]:
    """The code that its socket was closed with, and after how many seconds; None when nobody wants to know any longer."""
    return asyncio.run(_stay(url, tls, no_longer))


async def _stay(url: str, tls: ssl.SSLContext, no_longer: threading.Event) -> tuple[int | None, float]:
    person = Person(url)
    person.tls = tls
    await person.sign_up()
    socket = await person.socket(await person.start_conversation()).open()
    opened = time.monotonic()
    closed = asyncio.create_task(socket.closed(seconds=110))
    unwanted = asyncio.create_task(asyncio.to_thread(no_longer.wait))
    await asyncio.wait([closed, unwanted], return_when=asyncio.FIRST_COMPLETED)
    code, seconds = (await closed if closed.done() else None), time.monotonic() - opened
    no_longer.set()
    await socket.close()
    await asyncio.gather(closed, unwanted)
    return code, seconds
