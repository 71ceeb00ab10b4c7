"""``manage.py mark_test_database``: allow ``seed_people`` in this database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from companion.seeding import SeedingRefusedError, mark_test_database


class Command(BaseCommand):
    help = "Mark this database as one for tests. Refused where it holds people who were not made up."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            mark_test_database()
        except SeedingRefusedError as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write("Marked: this database may be filled with made-up people.")
