"""What stands in the list: the pinned ones first, then the newest, under headings of how long ago."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from chat.models import Conversation
from chat.querysets import ConversationQuerySet

A_PAGE = 40
MOST_PAGES = 250  # nobody turns so many; a number that is nonsense asks the database for nothing


@dataclass(frozen=True, slots=True)
class ListPage:
    """``next``: the number of the page behind it, None for the last. Groups that are empty are left out."""

    conversations: list[Conversation]
    groups: list[tuple[str, list[Conversation]]]
    next: int | None


def list_page(*, user_id: int, number: int = 1, pages: int = 1) -> ListPage:
    """A page of what is not archived; ``pages``: so many at once."""
    return _page(Conversation.objects.for_user(user_id).lagging(user_id).listed(), number, pages)


def archive_page(*, user_id: int, number: int = 1) -> ListPage:
    return _page(Conversation.objects.for_user(user_id).lagging(user_id).archived(), number, 1)


def _page(conversations: ConversationQuerySet, number: int, pages: int) -> ListPage:
    number, pages = (min(max(one, 1), MOST_PAGES) for one in (number, pages))
    start, end = (number - 1) * A_PAGE, (number - 1 + pages) * A_PAGE
    found = list(conversations.select_related("persona")[start : end + 1])
    shown = found[: end - start]
    return ListPage(shown, _grouped(shown), number + pages if len(found) > len(shown) else None)


def _grouped(conversations: list[Conversation]) -> list[tuple[str, list[Conversation]]]:
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    since = [
        (_("Today"), today),
        (_("Yesterday"), today - timedelta(days=1)),
        (_("This week"), today - timedelta(days=7)),
        (_("This month"), today - timedelta(days=30)),
    ]
    groups: dict[str, list[Conversation]] = {}
    for one in conversations:
        heading = next((name for name, start in since if one.updated_at >= start), _("Before"))
        if one.pinned_at is not None and one.archived_at is None:
            heading = _("Pinned")
        groups.setdefault(heading, []).append(one)
    return list(groups.items())
