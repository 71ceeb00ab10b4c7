"""Right and wrong verdicts, counted by label and by set."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from chat.safety.evaluation.rows import Row
from chat.safety.evaluation.shares import Share
from chat.safety.verdict import Label, Verdict

_ORDER = list(Label)


def is_caught(label: Label, found: Label) -> bool:
    """Whether a text came out as its label or as a graver one, so that nothing milder happens with it."""
    return _ORDER.index(found) <= _ORDER.index(label)


@dataclass(slots=True)
class Count:
    """Of one label. ``caught``: it or a graver one. ``wrong``: places of the rows that came out otherwise, and as what."""

    recall: Share = field(default_factory=Share)
    caught: Share = field(default_factory=Share)
    precision: Share = field(default_factory=Share)
    false_positives: Share = field(default_factory=Share)
    wrong: list[tuple[str, str]] = field(default_factory=list)


class Tally:
    """Verdicts of one set, or of all."""

    def __init__(self) -> None:
        self.counts = {label: Count() for label in Label}
        self.flags: dict[str, Count] = defaultdict(Count)

    def add(self, row: Row, verdict: Verdict) -> None:
        if row.label is not None:
            for label, count in self.counts.items():
                self._add_label(label, count, row.label, verdict.label)
            if verdict.label is not row.label:
                self.counts[row.label].wrong.append((row.place, verdict.label))
        for flag, expected in row.flags.items():
            found = getattr(verdict, flag)
            self.flags[flag].recall.add(found == expected)
            if found != expected:
                self.flags[flag].wrong.append((row.place, str(found)))

    def _add_label(self, label: Label, count: Count, expected: Label, found: Label) -> None:
        if expected is label:
            count.recall.add(found is label)
            count.caught.add(is_caught(label, found))
        else:
            count.false_positives.add(found is label)
        if found is label:
            count.precision.add(expected is label)

    def lines(self, *, show_places: bool) -> Iterator[str]:
        """What is to be read of each label that a row has or came out as, and where the rows stand that came out wrong."""
        for label, count in self.counts.items():
            if count.recall.whole or count.precision.whole:
                yield f"{label}: recall {count.recall}"
                if count.caught.part > count.recall.part:
                    yield f"  as it or graver: {count.caught}"
                yield f"  precision {count.precision}; false positives {count.false_positives}"
                yield from _places(count) if show_places else ()
        for flag, count in self.flags.items():
            yield f"{flag}: right {count.recall}"
            yield from _places(count) if show_places else ()


def _places(count: Count) -> Iterator[str]:
    return (f"  {place}: {found}" for place, found in count.wrong)
