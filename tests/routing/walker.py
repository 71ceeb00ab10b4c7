"""One person who talks over two processes at random, and compares what they hear with the rules."""

from __future__ import annotations

import asyncio
import json
import random
import uuid
from dataclasses import dataclass, field, fields, replace

from tests.client import Event, Person, Socket
from tests.routing.rules import WORDS, Answer, Known, Rules

SETTLE_SECONDS = 6.0
ENOUGH_COMPLAINTS = 3  # then a walk tells nothing new
ADULT_BIRTH_DATE = "1980-01-31"
# What is said in a walk, and how often.
LABELS = {"safe": 40, "suggestive": 14, "explicit": 24, "minor_cue": 5, "nonconsensual": 4, "self_harm": 3}
BETWEEN = {"talk on": 60, "reconnect": 16, "release": 10, "withdraw": 5, "read": 9}


@dataclass
class Tally:
    people: int = 0
    people_on_both: int = 0
    frames: int = 0
    frames_to_verified: int = 0
    asked_though_verified: int = 0
    states_compared: int = 0
    states_different: int = 0
    messages: int = 0
    answers_different: int = 0
    verifications: int = 0
    went_on: int = 0
    went_on_unwatched: int = 0
    did_not_go_on: int = 0
    declined: int = 0
    withdrawals: int = 0
    broken_walks: int = 0
    complaints: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    @property
    def is_clean(self) -> bool:
        wrong = self.asked_though_verified + self.states_different + self.answers_different + self.did_not_go_on
        return not wrong and not self.broken_walks and self.people_on_both == self.people


class Ear(Socket):
    """A socket whose every frame its walker hears."""

    walker: Walker

    def _keep(self, event: Event) -> None:
        super()._keep(event)
        self.walker.hear(self, event)


class Walker:
    def __init__(self, person: Person, urls: list[str], rng: random.Random) -> None:
        self.person = person
        self.urls = urls
        self.rng = rng
        self.rules = Rules()
        self.tally = Tally(people=1)
        self.been_on: set[str] = set()
        self.sockets: list[Ear] = []
        # Frames may tell of the moment before or after what is being done.
        self._before = self.rules.known

    async def walk(self, messages: int) -> Tally:
        try:
            await asyncio.wait_for(self._walk(messages), 300)
        except Exception as error:
            self._complain("broken_walks", f"{type(error).__name__}: {error}")
        finally:
            await self._leave()
        self.tally.people_on_both = int(len(self.been_on) == len(self.urls))
        return self.tally

    async def _walk(self, messages: int) -> None:
        status, answer = await self.person.json("POST", "/conversations/", url=self._anywhere())
        assert status == 201, answer
        self.conversation = answer["id"]
        await self._arrive()
        await self._say("explicit")  # who has shown no age is asked, shows it, and is answered
        for _ in range(messages):
            if len(self.tally.complaints) >= ENOUGH_COMPLAINTS:
                return
            await self._do(self._drawn(BETWEEN))
            await self._say(self._drawn(LABELS))
        for missed in set(self.urls) - self.been_on:
            await self._arrive(missed)
            await self._say("safe")

    # --- What is heard ------------------------------------------------------------------------------------------------
    def hear(self, socket: Ear, event: Event) -> None:
        self.tally.frames += 1
        is_verified = self._before.verified and self.rules.known.verified
        self.tally.frames_to_verified += is_verified
        if event["type"] == "age.required" and is_verified:
            self._complain("asked_though_verified", f"process {self.urls.index(socket.url)}")
        if event["type"] == "session.state":
            self._compare(known_from(event), {self._before, self.rules.known})

    def _compare(self, told: Known, allowed: set[Known]) -> None:
        """Each field is that of before or of after; which, is compared again when all is quiet."""
        self.tally.states_compared += 1
        for name in ("route", "lock", "verified", "waiting"):
            if getattr(told, name) not in {getattr(known, name) for known in allowed}:
                self._complain("states_different", f"{name}: told {told}, expected {allowed}")
                return

    async def _settled(self) -> None:
        """Every open socket was told what holds now."""
        for socket in self.sockets:
            try:
                await socket.until(
                    lambda socket=socket: known_from(newest_state(socket)) == self.rules.known, seconds=SETTLE_SECONDS
                )
            except TimeoutError:
                told = known_from(newest_state(socket))
                self._complain("states_different", f"told at last {told}, expected {self.rules.known}")
        self.tally.states_compared += len(self.sockets)
        self._before = self.rules.known

    # --- What is done -------------------------------------------------------------------------------------------------
    async def _do(self, what: str) -> None:
        match what:
            case "reconnect":
                await self._arrive()
            case "release":
                self.rules.release()
                await self._speaker.send(type="lock.release")
                await self._settled()
            case "withdraw" if self.rules.known.verified:
                self.tally.withdrawals += 1
                self.rules.withdraw()
                status, answer = await self.person.json("DELETE", "/age/", url=self._anywhere())
                assert (status, answer["age_verified"]) == (200, False), answer
                await self._settled()
                if self.rng.random() < 0.4:
                    self.rules.verify()
                    await self._verify()
                    await self._settled()
            case "read":
                path = f"/conversations/{self.conversation}/messages/"
                status, _ = await self.person.json("GET", path, url=self._anywhere())
                assert status == 200

    async def _say(self, label: str) -> None:
        """Say something and compare how it was taken."""
        self.tally.messages += 1
        expected = self.rules.say(label)
        accepted = await self._speaker.accepted(
            await self._speaker.say(f"[tokens:5] {WORDS[label]} {uuid.uuid4().hex}")
        )
        turn = accepted["turn"]
        for socket in self.sockets:
            await socket.until(lambda socket=socket: has_paused_or_ended(socket, turn), seconds=30)
            self._compare_answer(socket, turn, expected)
        await self._settled()
        if expected.kind == "age":
            await self._about_age(turn)

    def _compare_answer(self, socket: Ear, turn: str, expected: Answer) -> None:
        told = answer_from(socket, turn)
        if told != expected:
            self._complain("answers_different", f"told {told}, expected {expected}")

    async def _about_age(self, turn: str) -> None:
        """Asked for an age: mostly shown, with the page open or closed meanwhile; now and then not."""
        if self.tally.verifications and self.rng.random() < 0.2:
            self.tally.declined += 1
            self.rules.decline()
            await self._speaker.send(type="reply.stop", turn=turn)
            for socket in self.sockets:
                await socket.until(lambda socket=socket: is_over(socket, turn))
                self._compare_answer(socket, turn, Answer("refused", reason="age_declined"))
            await self._settled()
            return
        is_watched = self.rng.random() < 0.7
        if not is_watched:
            await self._leave()
        self.rules.verify()
        expected = self.rules.say("explicit")
        await self._verify()
        if not is_watched:
            await self._arrive()
            for socket in self.sockets:
                if socket.state["waiting"] is None and socket.state["turn"] is None:  # it went on with an earlier one
                    await socket.send(type="resume", turn=turn, offset=0)
        try:
            for socket in self.sockets:
                await socket.until(lambda socket=socket: is_over(socket, turn), seconds=SETTLE_SECONDS)
                self._compare_answer(socket, turn, expected)
        except TimeoutError:
            self._complain("did_not_go_on", f"watched: {is_watched}")
            return
        self.tally.went_on += 1
        self.tally.went_on_unwatched += not is_watched
        await self._settled()

    async def _verify(self) -> None:
        self.tally.verifications += 1
        body = {"birth_date": ADULT_BIRTH_DATE, "confirm": True}
        status, answer = await self.person.json("POST", "/age/", url=self._anywhere(), json=body)
        assert (status, answer.get("age_verified")) == (200, True), answer
        self._before = replace(self._before, verified=True)  # from now on nobody may doubt it

    # --- Where they are -----------------------------------------------------------------------------------------------
    @property
    def _speaker(self) -> Ear:
        return self.sockets[0]

    async def _arrive(self, url: str | None = None) -> None:
        """Anew, on any process; now and then with a second page open on another."""
        await self._leave()
        first = url or self._anywhere()
        others = [other for other in self.urls if other != first]
        for place in [first, *(others if self.rng.random() < 0.3 else [])]:
            self.been_on.add(place)
            socket = Ear(self.person, self.conversation, place)
            socket.walker = self
            await asyncio.wait_for(socket.open(), 20)
            self.sockets.append(socket)
            running = socket.state["turn"]
            if running is not None:
                await socket.send(type="resume", turn=running["turn"], offset=0)

    async def _leave(self) -> None:
        for socket in self.sockets:
            await asyncio.wait_for(socket.close(), 20)
        self.sockets = []

    def _anywhere(self) -> str:
        return self.rng.choice(self.urls)

    def _drawn(self, weights: dict[str, int]) -> str:
        return self.rng.choices(list(weights), list(weights.values()))[0]

    def _complain(self, count: str, what: str) -> None:
        setattr(self.tally, count, getattr(self.tally, count) + 1)
        self.tally.complaints.append(f"{count}: {self.person.name}: {what}")


def known_from(state: Event) -> Known:
    lock = state["lock"]
    return Known(
        route=state["route"],
        lock=lock and lock["remaining"],
        verified=state["age_verified"],
        waiting=state["waiting"] is not None,
    )


def newest_state(socket: Ear) -> Event:
    return next(event for event in reversed(socket.events) if event["type"] == "session.state")


def is_over(socket: Ear, turn: str) -> bool:
    reply = socket.replies.get(turn)
    return reply is not None and reply.end is not None


def has_paused_or_ended(socket: Ear, turn: str) -> bool:
    has_paused = any(event["type"] == "age.required" and event["turn"] == turn for event in socket.events)
    return has_paused or is_over(socket, turn)


def answer_from(socket: Ear, turn: str) -> Answer:
    """How a turn was taken, by what one socket heard of it."""
    reply = socket.replies[turn]
    has_card = any(event["type"] == "crisis.support" and event["turn"] == turn for event in socket.events)
    if reply.end is None:
        return Answer("age")
    if reply.end["type"] == "reply.refused":
        return Answer("refused", reason=reply.end["reason"])
    if reply.end["type"] == "error":
        return Answer("error", reason=json.dumps(reply.end["code"]))
    route = reply.started["route"] if reply.started else "nothing was said"
    return Answer("reply", route, has_card=has_card)
