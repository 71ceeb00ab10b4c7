"""The ways of messages: a story, and any story against a slow and obvious telling of the same rules."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from chat.routes import Action, Gates, Reason, Route, Standing, decide, decide_again, left
from chat.safety import Label, Verdict

NOW = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
OPEN = Gates(is_adult_open=True, is_verified=True)


class Retelling:
    """The rules again, as a person would keep them in a notebook: every message so far, looked through from the start."""

    def __init__(self):
        self.lines = []  # (time, what happened, was it explicit)
        self.crises = []  # times of crises and disclosures
        self.since_crisis = 0
        self.left_support = True
        self.in_adult, self.count = False, 0

    def in_support(self, now):
        if not self.crises or self.left_support:
            return False
        return self.since_crisis < 5 or now < self.crises[-1] + timedelta(minutes=30)

    def hear(self, verdict, gates, now):
        label = verdict.label
        minor = verdict.minor_cue or verdict.says_minor
        if label == "explicit" and minor:
            label = "minor_risk"
        if label in ("self_harm", "disclosure"):
            self.crises.append(now)
            self.since_crisis, self.left_support = 0, False
            self.in_adult = False
            return "answer", "support", ""
        support = self.in_support(now)
        self.since_crisis += 1
        shut = support or any(now < crisis + timedelta(hours=24) for crisis in self.crises)
        if label in ("minor_risk", "nonconsensual"):
            self.in_adult = False
            return "refuse", "refused", "label"
        if label == "explicit":
            self.in_adult = False
            if not gates.is_adult_open or shut:
                return "refuse", "refused", "route_closed"
            if gates.is_account_closed:
                return "refuse", "refused", "account_closed"
            if gates.is_verified is None:
                return "refuse", "refused", "unreadable"
            if not gates.is_verified:
                return "ask_age", "refused", ""
            self.in_adult, self.count = True, 5
            return "answer", "adult", ""
        if support:
            return "answer", "support", ""
        is_allowed = gates.is_adult_open and gates.is_verified is True and not gates.is_account_closed
        if self.in_adult and self.count > 0 and is_allowed and not minor:
            self.count -= 1
            return "answer", "adult", ""
        self.in_adult = False
        if label == "suggestive" and not minor and not gates.is_account_closed and not shut:
            return "answer", "romance", ""
        return "answer", "everyday", ""

    def leave(self):
        self.left_support, self.in_adult = True, False

    def remaining(self):
        return self.count if self.in_adult else 0


labels = st.sampled_from(Label)
verdicts = st.builds(
    Verdict,
    label=labels,
    minor_cue=st.booleans() | st.just(value=False),
    says_minor=st.just(value=False) | st.booleans(),
)
gates = st.builds(
    Gates,
    is_adult_open=st.just(value=True) | st.booleans(),
    is_account_closed=st.just(value=False) | st.booleans(),
    is_verified=st.just(value=True) | st.sampled_from([True, False, None]),
)
pauses = st.sampled_from([0, 1, 5, 10, 29, 30, 31, 60, 24 * 60 - 1, 24 * 60, 24 * 60 + 1])
messages = st.tuples(pauses, verdicts, gates)
leavings = st.tuples(pauses, st.none(), st.none())


@settings(max_examples=400, deadline=None)
@given(st.lists(messages | leavings, max_size=25))
def test_any_story_goes_as_the_rules_are_told(story):
    retelling, standing, now = Retelling(), Standing(), NOW
    for minutes, verdict, open_gates in story:
        now += timedelta(minutes=minutes)
        if verdict is None:
            standing = left(standing)
            retelling.leave()
            continue
        went = decide(standing=standing, verdict=verdict, gates=open_gates, now=now)
        standing = went.standing
        assert (went.action, went.route, went.reason) == retelling.hear(verdict, open_gates, now)
        assert (standing.remaining if standing.is_locked else 0) == retelling.remaining()
        assert standing.is_in_support(now) == retelling.in_support(now)


@settings(max_examples=200, deadline=None)
@given(st.lists(messages, max_size=12))
def test_whatever_was_said_the_adult_route_is_open_to_verified_adults_alone(story):
    standing, now = Standing(), NOW
    for minutes, verdict, open_gates in story:
        now += timedelta(minutes=minutes)
        went = decide(standing=standing, verdict=verdict, gates=open_gates, now=now)
        standing = went.standing
        if went.route is Route.ADULT:
            assert open_gates.lets_in
            assert not verdict.minor_cue
            assert not verdict.says_minor
        if went.action is Action.ASK_AGE:
            assert open_gates.is_adult_open
            assert not open_gates.is_account_closed


def test_the_life_of_a_lock_in_twelve_messages():
    """What each message was, where it went, and how many more the lock holds for."""
    said = [
        *(Label.SAFE, Label.SUGGESTIVE, Label.EXPLICIT, Label.SAFE, Label.SUGGESTIVE, Label.EXPLICIT),
        *(Label.SAFE, Label.SAFE, Label.SAFE, Label.SAFE, Label.SAFE, Label.SAFE),
    ]
    standing, told = Standing(), []
    for minute, label in enumerate(said):
        went = decide(standing=standing, verdict=Verdict(label), gates=OPEN, now=NOW + timedelta(minutes=minute))
        standing = went.standing
        told.append(f"{label.value} -> {went.route.value} {standing.remaining}")
    assert told == [
        "safe -> everyday 0",
        "suggestive -> romance 0",
        "explicit -> adult 5",
        "safe -> adult 4",
        "suggestive -> adult 3",
        "explicit -> adult 5",
        "safe -> adult 4",
        "safe -> adult 3",
        "safe -> adult 2",
        "safe -> adult 1",
        "safe -> adult 0",
        "safe -> everyday 0",
    ]


def send(standing, label, now=NOW, gates=OPEN, **cues):
    return decide(standing=standing, verdict=Verdict(label, **cues), gates=gates, now=now)


LOCKED = Standing(route=Route.ADULT, remaining=3)


def test_a_minor_cue_ends_lock_and_route_at_once():
    went = send(LOCKED, Label.SAFE, minor_cue=True)
    assert (went.route, went.standing.remaining, went.is_strict) == (Route.EVERYDAY, 0, True)


def test_a_minor_cue_beside_explicit_words_is_refused_hard():
    went = send(LOCKED, Label.EXPLICIT, minor_cue=True)
    assert (went.action, went.label, went.reason) == (Action.REFUSE, Label.MINOR_RISK, Reason.LABEL)
    assert not went.standing.is_locked


def test_a_closed_route_refuses_and_asks_nobody_for_an_age():
    went = send(Standing(), Label.EXPLICIT, gates=Gates(is_adult_open=False, is_verified=False))
    assert (went.action, went.reason) == (Action.REFUSE, Reason.ROUTE_CLOSED)


def test_a_withdrawn_verification_ends_the_lock():
    went = send(LOCKED, Label.SAFE, gates=Gates(is_adult_open=True, is_verified=False))
    assert (went.route, went.standing.is_locked) == (Route.EVERYDAY, False)


def test_support_holds_five_messages_and_thirty_minutes_and_shuts_the_rest_for_a_day():
    standing = send(LOCKED, Label.SELF_HARM).standing
    for minute in range(1, 6):
        went = send(standing, Label.SAFE, NOW + timedelta(minutes=minute))
        assert went.route is Route.SUPPORT
        standing = went.standing
    assert send(standing, Label.SAFE, NOW + timedelta(minutes=29)).route is Route.SUPPORT
    assert send(standing, Label.SAFE, NOW + timedelta(minutes=30)).route is Route.EVERYDAY
    later = NOW + timedelta(hours=23, minutes=59)
    assert send(standing, Label.SUGGESTIVE, later).route is Route.EVERYDAY
    assert send(standing, Label.EXPLICIT, later).reason is Reason.ROUTE_CLOSED
    assert send(standing, Label.SUGGESTIVE, NOW + timedelta(hours=24)).route is Route.ROMANCE


def test_support_can_be_left_to_everyday_only():
    standing = left(send(Standing(), Label.DISCLOSURE).standing)
    assert send(standing, Label.SAFE).route is Route.EVERYDAY
    assert send(standing, Label.SUGGESTIVE).route is Route.EVERYDAY
    assert send(standing, Label.EXPLICIT).reason is Reason.ROUTE_CLOSED


standings = st.builds(
    Standing,
    route=st.sampled_from([Route.EVERYDAY, Route.ROMANCE, Route.ADULT, Route.SUPPORT]),
    remaining=st.integers(0, 5),
    support_left=st.integers(0, 5),
    closed_until=st.none() | st.just(NOW + timedelta(hours=1)),
)


@settings(max_examples=200, deadline=None)
@given(standings, st.sampled_from([Route.ADULT, Route.SUPPORT]), verdicts, gates)
def test_an_answer_anew_never_takes_a_message_to_a_milder_route(standing, route, verdict, open_gates):
    went = decide_again(standing=standing, route=route, verdict=verdict, gates=open_gates, now=NOW)
    assert went.route in {route, Route.SUPPORT, Route.REFUSED} | (
        {Route.ADULT} if verdict.label == "explicit" else set()
    )
    assert went.route is not Route.ADULT or open_gates.lets_in
