"""Where a conversation stands, read and kept around the pure rules of ``chat/routes.py``. Called while its row is locked."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from chat.models import Conversation
from chat.providers import is_adult_open
from chat.routes import Decision, Gates, Route, Standing, barred, decide, decide_again, needs_gates
from chat.safety import Context, Verdict, classify
from chat.safety.heard import Heard
from chat.safety.opinion import with_opinion
from chat.safety.reply_check import Bounds
from sessions_ext import age
from sessions_ext.route_lock import LockStore, RouteLock
from sessions_ext.store import StateUnreadableError

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a client is told of the standing; it hears of every change."""

    route: str
    remaining: int | None


HELD = frozenset({Route.ROMANCE, Route.ADULT})  # in Redis; the others are known from the row
FIELDS = ("route_epoch", "is_held", "support_left", "support_until", "closed_until", "has_minor_cue")


class Gate:
    def __init__(self, conversation: Conversation, now: datetime, *, by: UUID | None = None) -> None:
        """``by``: the id of the frame that is judged, where one may come twice."""
        self.conversation = conversation
        self._now = now
        self._before = self._fields()
        self.has_closed_account = False
        self._locks = LockStore(
            user_id=conversation.user_id,
            conversation_id=conversation.pk,
            epoch=conversation.route_epoch,
            is_held=conversation.is_held,
            by=by,
        )
        self.standing = Standing(
            route=Route(self._locks.found.route),
            remaining=self._locks.found.remaining,
            support_left=conversation.support_left,
            support_until=conversation.support_until,
            closed_until=conversation.closed_until,
        )
        if self.standing.is_in_support(now):
            self.standing = self.standing.gone_to(Route.SUPPORT)
        self._was_shown = self.shown

    @cached_property
    def is_account_closed(self) -> bool:
        """Who knows it already, sets it."""
        return age.is_closed(user_id=self.conversation.user_id)

    @property
    def shown(self) -> Shown:
        remaining = self.standing.remaining if self.standing.is_locked else None
        return Shown(route=self.standing.route.value, remaining=remaining)

    @property
    def is_changed(self) -> bool:
        return self.shown != self._was_shown

    def judge(self, text: str, heard: Heard | None) -> Verdict:
        """What the text is, with what was said before; what it tells of minors is kept at once."""
        known = self.conversation.has_minor_cue
        context = Context(has_minor_cue=known, is_strict=self.standing.route is Route.ADULT)
        heard = heard if heard and heard.text == text else Heard(text)
        verdict = with_opinion(classify(text, context, vector=heard.vector), text, heard.opinion)
        self.conversation.has_minor_cue = known or verdict.names_minor_age or verdict.says_minor
        if verdict.says_minor:
            self.has_closed_account = not self.is_account_closed
            age.close_account(user_id=self.conversation.user_id, told_age=verdict.told_age)
            self.is_account_closed = True
        return replace(verdict, minor_cue=verdict.minor_cue or known)

    def send(self, verdict: Verdict) -> Decision:
        gates = self._gates() if needs_gates(self.standing, verdict) else Gates()
        return decide(standing=self.standing, verdict=verdict, gates=gates, now=self._now)

    def send_again(self, verdict: Verdict, route: Route) -> Decision:
        gates = self._gates() if needs_gates(self.standing, verdict, route) else Gates()
        return decide_again(standing=self.standing, route=route, verdict=verdict, gates=gates, now=self._now)

    def keep(self, standing: Standing) -> None:
        """Late in its transaction: Redis can't be rolled back. Raises StateChangedError, and then nothing may be committed."""
        before, self.standing = self.standing, standing
        conversation = self.conversation
        conversation.support_left, conversation.support_until = standing.support_left, standing.support_until
        conversation.closed_until = standing.closed_until
        was_held, conversation.is_held = conversation.is_held, standing.route in HELD
        if conversation.is_held:
            try:
                self._locks.keep(RouteLock(standing.route.value, standing.remaining))
            except StateUnreadableError:
                conversation.is_held = was_held  # what Redis may hold besides was never committed
                logger.warning("a route could not be kept; the conversation goes on as everyday")
        elif was_held and (before.route in HELD or self._locks.is_undone or not self._locks.is_readable):
            # What Redis holds counts no more, from the commit on: nobody sees the one changed and the row not yet.
            conversation.route_epoch += 1
        changed = [name for name, value in self._fields().items() if value != self._before[name]]
        if changed:
            conversation.save(update_fields=changed)

    def bounds(self, decision: Decision, verdict: Verdict) -> Bounds:
        """What the reply to a judged message must not be."""
        known = self.conversation.has_minor_cue
        return Bounds(
            barred=barred(decision.route, is_mild_barred=known or self.is_account_closed),
            context=Context(
                has_minor_cue=known or verdict.minor_cue,
                is_strict=decision.is_strict or decision.route is Route.ADULT,
                is_reply=True,
            ),
        )

    def _fields(self) -> dict[str, Any]:
        return {name: getattr(self.conversation, name) for name in FIELDS}

    def _gates(self) -> Gates:
        user_id = self.conversation.user_id
        return Gates(
            is_adult_open=is_adult_open(),
            is_account_closed=self.is_account_closed,
            is_verified=age.may_enter(user_id=user_id) if self._locks.is_readable else None,
        )


def is_of_age(*, user_id: int, **_: Any) -> bool:
    """Receiver of memory's `may_keep_feelings`: none of somebody who said to be under 18."""
    return not age.is_closed(user_id=user_id)
