"""What disguises change: how much of what is caught plain is still caught, and which harmless texts become something else."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from chat.safety.evaluation.disguises import DISGUISES
from chat.safety.evaluation.rows import Row
from chat.safety.evaluation.shares import Share
from chat.safety.evaluation.tally import is_caught
from chat.safety.verdict import Label, Verdict


class Disguised:
    """``retained``: by label and disguise. ``alarms``: by disguise, of safe texts that are safe plain."""

    def __init__(self, judge: Callable[[Row, str], Verdict]) -> None:
        self._judge = judge
        self.retained: dict[Label, dict[str, Share]] = defaultdict(lambda: defaultdict(Share))
        self.alarms: dict[str, Share] = defaultdict(Share)

    def add(self, row: Row, plain: Verdict) -> None:
        if row.label is None or not is_caught(row.label, plain.label):
            return
        if row.label is Label.SAFE and plain.label is not Label.SAFE:
            return
        for name, disguise in DISGUISES.items():
            found = self._judge(row, disguise(row.text)).label
            if row.label is Label.SAFE:
                self.alarms[name].add(found is not Label.SAFE)
            else:
                self.retained[row.label][name].add(is_caught(row.label, found))

    def lines(self) -> Iterator[str]:
        for label in Label:
            for name, share in self.retained.get(label, {}).items():
                yield f"{label}, {name}: still caught {share}"
        for name, share in self.alarms.items():
            yield f"safe, {name}: taken for something else {share}"
