"""One provider's slots as this process sees them: who is before the model, and who stands in line for it.

All that happens within a moment goes to Redis in one question, and of those one is out at a time. A slot that is given back
while there are plenty goes to the next one here without any. While Redis is away the process goes by its own share.
"""

import asyncio
import contextlib
import time
import uuid
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable

from django.conf import settings

from companion.away import Away
from companion.errors import CompanionError, DrainingError, LLMOverloadedError, LLMUnavailableError
from companion.llm.breaker import Breaker
from companion.llm.providers import Provider
from companion.llm.slots.step import FAILURES, PAUSE_MS, Ended, Told, Waits, keys_of, take_step
from companion.redis import STATE_ERRORS

LOOK_SECONDS = 0.1  # while somebody stands in line here
RENEW_SECONDS = 0.5  # while somebody is before the model
TELL_SECONDS = 0.5  # nobody is told of their place more often
PLENTY = 4  # while more than this part of the slots is free, one is given back without haste
UNKNOWN_SECONDS = 5.0  # what is said to take as long as nobody knows

Tell = Callable[[int, float | None], Awaitable[None]]


class Place:
    """One turn's. ``position`` in line, from 1; 0 while nobody knows it, and before the model."""

    def __init__(self, *, user_id: int, is_urgent: bool) -> None:
        self.token = f"{int(time.time() * 1000):013d}.{user_id}.{uuid.uuid4().hex[:12]}"  # sorts by arrival
        self.user_id, self.is_urgent = user_id, is_urgent
        self.position, self.seconds = 0, 0.0
        self.let_in_at: float | None = None
        self.failure: CompanionError | None = None
        self.news = asyncio.Event()
        self._told, self._told_at = 0, 0.0

    def let_in(self) -> None:
        self.let_in_at, self.position = asyncio.get_running_loop().time(), 0
        self.news.set()

    def fail(self, failure: CompanionError) -> None:
        self.failure = failure
        self.news.set()

    def stand_at(self, position: int, seconds: float) -> None:
        """``seconds`` that it takes from there, about; 0 where nobody knows."""
        self.position, self.seconds = position, seconds
        now = asyncio.get_running_loop().time()
        if position != self._told and now - self._told_at >= TELL_SECONDS:
            self._told, self._told_at = position, now
            self.news.set()


def in_order(waiting: Iterable[Place], held: Iterable[Place]) -> list[Place]:
    """Whose turn it is, as the step in Redis has it: urgent ones, then everybody's first, everybody's second, and so on."""
    turns = Counter(place.user_id for place in held)
    ranks: dict[Place, tuple[bool, int]] = {}
    for place in sorted(waiting, key=lambda one: one.token):
        ranks[place] = (not place.is_urgent, turns[place.user_id])
        turns[place.user_id] += 1
    return sorted(ranks, key=ranks.__getitem__)


class Line:
    def __init__(self, provider: Provider) -> None:
        self._slots = provider.slots
        self._share = max(1, provider.slots // settings.WEB_PROCESSES)
        self._keys = keys_of(provider)
        self._held: dict[str, Place] = {}
        self._waiting: dict[str, Place] = {}
        self._ended: list[Ended] = []
        self._told: Told | None = None  # None: whatever Redis said last is no longer so
        self._away = Away("slots of models")
        self._breaker = Breaker(failures=FAILURES, seconds=PAUSE_MS / 1000)  # of this process, for while it is away
        self._hurry = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._is_closing = self._has_stopped = False

    async def enter(self, *, user_id: int, is_urgent: bool, until: float, tell: Tell) -> Place:
        """A slot, after a wait in line until then at most (the loop's time), of which ``tell`` hears.

        Raises LLMUnavailableError while the provider is left alone, LLMOverloadedError when the wait was too long, and
        DrainingError.
        """
        place = Place(user_id=user_id, is_urgent=is_urgent)
        if self._is_handed_on(place):
            return place
        self._waiting[place.token] = place
        if self._away.is_away:
            self._serve_alone()
        self._ask_soon()
        try:
            async with asyncio.timeout_at(until):
                await self._come(place, tell)
        except TimeoutError:
            if place.let_in_at is None:  # else it came at the last moment
                self._give_up(place)
                raise LLMOverloadedError(retry_after=_within(place.seconds or UNKNOWN_SECONDS)) from None
        except BaseException:
            self._give_up(place)
            raise
        return place

    def leave(self, place: Place, *, has_failed: bool | None) -> None:
        """Give the slot back. ``has_failed`` says how it went, for who decides whether the provider is left alone."""
        del self._held[place.token]
        outcome = {True: "failed", False: "answered", None: ""}[has_failed]
        if has_failed is not None:
            (self._breaker.failed if has_failed else self._breaker.succeeded)()
        held = asyncio.get_running_loop().time() - (place.let_in_at or 0.0)
        self._end(Ended(place.token, max(1, round(held * 1000)), outcome))
        if self._away.is_away:
            self._serve_alone()

    def close(self) -> None:
        """Nobody waits here any more; who is before the model stays."""
        self._is_closing = True
        self._send_away()

    async def stop(self) -> None:
        """Give everything back, where Redis can be told."""
        self._has_stopped = True
        self._hurry.set()
        if self._task is not None:
            await self._task  # not cancelled: in the middle of a question the client swallows that
        self._ended += [Ended(token) for token in (*self._held, *self._waiting)]
        self._held.clear()
        self._waiting.clear()
        if self._ended and not self._away.is_away:
            with contextlib.suppress(*STATE_ERRORS):  # the leases end by themselves
                await self._ask()

    # --- In line ------------------------------------------------------------------------------------------------------
    async def _come(self, place: Place, tell: Tell) -> None:
        while True:
            await place.news.wait()
            place.news.clear()
            if place.failure is not None:
                raise place.failure
            if place.let_in_at is not None:
                return
            await tell(place.position, place.seconds or None)

    def _give_up(self, place: Place) -> None:
        self._waiting.pop(place.token, None)
        self._held.pop(place.token, None)
        self._end(Ended(place.token))

    def _is_handed_on(self, place: Place) -> bool:
        """Whether this place takes over a slot that was given back here and of which Redis doesn't know yet."""
        if not self._has_plenty or self._is_closing:
            return False
        for index, ended in enumerate(self._ended):
            if ended.token and ended.outcome != "failed":
                self._ended[index] = Ended("", ended.milliseconds, ended.outcome)
                place.token = ended.token
                self._let_in(place)
                return True
        return False

    def _let_in(self, place: Place) -> None:
        self._waiting.pop(place.token, None)
        self._held[place.token] = place
        place.let_in()

    def _end(self, ended: Ended) -> None:
        self._ended.append(ended)
        if not self._has_plenty or ended.outcome == "failed":  # else it goes with the next question
            self._ask_soon()

    @property
    def _has_plenty(self) -> bool:
        told = self._told
        return told is not None and not told.waiting and told.free * PLENTY > self._slots

    def _send_away(self) -> None:
        for place in list(self._waiting.values()):
            place.fail(DrainingError(retry_after=1))

    # --- Redis --------------------------------------------------------------------------------------------------------
    def _ask_soon(self) -> None:
        self._hurry.set()
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._keep_asking())

    async def _keep_asking(self) -> None:
        while not self._has_stopped and (self._waiting or self._held or self._ended):
            self._hurry.clear()
            if self._away.may_ask():
                try:
                    await self._ask()
                except STATE_ERRORS as error:
                    self._away.failed(error)
                    self._told = None
            if self._away.is_away:
                self._ended.clear()  # the leases end by themselves
                self._serve_alone()
            if self._is_closing:
                self._send_away()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS if self._waiting else RENEW_SECONDS):
                    await self._hurry.wait()

    async def _ask(self) -> None:
        ended, self._ended = self._ended, []
        waits = [Waits(one.token, one.user_id, one.is_urgent) for one in self._waiting.values()]
        told = await take_step(self._keys, slots=self._slots, held=list(self._held), waiting=waits, ended=ended)
        self._away.answered()
        self._told = told
        for token in told.let_in:
            if token in self._waiting:  # who left meanwhile says so with the next question
                self._let_in(self._waiting[token])
        for place in [one for token, one in self._waiting.items() if token in told.places]:
            if told.left_alone_seconds:
                place.fail(LLMUnavailableError(retry_after=_within(told.left_alone_seconds)))
            else:
                position = told.places[place.token]
                place.stand_at(position, position * told.pace_seconds / self._slots)

    def _serve_alone(self) -> None:
        """Redis is away, so the process goes by its share."""
        order = in_order(self._waiting.values(), self._held.values())
        if self._breaker.is_open:
            for place in order:
                place.fail(LLMUnavailableError(retry_after=PAUSE_MS / 1000))
            return
        room = max(0, self._share - len(self._held))
        for place in order[:room]:
            self._let_in(place)
        for number, place in enumerate(order[room:], 1):
            place.stand_at(number, 0.0)


def _within(seconds: float) -> float:
    """What somebody is asked to wait who comes again."""
    return round(min(max(seconds, 1.0), 60.0), 1)
