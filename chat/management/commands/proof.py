"""``manage.py proof``: whether several instances keep what they promise, tried on this machine."""

import random
import signal
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from chat.proof.proving import Options, prove
from chat.proof.sabotaged import BREAKS
from companion.embedded.process import StackError


class Command(BaseCommand):
    help = (
        "Start three instances of a stack of its own, lead made-up people to any of them, kill one, stop one gently, and say "
        "line by line whether the promises held. Your data is not touched. Exits with 1 when a line says no."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--people", type=int, default=100)
        parser.add_argument("--seed", type=int, default=None, help="the same ways again")
        parser.add_argument(
            "--break",
            dest="broken",
            choices=tuple(BREAKS),
            help="put this mistake into two instances; its line must say no",
        )

    def handle(self, *args: Any, people: int, seed: int | None, broken: str | None, **options: Any) -> None:
        seed = random.randrange(10**6) if seed is None else seed
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that everything is ended in order
        self.stdout.write(f"seed {seed}" + (f", with a mistake: {broken}" if broken else ""))
        try:
            lines = prove(Options(people, broken, seed), say=self._say)
        except (StackError, AssertionError, TimeoutError) as error:
            raise CommandError(f"It could not be carried through: {type(error).__name__} {error}") from error
        except KeyboardInterrupt:
            sys.exit(130)
        for line in lines:
            self._say(str(line))
        if not all(line.is_kept for line in lines):
            sys.exit(1)

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
