"""``manage.py consolidate_memories``: what beat does every hour, now."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from companion.models import User
from memory.consolidating import consolidate, consolidate_due


class Command(BaseCommand):
    help = "Merge what is known twice and let fade what is never used, for everybody due or for one person. Safe to run twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--user", metavar="NAME", help="only this person, whether due or not")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")

    def handle(self, *args: Any, user: str | None, dry_run: bool, **options: Any) -> None:
        if user is None:
            done = consolidate_due(is_dry=dry_run)
        else:
            found = User.objects.filter(username=user).first()
            if found is None:
                raise CommandError(f"There is nobody called {user}.")
            done = consolidate(user_id=found.pk, is_dry=dry_run)
        would = "would be " if dry_run else ""
        self.stdout.write(f"{done.merged} {would}merged, {done.faded} {would}faded.")
