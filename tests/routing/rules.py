"""The rules of routes and lock once more, slow and obvious, written from the design and knowing nothing of the product's code.

It says what must happen to each message of one conversation. Thirty minutes and a day are longer than any walk, so support ends
only when the person leaves it, and what a crisis shut stays shut.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

# Words that mean nothing, by what they stand for (tests/services.py).
WORDS = {
    "safe": "harbour",
    "suggestive": "marigold",
    "explicit": "periwinkle",
    "nonconsensual": "hemlock",
    "minor_cue": "foxglove",
    "self_harm": "yarrow",
}
LOCK = 5


@dataclass(frozen=True)
class Known:
    """What a `session.state` must tell."""

    route: str = "everyday"
    lock: int | None = None
    verified: bool = False
    waiting: bool = False


@dataclass(frozen=True)
class Answer:
    """How a message must be taken: `reply` on a route (with help lines or not), `refused` for a reason, or `age` asked for."""

    kind: str
    route: str = ""
    reason: str = ""
    has_card: bool = False


class Rules:
    def __init__(self) -> None:
        self.known = Known()
        self.in_support = False
        self.is_shut = False

    def say(self, label: str) -> Answer:
        """A new message, which declines one that waits, or the one that waited and goes on."""
        self.decline()
        if label == "self_harm":
            self.in_support = self.is_shut = True
            return self._go("support", has_card=True)
        if label == "nonconsensual":
            self._unlock()
            return Answer("refused", reason="label")
        if label == "explicit":
            return self._explicit()
        if self.in_support:
            return self._go("support")
        if label == "minor_cue" and self.known.route == "adult":
            return self._go("everyday")
        if self.known.lock is not None and self.known.verified:
            left = self.known.lock - 1
            self.known = replace(self.known, lock=left or None)  # at 0 the next message goes by its own label
            return Answer("reply", "adult")
        return self._go("romance" if label == "suggestive" and not self.is_shut else "everyday")

    def decline(self) -> None:
        self.known = replace(self.known, waiting=False)

    def verify(self) -> None:
        self.known = replace(self.known, verified=True)

    def withdraw(self) -> None:
        """Ends the lock for good: who verifies again begins anew, from everyday. Support stays."""
        route = "support" if self.in_support else "everyday"
        self.known = Known(route=route, lock=None, verified=False)

    def release(self) -> None:
        self.in_support = False
        self.known = replace(self.known, route="everyday", lock=None)

    def _explicit(self) -> Answer:
        if self.in_support or self.is_shut:
            self._unlock()
            return Answer("refused", reason="route_closed")
        if not self.known.verified:
            self._unlock()
            self.known = replace(self.known, waiting=True)
            return Answer("age")
        self.known = replace(self.known, route="adult", lock=LOCK)
        return Answer("reply", "adult")

    def _go(self, route: str, *, has_card: bool = False) -> Answer:
        self.known = replace(self.known, route=route, lock=None)
        return Answer("reply", route, has_card=has_card)

    def _unlock(self) -> None:
        self.known = replace(self.known, route="support" if self.in_support else "everyday", lock=None)
