"""``manage.py evaluate_learning FILE``: how right learning is on labelled messages of one's own."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from memory.evaluation.learning import Tally, UnreadableError, evaluate, read_rows, with_model


class Command(BaseCommand):
    help = "Precision, recall, junk share and what was wrongly superseded, on JSON lines of labelled messages."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--part", choices=["all", "dev", "held-out"], default="all", help="a fifth is held out, by hash"
        )
        parser.add_argument("--model", action="store_true", help="besides, with what LEARNING_PROVIDER finds")
        parser.add_argument(
            "--errors", type=int, default=0, metavar="N", help="show the first N errors, with their text"
        )

    def handle(self, *args: Any, file: Path, part: str, model: bool, errors: int, **options: Any) -> None:
        try:
            rows = read_rows(file)
        except (UnreadableError, OSError) as error:
            raise CommandError(str(error)) from error
        if part != "all":
            rows = [row for row in rows if row.is_held_out == (part == "held-out")]
        if model and not settings.LEARNING_PROVIDER:
            raise CommandError("LEARNING_PROVIDER names no model.")
        self._print("rules", evaluate(rows), errors)
        if model:
            tokens: list[int] = []
            self._print(f"rules and {settings.LEARNING_PROVIDER}", evaluate(rows, with_model(tokens)), errors)
            self.stdout.write(f"  tokens              {sum(tokens)}")

    def _print(self, title: str, tally: Tally, errors: int) -> None:
        self.stdout.write(title)
        for line in tally.lines():
            self.stdout.write(f"  {line}")
        for line in tally.errors[:errors]:
            self.stdout.write(f"  - {line}")
