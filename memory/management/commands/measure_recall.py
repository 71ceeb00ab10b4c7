"""``manage.py measure_recall``: how long recall takes among millions of episodes, in a database of its own."""

import random
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from companion.embedded.process import StackError
from memory.evaluation.place import empty_database


class Command(BaseCommand):
    help = (
        "Fill a database that is thrown away with episodes of many people, ask for 1,000 and for 10,000 of one of them, and "
        "print milliseconds and how often a stranger's episode was recalled. Two million rows take some minutes and 5 GB."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--rows", type=int, default=2_000_000)
        parser.add_argument("--times", type=int, default=200, help="questions to each depth")
        parser.add_argument("--tries", type=int, default=10_000, help="random questions of random people")

    def handle(self, *args: Any, rows: int, times: int, tries: int, **options: Any) -> None:
        try:
            with empty_database(say=self.stdout.write, embeddings="builtin"):
                self._measure(rows, times, tries)
        except StackError as error:
            raise CommandError(str(error)) from error

    def _measure(self, rows: int, times: int, tries: int) -> None:
        from memory.evaluation import crowd

        chance = random.Random(1)  # the same questions each time
        crowd.gather_crowd(rows)
        self.stdout.write(f"{rows:,} episodes. ms: median, p95")
        for depth in crowd.DEPTHS:
            had = crowd.depth_among(rows, depth)
            measured = crowd.ask_often(crowd.owners(depth), times=times, chance=chance)
            for name, figures in (
                ("in the database", measured.database),
                ("the whole call", measured.whole),
                ("of it CPU of this process", measured.cpu),
            ):
                self.stdout.write(
                    f"{had:>7,} of the person, {name:26} {crowd.median(figures):7.1f} {crowd.p95(figures):7.1f}"
                )
        people = 2 * crowd.OWNERS + crowd.OTHERS
        wrong = crowd.strangers_recalled(tries=tries, people=people, chance=chance)
        self.stdout.write(f"{tries:,} random questions: {wrong} with a stranger's episode")
