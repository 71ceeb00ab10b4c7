"""A person says things, and what is recalled of them."""

import uuid
from datetime import UTC, datetime, timedelta

from companion.llm.embeddings import embed_now
from memory.episodes import add_episode
from memory.recall import recall

PERSONA = uuid.UUID(int=1)
CONVERSATION = uuid.UUID(int=2)
START = datetime(2026, 5, 3, tzinfo=UTC)


def say(user, text, minutes=0, **more):
    fields = {"persona_id": PERSONA, "conversation_id": CONVERSATION, "route": "everyday", "context": ""} | more
    fields = {
        "said_at": START + timedelta(minutes=minutes),
        "message_id": uuid.uuid4(),
        "vector": embed_now(text),
    } | fields
    add_episode(user_id=user.pk, text=text, **fields)


def recalled(user, text, **more):
    fields = {"persona_id": PERSONA, "exclude_messages": [], "budget_tokens": 1000} | more
    if "vector" not in fields:
        fields["vector"] = embed_now(text)
    return recall(user_id=user.pk, text=text, **fields)


def ask(user, text, **more):
    """The texts that would be put before the model."""
    return [one.text for one in recalled(user, text, **more)]
