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
from chat.safety.heard import heard_as
from companion.llm.embeddings import embed_now, hears_everything


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
        parser.add_argument(
            "--words-only",
            action="store_true",
            help="without the embedder's vector, as where it isn't the built-in one",
        )

    def handle(self, *args: Any, files: list[Path], plain: bool, words_only: bool, **options: Any) -> None:
        try:
            rows = list(read(files, dict(options["map"])))
        except UnreadableError as error:
            raise CommandError(str(error)) from error
        if not rows:
            raise CommandError("No rows in these files.")
        judge = Judging(with_vectors=hears_everything() and not words_only)
        everything, by_set, disguised = Tally(), defaultdict[str, Tally](Tally), Disguised(judge)
        for row in rows:
            verdict = judge.timed(row)
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
        self.stdout.write(f"{len(rows)} texts, ms of CPU each: {_times(judge.times)}")
        if judge.with_vectors:
            self.stdout.write(f"the vector of each, which recall needs as well: {_times(judge.vector_times)}")

    def _print(self, title: str, lines: Iterable[str]) -> None:
        self.stdout.write(title)
        for line in lines:
            self.stdout.write(f"  {line}")


def _times(times: list[float]) -> str:
    times = sorted(times)
    mean, p95 = sum(times) / len(times), times[int(0.95 * (len(times) - 1))]
    return f"mean {mean:.2f}, p95 {p95:.2f}, most {times[-1]:.2f}"


class Judging:
    """As a message is judged on its way, and how long that takes, in milliseconds of CPU."""

    def __init__(self, *, with_vectors: bool) -> None:
        self.with_vectors = with_vectors
        self.times: list[float] = []
        self.vector_times: list[float] = []

    def __call__(self, row: Row, text: str) -> Verdict:
        return classify(text, row.context, vector=self._vector(text))

    def timed(self, row: Row) -> Verdict:
        started = time.thread_time()
        vector = self._vector(row.text)
        self.vector_times.append((time.thread_time() - started) * 1000)
        classify(row.text, row.context, vector=vector)  # what is made ready for the first of a kind is none of its time
        started = time.thread_time()
        verdict = classify(row.text, row.context, vector=vector)
        self.times.append((time.thread_time() - started) * 1000)
        return verdict

    def _vector(self, text: str) -> list[float] | None:
        heard = heard_as(text) if self.with_vectors else ""
        return embed_now(heard) if heard else None


def _pair(written: str) -> tuple[str, str]:
    theirs, sign, ours = written.partition("=")
    if not (theirs and sign and ours):
        raise ArgumentTypeError(f"{written!r} is not written like sexual=explicit")
    return theirs, ours
