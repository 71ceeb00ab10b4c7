"""Which way a message goes: a pure state machine of one conversation. The table it follows is in ``docs/safety.md``.

Nothing here reads or writes; ``chat/turns/gate.py`` brings what is known and keeps what was decided.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from chat.safety import Label, Verdict

LOCK_MESSAGES = 5  # the adult route holds for so many further messages that are not explicit
SUPPORT_MESSAGES = 5  # support holds for so many messages without a crisis or disclosure, and at least
SUPPORT_TIME = timedelta(minutes=30)  # this long; meanwhile, and altogether for
CLOSED_TIME = timedelta(hours=24)  # this long, romance and adult stay shut in the conversation


class Route(StrEnum):
    EVERYDAY = "everyday"
    ROMANCE = "romance"
    ADULT = "adult"
    SUPPORT = "support"
    REFUSED = "refused"  # of a message, never of a conversation: it goes before no model, now or later


class Action(StrEnum):
    ANSWER = "answer"
    ASK_AGE = "ask_age"
    REFUSE = "refuse"


class Reason(StrEnum):
    """Why nothing was answered; all but UNREADABLE go on the wire as they are."""

    NONE = ""
    LABEL = "label"
    ROUTE_CLOSED = "route_closed"
    ACCOUNT_CLOSED = "account_closed"
    AGE_DECLINED = "age_declined"
    AGE_EXPIRED = "age_expired"
    UNREADABLE = "unreadable"  # whether the adult route is open to this person can't be read now


SUPPORT_LABELS = frozenset({Label.DISCLOSURE, Label.SELF_HARM})
REFUSED_LABELS = frozenset({Label.MINOR_RISK, Label.NONCONSENSUAL})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a conversation stands after its last message. ``remaining``: further messages for which the adult lock holds."""

    route: Route = Route.EVERYDAY
    remaining: int = 0
    support_left: int = 0
    support_until: datetime | None = None
    closed_until: datetime | None = None

    @property
    def is_locked(self) -> bool:
        return self.route is Route.ADULT and self.remaining > 0

    def is_in_support(self, now: datetime) -> bool:
        return self.support_left > 0 or (self.support_until is not None and now < self.support_until)

    def is_shut(self, now: datetime) -> bool:
        """Romance and adult are shut in this conversation."""
        return self.is_in_support(now) or (self.closed_until is not None and now < self.closed_until)

    def gone_to(self, route: Route, *, remaining: int = 0) -> "Standing":
        return replace(self, route=route, remaining=remaining)


@dataclass(frozen=True, slots=True)
class Gates:
    """What the operator and the account allow. ``is_verified`` is None where it can't be read, and then nothing adult is open."""

    is_adult_open: bool = False
    is_account_closed: bool = False
    is_verified: bool | None = False

    @property
    def lets_in(self) -> bool:
        return self.is_adult_open and not self.is_account_closed and self.is_verified is True


@dataclass(frozen=True, slots=True)
class Decision:
    """``route`` is the message's, ``standing`` the conversation's from now on. ``is_strict``: both sides are judged strictly."""

    action: Action
    route: Route
    standing: Standing
    label: Label
    reason: Reason = Reason.NONE
    is_strict: bool = False


def needs_gates(standing: Standing, verdict: Verdict, route: Route | None = None) -> bool:
    """Whether the gates matter at all: a plain everyday message costs no look at the account. ``route``: of one answered anew."""
    return (
        verdict.label in {Label.EXPLICIT, Label.SUGGESTIVE}
        or standing.is_locked
        or route in {Route.ADULT, Route.ROMANCE}
    )


def decide(*, standing: Standing, verdict: Verdict, gates: Gates, now: datetime) -> Decision:
    """The way of one new message."""
    label = _label(verdict)
    if label in SUPPORT_LABELS:
        return _support(standing, label, now)
    was_supported = standing.is_in_support(now)
    standing = _counted(standing, now)
    if label in REFUSED_LABELS:
        return _refuse(standing, label, Reason.LABEL, was_supported)
    if label is Label.EXPLICIT:
        return _explicit(standing, gates, now, was_supported)
    if was_supported:
        return _answer(standing, label, Route.SUPPORT)
    if standing.route is Route.ADULT and verdict.minor_cue:
        return _answer(standing, label, Route.EVERYDAY, is_strict=True)
    if standing.is_locked and gates.lets_in and not verdict.says_minor:
        return _answer(standing, label, Route.ADULT, remaining=standing.remaining - 1)
    is_romance = label is Label.SUGGESTIVE and not (
        verdict.minor_cue or verdict.says_minor or gates.is_account_closed or standing.is_shut(now)
    )
    return _answer(standing, label, Route.ROMANCE if is_romance else Route.EVERYDAY)


def decide_again(*, standing: Standing, route: Route, verdict: Verdict, gates: Gates, now: datetime) -> Decision:
    """The way of a message that is answered anew: its own, or none. It counts for no lock.

    What was said on `adult` or `support` never goes before the providers of a milder route. A message that was refused or
    declined before is decided as if it were new.
    """
    label = _label(verdict)
    if route is Route.REFUSED or label in SUPPORT_LABELS | REFUSED_LABELS:
        return decide(standing=standing, verdict=verdict, gates=gates, now=now)
    if route is Route.SUPPORT or standing.is_in_support(now):
        return Decision(Action.ANSWER, Route.SUPPORT, standing, label)
    if label is Label.EXPLICIT:
        return _explicit(standing, gates, now, was_supported=False)
    if route is Route.ADULT:
        if standing.route is Route.ADULT and gates.lets_in and not verdict.minor_cue:
            return Decision(Action.ANSWER, Route.ADULT, standing, label)
        return _refuse(standing, label, Reason.ROUTE_CLOSED, was_supported=False)
    is_romance = route is Route.ROMANCE and not (
        gates.is_account_closed or standing.is_shut(now) or verdict.minor_cue or verdict.says_minor
    )
    return Decision(Action.ANSWER, Route.ROMANCE if is_romance else Route.EVERYDAY, standing, label)


def barred(route: Route, *, is_mild_barred: bool) -> frozenset[Label]:
    """What a reply must not be. ``is_mild_barred``: the person, or somebody in the conversation, is under 18.

    What is said of distress bars nothing: a reply with care has those words, too.
    """
    if route is Route.ADULT:
        return REFUSED_LABELS
    return REFUSED_LABELS | {Label.EXPLICIT} | ({Label.SUGGESTIVE} if is_mild_barred else set())


def left(standing: Standing) -> Standing:
    """The person went back to everyday: out of lock and support; what support shut stays shut."""
    return replace(standing, route=Route.EVERYDAY, remaining=0, support_left=0, support_until=None)


def _label(verdict: Verdict) -> Label:
    """A minor and explicit words never meet in the adult route, whatever the judgement missed."""
    if verdict.label is Label.EXPLICIT and (verdict.minor_cue or verdict.says_minor):
        return Label.MINOR_RISK
    return verdict.label


def _support(standing: Standing, label: Label, now: datetime) -> Decision:
    standing = Standing(
        route=Route.SUPPORT,
        support_left=SUPPORT_MESSAGES,
        support_until=now + SUPPORT_TIME,
        closed_until=now + CLOSED_TIME,
    )
    return Decision(Action.ANSWER, Route.SUPPORT, standing, label)


def _counted(standing: Standing, now: datetime) -> Standing:
    """One message less of support; a mode that is over leaves no trace but what it shut."""
    if not standing.is_in_support(now):
        return replace(standing, support_until=None)
    return replace(standing, support_left=max(standing.support_left - 1, 0))


def _explicit(standing: Standing, gates: Gates, now: datetime, was_supported: bool) -> Decision:
    """The gates, in order. A person is asked for their age only where nothing else is in the way."""
    if not gates.is_adult_open or was_supported or standing.is_shut(now):
        return _refuse(standing, Label.EXPLICIT, Reason.ROUTE_CLOSED, was_supported)
    if gates.is_account_closed:
        return _refuse(standing, Label.EXPLICIT, Reason.ACCOUNT_CLOSED, was_supported)
    if gates.is_verified is None:
        return _refuse(standing, Label.EXPLICIT, Reason.UNREADABLE, was_supported)
    if not gates.is_verified:
        standing = standing.gone_to(Route.EVERYDAY)
        return Decision(Action.ASK_AGE, Route.REFUSED, standing, Label.EXPLICIT)
    return _answer(standing, Label.EXPLICIT, Route.ADULT, remaining=LOCK_MESSAGES)


def _refuse(standing: Standing, label: Label, reason: Reason, was_supported: bool) -> Decision:
    standing = standing.gone_to(Route.SUPPORT if was_supported else Route.EVERYDAY)
    return Decision(Action.REFUSE, Route.REFUSED, standing, label, reason)


def _answer(standing: Standing, label: Label, route: Route, *, remaining: int = 0, is_strict: bool = False) -> Decision:
    return Decision(Action.ANSWER, route, standing.gone_to(route, remaining=remaining), label, is_strict=is_strict)
