"""``manage.py evaluate_safety FILE...``: how often the classifier is right on texts of one's own. It never prints a text."""

import json
import time
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from chat.safety import Context, Label, Verdict, classify

# What a row may say beside its label; each is counted for itself.
_FLAGS = ("minor_cue", "says_minor", "told_age")


@dataclass
class Count:
    """``wrong``: where the rows stand that came out otherwise, with what they came out as."""

    right: int = 0
    wrong: list[tuple[str, str]] = field(default_factory=list)
    taken_for_it: int = 0


class Command(BaseCommand):
    help = "Count right and wrong labels on JSON lines: text, label, optional context, set, minor_cue, says_minor, told_age."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        counts: dict[str, Count] = defaultdict(Count)
        times: list[float] = []
        for place, row in _rows(files):
            started = time.perf_counter()
            verdict = classify(row["text"], Context(**row.get("context", {})))
            times.append((time.perf_counter() - started) * 1000)
            for name, expected, found in _compared(row, verdict):
                count = counts[name]
                if expected == found:
                    count.right += 1
                else:
                    count.wrong.append((place, found))
            if row.get("label") not in {verdict.label, None}:
                counts[verdict.label].taken_for_it += 1
        if not times:
            raise CommandError("No rows in these files.")
        self._print(counts, sorted(times))

    def _print(self, counts: dict[str, Count], times: list[float]) -> None:
        rows = len(times)
        for name in [*Label, *sorted(counts.keys() - set(Label))]:
            if name not in counts:
                continue
            count = counts[name]
            of = count.right + len(count.wrong)
            line = f"{name}: {count.right} of {of} right"
            if of:
                line += f", {100 * count.right / of:.1f} %"
            if name in set(Label) and rows > of:
                share = 100 * count.taken_for_it / (rows - of)
                line += f"; taken for it: {count.taken_for_it} of {rows - of} others, {share:.1f} %"
            self.stdout.write(line)
            for place, found in count.wrong:
                self.stdout.write(f"  {place}: {found}")
        self.stdout.write(
            f"{rows} texts, ms each: mean {sum(times) / rows:.2f}, p95 {times[int(0.95 * (rows - 1))]:.2f}, most {times[-1]:.2f}"
        )


def _compared(row: dict[str, Any], verdict: Verdict) -> Iterator[tuple[str, str, str]]:
    """What a row is counted under, what it expects and what was found."""
    if "label" in row:
        part = f" ({row['set']})" if row.get("set") else ""
        yield row["label"], row["label"], verdict.label
        if part:
            yield f"{row['label']}{part}", row["label"], verdict.label
    for flag in _FLAGS:
        if flag in row:
            yield flag, str(row[flag]), str(getattr(verdict, flag))


def _rows(files: list[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    for file in files:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise CommandError(f"{file}, line {number}, is no JSON.") from error
            if not isinstance(row, dict) or "text" not in row:
                raise CommandError(f"{file}, line {number}, has no text.")
            yield f"{file.name}:{number}", row
