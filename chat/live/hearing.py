"""A message is heard before a row is locked: nothing may wait there, neither for a network nor for a vector."""

from django.conf import settings

from chat.safety.heard import Heard, heard_as
from chat.safety.opinion import remote_judge
from companion.llm.embeddings import embed, hears_everything
from sessions_ext.limits.bucket import Limit, LocalBuckets


class Hearing:
    def __init__(self) -> None:
        self._judge = remote_judge()
        # Whoever says more than they may is refused, and costs no more than that.
        self._vectors = LocalBuckets()

    @property
    def is_needed(self) -> bool:
        return self._judge is not None or hears_everything()

    async def of(self, text: str | None, *, user_id: int) -> Heard | None:
        """None where there is no text, or nobody to hear it."""
        if text is None or not self.is_needed:
            return None
        embedded = heard_as(text) if hears_everything() else ""
        if embedded and self._vectors.take(str(user_id), Limit(*settings.MESSAGE_LIMIT)) is not None:
            embedded = ""
        return Heard(
            text=text,
            embedded=embedded,
            vector=await embed(embedded) if embedded else None,
            opinion=await self._judge.opinion_on(text) if self._judge else None,
        )
