"""Serve the simulated model: ``python -m companion.simulated --port 9000 --first-token-ms 300 --token-ms 25 --tokens 60``."""

import argparse
import asyncio
import signal

import uvloop
from aiohttp import web

from companion.embedded.process import end_with_parent
from companion.simulated.model import Upstream


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--first-token-ms", type=int, default=150)
    parser.add_argument("--token-ms", type=int, default=25)
    parser.add_argument("--tokens", type=int, default=60)
    parser.add_argument("--varied", action="store_true", help="words of its own for each message")
    parser.add_argument("--end-with-parent", action="store_true")
    options = parser.parse_args()
    if options.end_with_parent:
        end_with_parent(signal.SIGTERM)
    upstream = Upstream(options.first_token_ms, options.token_ms, options.tokens, options.varied)
    uvloop.run(serve(upstream.app(), options.port))


async def serve(app: web.Application, port: int) -> None:
    """Until a signal; who is still told something then is cut off."""
    is_over = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, is_over.set)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await is_over.wait()
    await runner.cleanup()


if __name__ == "__main__":
    main()
