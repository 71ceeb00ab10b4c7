"""``manage.py up``: everything on one machine. It starts the services that the environment does not name."""

import contextlib
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from companion.embedded.process import StackError
from companion.embedded.stack import Options, Stack


class Command(BaseCommand):
    help = "Start Companion with everything it needs: database, Redis, a model, worker and web process."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--host", default="127.0.0.1", help="address to listen on; other than loopback needs PUBLIC_URL"
        )
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument(
            "--processes",
            type=int,
            default=1,
            help="how many web processes; more than one need nginx, which goes before them",
        )
        parser.add_argument("--demo", action="store_true", help="a scripted voice answers instead of a model")

    def handle(self, *args: Any, host: str, port: int, processes: int, demo: bool, **options: Any) -> None:
        try:
            Stack(Options(host, port, demo, processes), say=self._say).run()
        except StackError as error:
            raise CommandError(str(error)) from error

    def _say(self, line: str) -> None:
        # Whoever listened may be gone; the stack goes on.
        with contextlib.suppress(OSError):
            self.stdout.write(line)
            self.stdout.flush()
