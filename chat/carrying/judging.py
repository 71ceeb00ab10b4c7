"""What was brought in is judged before anything else: nothing goes before a model on a milder route than if it were said here.

A person's own words are judged as on the way of a turn (``chat/turns/gate.py``), with the same embedder and remote judge;
replies in windows, as they are while they are written. What is sexual and about minors is left out. A route that the file says
counts only where it is as strict.
"""

import asyncio
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.conf import settings

from chat.carrying.talks import Said, Talk, Wording, without, without_wordings
from chat.routes import SUPPORT_LABELS, Route
from chat.safety import Context, Label, Verdict, classify
from chat.safety.heard import heard_as
from chat.safety.opinion import Opinion, remote_judge, with_opinion
from companion.llm.behind import run
from companion.llm.embeddings import embed_all_now, hears_everything
from sessions_ext.age import ADULT_YEARS, UNKNOWN_YEARS_LEFT

REPLY_WINDOW, REPLY_OVERLAP = 400, 40
OWN_OVERLAP = 200
ASKED_AT_ONCE = 8
SAFE = Verdict(Label.SAFE)
REFUSED_ALWAYS = frozenset({Label.MINOR_RISK})
REFUSED_BY_AGE = REFUSED_ALWAYS | {Label.EXPLICIT}
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…\n])\s+")
_ORDER = list(Label)
_MILD = frozenset({Route.EVERYDAY, Route.ROMANCE})
_KEPT_TOGETHER = frozenset({Route.ADULT, Route.SUPPORT, Route.REFUSED})
_ROUTES = {Label.NONCONSENSUAL: Route.REFUSED, Label.EXPLICIT: Route.ADULT, Label.SUGGESTIVE: Route.ROMANCE}
# Of a message one, of a reply one for each wording.
_Verdicts = dict[str, list[Verdict]]


@dataclass(frozen=True, slots=True)
class SaidMinor:
    """The message in which a person said to be under 18, and how old they are by now, where they said an age."""

    ref: str
    age: int | None


@dataclass(frozen=True, slots=True)
class Judged:
    """``left_out``: so many texts may not be brought in. ``minor``: the person says to be under 18, and by now still is.
    ``explicit``: which texts go as well where that comes out before they land; by message, of a reply which wordings."""

    left_out: int
    has_minor_cue: bool
    minor: SaidMinor | None = None
    explicit: Mapping[str, list[int]] = field(default_factory=dict)


def judge(talk: Talk, *, is_account_closed: bool, now: datetime) -> Judged:
    """Give every text its route and take out what may not be brought in. ``is_account_closed``: of somebody under 18."""
    own = [one for one in talk.said if one.is_person]
    heard = dict(zip((one.ref for one in own), _heard([one.text for one in own]), strict=True))
    judging = _Judging(heard)
    verdicts = judging.all_of(talk)
    if judging.has_minor_cue:
        verdicts = judging.all_of(talk)  # an age told later holds for what was said before it as well
    minor = next(filter(None, (_still_minor(one, verdicts[one.ref][0], now) for one in own)), None)
    bars = REFUSED_BY_AGE if is_account_closed or minor else REFUSED_ALWAYS
    left_out = take_out(talk, _labelled(verdicts, bars))
    verdicts = {one.ref: [each for each in verdicts[one.ref] if each.label not in bars] for one in talk.said}
    _set_routes(talk, verdicts)
    return Judged(left_out, judging.has_minor_cue, minor, _labelled(verdicts, {Label.EXPLICIT}))


def _still_minor(said: Said, verdict: Verdict, now: datetime) -> SaidMinor | None:
    """What was said years ago tells how old somebody is today."""
    if not verdict.says_minor:
        return None
    years = max((now - said.at).days // 365, 0)
    if verdict.told_age is None:
        return SaidMinor(said.ref, None) if years < UNKNOWN_YEARS_LEFT else None
    age = max(verdict.told_age, 0) + years
    return SaidMinor(said.ref, age) if age < ADULT_YEARS else None


@dataclass(frozen=True, slots=True)
class _Heard:
    vector: list[float] | None
    opinion: Opinion | None


class _Judging:
    """One conversation. Whoever was given an age under 18 in it is under 18 all through it."""

    def __init__(self, heard: dict[str, _Heard]) -> None:
        self._heard = heard
        self.has_minor_cue = False

    def all_of(self, talk: Talk) -> _Verdicts:
        return {
            one.ref: [self._own(one)] if one.is_person else list(map(self._reply, one.wordings)) for one in talk.said
        }

    def _own(self, said: Said) -> Verdict:
        heard, day = self._heard[said.ref], said.at.date()
        windows = list(_windows(said.text, settings.MESSAGE_MAX_CHARS, OWN_OVERLAP))
        vector = heard.vector if len(windows) == 1 else None
        verdict = self._strictest([self._verdict(text, day, vector=vector) for text in windows])
        return self._with_minors(with_opinion(verdict, said.text, heard.opinion))

    def _reply(self, wording: Wording) -> Verdict:
        day = wording.at.date()
        found: list[Verdict] = []
        for text in _windows(wording.text, REPLY_WINDOW, REPLY_OVERLAP):
            verdict = self._verdict(text, day, is_reply=True)
            # Words of care are in many a good reply, and would hide what stands beside them.
            is_hiding = verdict.label in SUPPORT_LABELS
            parts = _BETWEEN_SENTENCES.split(text) if is_hiding else []
            found += [self._verdict(part, day, is_reply=True) for part in parts] or [verdict]
        verdict = self._strictest([one for one in found if one.label not in SUPPORT_LABELS] or [SAFE])
        if verdict.label is Label.SUGGESTIVE and verdict.minor_cue:
            return replace(verdict, label=Label.MINOR_RISK)
        return self._with_minors(verdict)

    def _verdict(self, text: str, day: date, *, vector: list[float] | None = None, is_reply: bool = False) -> Verdict:
        context = Context(has_minor_cue=self.has_minor_cue, is_reply=is_reply)
        verdict = classify(text, context, today=day, vector=vector)
        self.has_minor_cue = self.has_minor_cue or verdict.names_minor_age or verdict.says_minor
        return verdict

    def _strictest(self, verdicts: Sequence[Verdict]) -> Verdict:
        """The label of the first in precedence, with what any of them says of minors."""
        first = min(verdicts, key=lambda one: _ORDER.index(one.label))
        telling = next((one for one in verdicts if one.says_minor), first)
        minor_cue = any(one.minor_cue for one in verdicts)
        return replace(first, minor_cue=minor_cue, says_minor=telling.says_minor, told_age=telling.told_age)

    def _with_minors(self, verdict: Verdict) -> Verdict:
        """As on the way of a turn (``chat/routes.py``): a minor and explicit words never meet."""
        is_about_minors = verdict.minor_cue or verdict.says_minor or self.has_minor_cue
        if verdict.label is Label.EXPLICIT and is_about_minors:
            return replace(verdict, label=Label.MINOR_RISK)
        return verdict


def _labelled(verdicts: _Verdicts, labels: Collection[Label]) -> dict[str, list[int]]:
    found = {
        ref: [number for number, verdict in enumerate(each) if verdict.label in labels]
        for ref, each in verdicts.items()
    }
    return {ref: numbers for ref, numbers in found.items() if numbers}


def take_out(talk: Talk, barred: Mapping[str, Collection[int]]) -> int:
    """Take these texts out, of a reply these wordings; how many that were."""
    gone: set[str] = set()
    for one in talk.said:
        numbers = set(barred.get(one.ref, ()))
        if numbers and len(numbers) == max(len(one.wordings), 1):
            gone.add(one.ref)
        elif numbers:
            without_wordings(talk, one, numbers)
    without(talk, gone)
    return sum(map(len, barred.values()))


def _set_routes(talk: Talk, verdicts: _Verdicts) -> None:
    """A reply goes with the words that it answers, where those went a way of their own."""
    route_of: dict[str, Route] = {}
    for one in talk.said:
        if one.is_person:
            [verdict] = verdicts[one.ref]
            support = Route.SUPPORT if verdict.label in SUPPORT_LABELS else None
            route_of[one.ref] = stricter(one.route, support or _ROUTES.get(verdict.label, Route.EVERYDAY))
            one.route = route_of[one.ref]
            continue
        asked = route_of.get(one.parent or "", Route.EVERYDAY)
        for wording, verdict in zip(one.wordings, verdicts[one.ref], strict=True):
            judged = _ROUTES.get(verdict.label, Route.EVERYDAY)
            if asked in _KEPT_TOGETHER:
                judged = stricter(asked, judged)
            wording.route = stricter(wording.route, judged)


def stricter(said: str, judged: Route) -> Route:
    """The route of a text that the file says went one way (empty: it doesn't say) and that was judged to go another.

    Everyday and romance have the same readers, so the file may choose between them. Of two strict ones neither has the readers of
    the other: then it goes before no model.
    """
    if not said or said == judged:
        return judged
    told = Route(said)
    if told in _MILD:
        return told if judged in _MILD else judged
    return told if judged in _MILD else Route.REFUSED


def is_fit_for_a_list(title: str, *, is_account_closed: bool) -> bool:
    """A list of conversations is seen over the shoulder. ``is_account_closed``: of somebody under 18."""
    return classify(title).label in ({Label.SAFE} if is_account_closed else {Label.SAFE, Label.SUGGESTIVE})


def _windows(text: str, most: int, overlap: int) -> Iterator[str]:
    """The text, or pieces of it that begin a little before the last one ended."""
    start = 0
    while True:
        yield text[start : start + most]
        if start + most >= len(text):
            return
        start += most - overlap


def _heard(texts: Sequence[str]) -> list[_Heard]:
    vectors: list[list[float] | None] = [None] * len(texts)
    if hears_everything():
        embedded = [heard_as(text) for text in texts]
        found = dict(zip(filter(None, embedded), embed_all_now([one for one in embedded if one]), strict=True))
        vectors = [found.get(one) for one in embedded]
    judge = remote_judge()
    opinions = run(_opinions(texts)) if judge and texts else [None] * len(texts)
    return [_Heard(vector, opinion) for vector, opinion in zip(vectors, opinions, strict=True)]


async def _opinions(texts: Sequence[str]) -> list[Opinion | None]:
    judge, room = remote_judge(), asyncio.Semaphore(ASKED_AT_ONCE)
    assert judge is not None, "who asks has looked"

    async def opinion_on(text: str) -> Opinion | None:
        async with room:
            return await judge.opinion_on(text)

    return list(await asyncio.gather(*map(opinion_on, texts)))
