"""``manage.py purge_erased``: what people erased is gone from rows at once; this takes it out of the files, too."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from companion.purging import purge_database, purge_valkey
from companion.sessions import CACHE_ERRORS


class Command(BaseCommand):
    help = (
        "Rewrite the database's tables, its log and Valkey's file, so that what was erased is in none of them. "
        "Each table is locked for as long as that takes: do it at a quiet hour. Backups are yours to let expire."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        is_done = purge_database(say=self.stdout.write)
        try:
            is_done &= purge_valkey(say=self.stdout.write)
        except CACHE_ERRORS as error:
            raise CommandError(f"Valkey did not do it ({type(error).__name__}). Run it again in a moment.") from error
        if not is_done:
            raise CommandError("Some of it may still be readable in files; see above.")
