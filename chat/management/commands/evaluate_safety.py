"""``manage.py evaluate_safety FILE...``: how often the classifier is right on texts of one's own. It never prints a text."""

import time
from argparse import ArgumentParser, ArgumentTypeError
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from chat.safety import Verdict, classify
from chat.safety.evaluation.disguised import Disguised
from chat.safety.evaluation.rows import Row, UnreadableError, read
from chat.safety.evaluation.tally import Tally


class Command(BaseCommand):
    help = (
        "Count right and wrong labels on JSON lines: text, label, optional context, set, minor_cue, says_minor, told_age. "
        "Shares have 95 % intervals after Wilson."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--map",
            nargs="+",
            action="extend",
            default=[],
            type=_pair,
            metavar="THEIRS=OURS",
            help="what a label of another corpus is here, e.g. sexual=explicit; what is mapped to - is left out",
        )
        parser.add_argument("--plain", action="store_true", help="leave the disguises out, which take most of the time")

    def handle(self, *args: Any, files: list[Path], plain: bool, **options: Any) -> None:
        try:
            rows = list(read(files, dict(options["map"])))
        except UnreadableError as error:
            raise CommandError(str(error)) from error
        if not rows:
            raise CommandError("No rows in these files.")
        everything, by_set, disguised = Tally(), defaultdict[str, Tally](Tally), Disguised(_judge)
        times: list[float] = []
        for row in rows:
            _judge(row, row.text)  # what is made ready for the first text of a kind is none of its time
            started = time.thread_time()
            verdict = _judge(row, row.text)
            times.append((time.thread_time() - started) * 1000)
            everything.add(row, verdict)
            if row.group:
                by_set[row.group].add(row, verdict)
            if not plain:
                disguised.add(row, verdict)
        self._print("All", everything.lines(show_places=True))
        for group, tally in sorted(by_set.items()):
            self._print(f"Set {group}", tally.lines(show_places=False))
        if not plain:
            self._print("Disguised", disguised.lines())
        self._print_times(sorted(times))

    def _print(self, title: str, lines: Iterable[str]) -> None:
        self.stdout.write(title)
        for line in lines:
            self.stdout.write(f"  {line}")

    def _print_times(self, times: list[float]) -> None:
        mean, p95 = sum(times) / len(times), times[int(0.95 * (len(times) - 1))]
        self.stdout.write(f"{len(times)} texts, ms of CPU each: mean {mean:.2f}, p95 {p95:.2f}, most {times[-1]:.2f}")


def _judge(row: Row, text: str) -> Verdict:
    return classify(text, row.context)


def _pair(written: str) -> tuple[str, str]:
    theirs, sign, ours = written.partition("=")
    if not (theirs and sign and ours):
        raise ArgumentTypeError(f"{written!r} is not written like sexual=explicit")
    return theirs, ours
