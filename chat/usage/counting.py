"""What a person used, as the rows tell it: messages that were not lost to a failure of ours, and tokens of models.

Tokens are those that the provider counted; of a reply that it counted none for, such as a stopped one, a quarter of its letters.
Messages in a crisis and their answers count for nothing.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.db.models import Count, IntegerField, Q, QuerySet, Sum
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce, Length, TruncDate

from chat.models import Turn, Variant
from chat.querysets import TurnQuerySet, VariantQuerySet
from chat.routes import SUPPORT_LABELS, Route
from chat.turns.finish import FIXED_MODEL, Outcome
from sessions_ext.limits import quota
from sessions_ext.limits.quota import Used

LETTERS_A_TOKEN = 4
DAYS = 30  # shown


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    messages: int
    tokens: int


def message_counted(*, user_id: int) -> None:
    """Count one message of the person's day. Raises QuotaError."""
    quota.message_within_quota(user_id=user_id, used_today=partial(_used_today, user_id))


def answer_counted(*, user_id: int, outcome: Outcome) -> None:
    """What an answer took, once it is stored."""
    has_failed = outcome.finish == "error"
    quota.settle(user_id=user_id, has_failed=has_failed, tokens=_tokens_of(outcome))


def used_today(*, user_id: int) -> Used:
    """As it counts for the day's budget."""
    return quota.used_so_far(user_id=user_id, used_today=partial(_used_today, user_id))


def limits(*, user_id: int) -> dict[str, Any]:
    """Those of `session.state`."""
    told: dict[str, Any] = {"message_chars": settings.MESSAGE_MAX_CHARS, "messages_left": None, "resets_at": None}
    if not quota.is_limited():
        return told
    used = used_today(user_id=user_id)
    left = None
    if settings.MESSAGES_PER_DAY:
        left = max(0, settings.MESSAGES_PER_DAY - used.messages)
    if quota.is_used_up(used):
        left = 0
    return told | {"messages_left": left, "resets_at": quota.resets_at().isoformat()}


def used_by_day(*, user_id: int) -> list[Day]:
    """The last days with anything in them, newest first."""
    since = quota.day_begins() - timedelta(days=DAYS - 1)
    messages = _by_day(_messages(user_id, since).lagging(user_id), "started_at", Count("pk"))
    tokens = _by_day(_answers(user_id, since).lagging(user_id), "created_at", sum_of_tokens())
    days = sorted(messages.keys() | tokens.keys(), reverse=True)
    return [Day(day, messages.get(day, 0), tokens.get(day, 0)) for day in days]


def _tokens_of(outcome: Outcome) -> int:
    if outcome.model == FIXED_MODEL:
        return 0
    counted = (outcome.usage or {}).get("total_tokens")
    return len(outcome.text) // LETTERS_A_TOKEN if counted is None else counted


def counted_messages(since: datetime) -> TurnQuerySet:
    """Everybody's."""
    turns = Turn.objects.filter(started_at__gte=since)
    return turns.exclude(finish="error").exclude(route=Route.SUPPORT).exclude(label__in=SUPPORT_LABELS)


def counted_answers(since: datetime) -> VariantQuerySet:
    """Everybody's."""
    return Variant.objects.filter(created_at__gte=since).exclude(model=FIXED_MODEL).exclude(route=Route.SUPPORT)


def made_before(since: datetime) -> tuple[int, int]:
    """Of how many answers: only those took no token of a model."""
    made_here = counted_answers(since).filter(Q(usage=None) | ~Q(usage__has_key="brought_in"))
    counts = made_here.aggregate(before=Count("pk", filter=Q(usage__total_tokens=0)), all=Count("pk"))
    return counts["before"], counts["all"]


def sum_of_tokens() -> Sum:
    counted = Cast(KeyTextTransform("total_tokens", "usage"), IntegerField())
    return Sum(Coalesce(counted, Length("text") / LETTERS_A_TOKEN))


def _used_today(user_id: int) -> Used:
    since = quota.day_begins()
    tokens = _answers(user_id, since).aggregate(tokens=sum_of_tokens())["tokens"]
    return Used(_messages(user_id, since).count(), tokens or 0)


def _messages(user_id: int, since: datetime) -> TurnQuerySet:
    return counted_messages(since).filter(conversation__user_id=user_id)


def _answers(user_id: int, since: datetime) -> VariantQuerySet:
    return counted_answers(since).filter(message__conversation__user_id=user_id)


def _by_day(rows: QuerySet[Any], moment: str, total: Any) -> dict[date, int]:
    days = rows.annotate(day=TruncDate(moment)).order_by().values("day").annotate(total=total)
    return {one["day"]: one["total"] or 0 for one in days}
