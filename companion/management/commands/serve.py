"""``manage.py serve``: one web process. It starts no service; the environment names them."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS, connections


def limit_statements(seconds: int) -> None:
    """In this process; before it opens a connection. A reply, or a page, fails rather than wait longer for one statement."""
    options = connections.settings[DEFAULT_DB_ALIAS]["OPTIONS"]
    options["options"] = f"{options.get('options', '')} -c statement_timeout={seconds}s".strip()


class Command(BaseCommand):
    help = "Run one web process. Needs DATABASE_URL and REDIS_URL; any number may run side by side, on any machine."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        limit_statements(settings.DATABASE_STATEMENT_SECONDS)
        # The event loop is installed by these imports, in this order, and no other command wants it.
        from companion.reactor import loop  # isort: split
        from companion.asgi import application
        from companion.serve import WebProcess

        process = WebProcess(application, loop, host=host, port=port, max_frame_bytes=settings.MAX_FRAME_BYTES)
        process.run()
        if process.has_failed:
            raise CommandError(f"{host}:{port} can't be listened on.")
