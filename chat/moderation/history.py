"""What is known of a person whom a flag concerns: counts and decisions, no word of theirs."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from chat.models import Decision, Flag
from chat.moderation.words import flag_name
from companion.models import User
from sessions_ext import age

RECENT = 10


@dataclass(frozen=True, slots=True)
class PersonHistory:
    username: str
    user_id: int
    joined: datetime
    is_suspended: bool
    is_staff: bool
    is_adult: bool
    closed_until: datetime | None
    flags: list[tuple[str, int]]
    decisions: list[tuple[str, int]]
    recent: list[Decision]


def person_history(user: User) -> PersonHistory:
    flags: Counter[str] = Counter()
    filed = Flag.objects.for_user(user.pk).order_by().values_list("kind", "label")
    for kind, label, count in filed.annotate(Count("pk")):
        flags[flag_name(kind, label)] += count
    decisions = Decision.objects.for_user(user.pk)
    actions = decisions.order_by().values_list("action").annotate(number=Count("pk")).order_by("-number")
    standing = age.closed(user_id=user.pk)
    return PersonHistory(
        username=user.username,
        user_id=user.pk,
        joined=user.date_joined,
        is_suspended=not user.is_active,
        is_staff=user.is_staff,
        is_adult=age.verification(user_id=user.pk) is not None,
        closed_until=standing.until if standing else None,
        flags=flags.most_common(),
        decisions=[(str(Decision.Action(action).label), count) for action, count in actions],
        recent=list(decisions.select_related("moderator", "flag")[:RECENT]),
    )
