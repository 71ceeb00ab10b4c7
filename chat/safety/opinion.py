"""What a remote judge thinks of a message, where the operator has one. It makes a verdict stricter, never milder."""

import asyncio
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from django.utils.crypto import salted_hmac

from chat.safety.verdict import Label, Verdict
from companion.errors import LLMError
from companion.llm.breaker import Breaker
from companion.llm.judge import MODERATION, Judge, configured_judge, guard_categories, moderation_scores
from companion.redis import STATE_ERRORS, answer, cache

logger = logging.getLogger(__name__)

KEY = "chat.safety.opinion.v1:{text}"  # a keyed hash of the judge and the text; another mapping means a new version
LIFETIME = timedelta(hours=24)
CACHE_SECONDS = 0.25  # a message waits for it
FAILURES, PAUSE_SECONDS = 3, 30.0
WARNING_SECONDS = 60.0

ENOUGH = 0.5
# Nothing else has to agree with it, so it has to be sure.
ENOUGH_OF_MINORS = 0.8
_ORDER = list(Label)
_BY_CATEGORY = {
    "sexual": Label.EXPLICIT,
    "sexual/minors": Label.MINOR_RISK,
    "self-harm": Label.SELF_HARM,
    "self-harm/intent": Label.SELF_HARM,
    "self-harm/instructions": Label.SELF_HARM,
}
# Of Llama Guard: sex-related crimes, child sexual exploitation, suicide and self-harm, sexual content.
_BY_HAZARD = {"S3": Label.NONCONSENSUAL, "S4": Label.MINOR_RISK, "S11": Label.SELF_HARM, "S12": Label.EXPLICIT}


@dataclass(frozen=True, slots=True)
class Opinion:
    """``scores``: from 0 to 1 by label, of this text and no other."""

    text: str
    scores: Mapping[str, float]


def with_opinion(verdict: Verdict, text: str, opinion: Opinion | None) -> Verdict:
    """The stricter of both. What somebody suffered is answered with help, whatever a judge makes of the words for it."""
    if opinion is None or opinion.text != text or verdict.label is Label.DISCLOSURE:
        return verdict
    sure = [label for label, score in opinion.scores.items() if score >= _enough(label)]
    strictest = min([verdict.label, *map(Label, sure)], key=_ORDER.index)
    if strictest is verdict.label:
        return verdict
    return replace(verdict, label=strictest, rules=("judge", *verdict.rules))


def _enough(label: str) -> float:
    return ENOUGH_OF_MINORS if label == Label.MINOR_RISK else ENOUGH


class RemoteJudge:
    """Asks once for each text; whoever fails to answer in time, or at all, has no opinion."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._breaker = Breaker(failures=FAILURES, seconds=PAUSE_SECONDS)
        self._warned_at = -WARNING_SECONDS

    async def opinion_on(self, text: str) -> Opinion | None:
        key = self._key(text)
        scores = await self._cached(key)
        if scores is None and not self._breaker.is_open:
            scores = await self._asked(text)
            if scores is not None:
                await self._keep(key, scores)
        return None if scores is None else Opinion(text, scores)

    async def _asked(self, text: str) -> dict[str, float] | None:
        try:
            scores = await self._scores(text)
        except LLMError as error:
            self._breaker.failed()
            self._warn("the remote judge gave no answer (%s); messages are judged without it", type(error).__name__)
            return None
        self._breaker.succeeded()
        return scores

    async def _scores(self, text: str) -> dict[str, float]:
        if self._judge.kind == MODERATION:
            found = await moderation_scores(self._judge, text)
            by_name = _BY_CATEGORY
        else:
            found = dict.fromkeys(await guard_categories(self._judge, text), 1.0)
            by_name = _BY_HAZARD
        scores: dict[str, float] = {}
        for name, label in by_name.items():
            scores[label.value] = max(scores.get(label.value, 0.0), found.get(name, 0.0))
        return scores

    def _key(self, text: str) -> str:
        salt = f"chat.safety.opinion:{self._judge.kind}:{self._judge.base_url}:{self._judge.model}"
        return KEY.format(text=salted_hmac(salt, text, algorithm="sha256").hexdigest())

    async def _cached(self, key: str) -> dict[str, float] | None:
        try:
            async with asyncio.timeout(CACHE_SECONDS):
                kept: bytes | None = await answer(cache().get(key))
        except STATE_ERRORS as error:
            self._warn("opinions can't be read from the cache: %s", type(error).__name__)
            return None
        return None if kept is None else json.loads(kept)

    async def _keep(self, key: str, scores: Mapping[str, float]) -> None:
        try:
            async with asyncio.timeout(CACHE_SECONDS):
                await answer(cache().set(key, json.dumps(scores), ex=LIFETIME))
        except STATE_ERRORS as error:
            self._warn("opinions can't be kept in the cache: %s", type(error).__name__)

    def _warn(self, line: str, reason: str) -> None:
        """At most once a minute."""
        now = asyncio.get_running_loop().time()
        if now - self._warned_at >= WARNING_SECONDS:
            self._warned_at = now
            logger.warning(line, reason)


def remote_judge() -> RemoteJudge | None:
    judge = configured_judge()
    return None if judge is None else RemoteJudge(judge)
