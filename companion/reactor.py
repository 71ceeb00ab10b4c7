"""The event loop of the web process: uvloop's, with Twisted's reactor on it. Import before Daphne, which keeps what it finds."""

import uvloop
from twisted.internet import asyncioreactor

loop = uvloop.new_event_loop()
asyncioreactor.install(loop)  # type: ignore[no-untyped-call]  # Twisted types half of itself
