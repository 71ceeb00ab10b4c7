"""``manage.py seed_people``: made-up people with signed-in sessions, for tests and load."""

import json
import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from companion.seeding import SeededPerson, SeedingRefusedError, require_mark, seed_people


class Command(BaseCommand):
    help = "Make people up, signed in, and write their cookies. Only in a database marked by mark_test_database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("count", type=int, metavar="N")
        parser.add_argument(
            "--cookies",
            type=Path,
            required=True,
            metavar="FILE",
            help="one JSON object a line; readable by its owner only",
        )

    def handle(self, *args: Any, count: int, cookies: Path, **options: Any) -> None:
        try:
            require_mark()
            # Opened first: people whose cookies can't be written are of no use.
            with os.fdopen(os.open(cookies, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
                os.fchmod(file.fileno(), 0o600)
                seeded = seed_people(count)
                file.truncate()
                file.writelines(_line(person) for person in seeded)
        except (SeedingRefusedError, OSError) as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{len(seeded)} people are signed in; their cookies are in {cookies}.")


def _line(person: SeededPerson) -> str:
    cookies = {
        settings.SESSION_COOKIE_NAME: person.session_key,
        settings.CSRF_COOKIE_NAME: person.csrf_token,
    }
    said = {"username": person.username, "user_id": person.user_id, "cookies": cookies}
    return json.dumps(said) + "\n"
