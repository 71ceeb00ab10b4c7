"""What was flagged and decided over time, as plain lines with words on them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.db.models.functions import TruncDate
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from chat.models import Decision, Flag
from chat.moderation.words import flag_name
from companion.requests import user_id_of

if TYPE_CHECKING:
    from chat.moderation.admin import FlagAdmin

# In the SVG's own units; the words stand to the right of the lines.
LEFT, RIGHT, TOP, BOTTOM = 34, 560, 14, 206
LINE_HEIGHT = 17
KINDS_OF_LINE = 8  # css/moderation.css has so many
SPANS = {"30": 1, "90": 7, "365": 7}  # days looked back: days a point


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    counts: list[int]
    points: str
    end: float
    word: float
    look: int

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Chart:
    title: str
    lines: list[Line]
    days: list[date]
    most: int
    height: float

    @property
    def rows(self) -> list[tuple[date, list[int]]]:
        """For who reads it as a table."""
        return [(day, [line.counts[index] for line in self.lines]) for index, day in enumerate(self.days)]


Counted = Iterable[tuple[str, date, int]]


def chart(title: str, counted: Counted, *, today: date, span: int, step: int) -> Chart:
    """A line for each name: how many in each ``step`` of days of the last ``span``, until today."""
    steps = -(-span // step)
    days = [today - timedelta(days=step * (steps - index) - 1) for index in range(steps)]
    sums: dict[str, Counter[int]] = {}
    for name, day, count in counted:
        index = (day - days[0]).days // step
        if 0 <= index < steps:
            sums.setdefault(name, Counter())[index] += count
    counts = {name: [found[index] for index in range(steps)] for name, found in sums.items()}
    names = sorted(counts, key=lambda name: -sum(counts[name]))
    most = max((max(values) for values in counts.values()), default=0)
    ends = {name: _y(counts[name][-1], most) for name in names}
    words = _apart(ends)
    lines = [
        Line(name, counts[name], _points(counts[name], most), ends[name], words[name], index % KINDS_OF_LINE)
        for index, name in enumerate(names)
    ]
    return Chart(title, lines, days, most, max([BOTTOM + 24.0, *(word + LINE_HEIGHT for word in words.values())]))


def _y(value: int, most: int) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * value / max(most, 1), 1)


def _points(values: list[int], most: int) -> str:
    wide = (RIGHT - LEFT) / max(len(values) - 1, 1)
    return " ".join(f"{LEFT + wide * index:.1f},{_y(value, most)}" for index, value in enumerate(values))


def _apart(ends: dict[str, float]) -> dict[str, float]:
    """Where each line's word stands: beside its end, but never on another word."""
    placed: dict[str, float] = {}
    last = -LINE_HEIGHT + float(TOP)
    for name in sorted(ends, key=lambda name: ends[name]):
        last = max(ends[name], last + LINE_HEIGHT)
        placed[name] = last
    over = max(last - BOTTOM, 0.0)  # more words at the foot than there is room: all of them move up
    floor = -LINE_HEIGHT + float(TOP)
    for name in placed:
        floor = placed[name] = max(placed[name] - over, floor + LINE_HEIGHT)
    return placed


def charts_page(request: HttpRequest, queue: "FlagAdmin") -> HttpResponse:
    if not queue.has_view_permission(request):
        raise PermissionDenied
    asked = request.GET.get("days", "30")
    days = asked if asked in SPANS else "30"
    span, step, today = int(days), SPANS[days], timezone.now().date()
    since = timezone.now() - timedelta(days=span + step)
    looks = user_id_of(request)
    flags = Flag.objects.lagging(looks).filter(created_at__gte=since).order_by().annotate(day=TruncDate("created_at"))
    filed = flags.values_list("kind", "label", "day").annotate(Count("pk"))
    decided = Decision.objects.lagging(looks).filter(at__gte=since).order_by().annotate(day=TruncDate("at"))
    actions = decided.values_list("action", "day").annotate(Count("pk"))
    shown = {
        **queue.admin_site.each_context(request),
        "title": _("Over time"),
        "opts": queue.opts,
        "charts": [
            chart(
                _("What was flagged"),
                [(flag_name(kind, label), day, count) for kind, label, day, count in filed],
                today=today,
                span=span,
                step=step,
            ),
            chart(
                _("What was decided"),
                [(str(Decision.Action(action).label), day, count) for action, day, count in actions],
                today=today,
                span=span,
                step=step,
            ),
        ],
        "spans": [(one, int(one), one == days) for one in SPANS],
        "is_by_week": step > 1,
        "left": LEFT,
        "right": RIGHT,
        "top": TOP,
        "bottom": BOTTOM,
    }
    return TemplateResponse(request, "admin/chat/flag/chart.html", shown)
