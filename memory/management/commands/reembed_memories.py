"""``manage.py reembed_memories``: after a change of embedder, make every vector anew while people go on talking."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from memory.vectors import EmbedderAwayError, remake_vectors


class Command(BaseCommand):
    help = (
        "Make the vectors of other embedders anew with the present one, in small batches. It may be stopped and run again, "
        "and goes on where it was; until then what has an old vector is found by words."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        total = 0
        try:
            for made in remake_vectors():
                total += made
                self.stdout.write(f"{total} vectors", ending="\r")
        except EmbedderAwayError as error:
            raise CommandError(
                f"{total} vectors are made; now the embedder doesn't answer. Run it again later."
            ) from error
        self.stdout.write(f"{total} vectors are made anew.")
