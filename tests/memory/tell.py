"""People who told something, for the tests of what they may do with it."""

import itertools
import uuid
from datetime import UTC, datetime, timedelta

from memory.episodes import add_episode
from memory.models import Episode, Memory, Source

PERSONA, OTHER_PERSONA = uuid.UUID(int=1), uuid.UUID(int=2)
CONVERSATION = uuid.UUID(int=7)
_days = itertools.count()


def told(user, text, *, persona=PERSONA, conversation=CONVERSATION, message=None, context="", route="everyday"):
    """An episode; each is a day later than the one before."""
    message = message or uuid.uuid4()
    add_episode(
        user_id=user.pk, persona_id=persona, conversation_id=conversation, message_id=message, text=text, context=context,
        route=route, said_at=datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=next(_days)), vector=None,
    )  # fmt: skip
    return Episode.objects.filter(message_id=message).first()


def known(user, text, *, episode=None, quote=None, **fields):
    """A memory with its proof."""
    episode = episode or told(user, text, persona=fields.get("persona_id") or PERSONA)
    given = {"persona_id": episode.persona_id, "kind": Memory.Kind.OTHER, "valid_from": episode.said_at} | fields
    memory = Memory.objects.create(user=user, text=text, **given)
    Source.objects.create(memory=memory, episode=episode, quote=quote or episode.text)
    return memory


def home(user, text, **fields):
    """A memory of the one slot that a home is."""
    return known(user, text, kind=Memory.Kind.PLACE, slot="home", **fields)
