"""A client of the wire contract that shares no code with the server: it speaks HTTP and the socket, and keeps what it hears."""

from __future__ import annotations

import asyncio
import hashlib
import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from ssl import SSLContext
from typing import Any, Self, TypeVar

import aiohttp
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosedError
from websockets.typing import Origin

Event = dict[str, Any]
Met = TypeVar("Met")


class Person:
    """Somebody with an account, as a browser would hold it: cookies, no secrets of ours."""

    def __init__(self, url: str, name: str | None = None) -> None:
        self.url = url
        self.name = name or f"person-{uuid.uuid4().hex[:12]}"
        self.cookies: dict[str, str] = {}
        self.tls: SSLContext | None = None  # whom to believe, where the system doesn't know the certificate
        self.user_id: int | None = None  # known of those who were seeded

    @classmethod
    def seeded(cls, url: str, line: str) -> Self:
        """One line of what `manage.py seed_people` wrote."""
        told = json.loads(line)
        person = cls(url, told["username"])
        person.user_id = told["user_id"]
        person.cookies = told["cookies"]
        return person

    async def request(self, method: str, path: str, *, url: str | None = None, **options: Any) -> tuple[int, str]:
        base = url or self.url
        headers = {"Origin": self.url, **options.pop("headers", {})}
        if method != "GET":
            headers["X-CSRFToken"] = self.cookies.get("csrftoken", "")
        async with (
            aiohttp.ClientSession(cookies=self.cookies, cookie_jar=aiohttp.CookieJar(unsafe=True)) as session,
            session.request(
                method, base + path, allow_redirects=False, headers=headers, ssl=self.tls or True, **options
            ) as answer,
        ):
            for value in answer.headers.getall("Set-Cookie", []):
                for morsel in SimpleCookie(value).values():
                    self.cookies[morsel.key] = morsel.value
            return answer.status, await answer.text()

    async def json(self, method: str, path: str, **options: Any) -> tuple[int, Any]:
        headers = {"Accept": "application/json", **options.pop("headers", {})}
        status, body = await self.request(method, path, headers=headers, **options)
        return status, json.loads(body)

    async def verify_age(self, *, born: str = "1980-01-31", url: str | None = None) -> tuple[int, Any]:
        return await self.json("POST", "/age/", url=url, json={"birth_date": born, "confirm": True})

    async def start_conversation(self, *, url: str | None = None) -> str:
        status, answer = await self.json("POST", "/conversations/", url=url)
        assert status == 201, answer
        return str(answer["id"])

    def socket(self, conversation: str, *, url: str | None = None) -> Socket:
        return Socket(self, conversation, url or self.url)


@dataclass
class Reply:
    """One turn as this client holds it."""

    turn: str
    text: str = ""
    started: Event | None = None
    end: Event | None = None
    accepted: Event | None = None
    deltas: int = 0

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass
class Socket:
    person: Person
    conversation: str
    url: str
    state: Event = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    replies: dict[str, Reply] = field(default_factory=dict)
    close_code: int | None = None

    async def __aenter__(self) -> Socket:
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def open(self, *, origin: str | None = "same", wait_for_state: bool = True) -> Socket:
        cookies = "; ".join(f"{name}={value}" for name, value in self.person.cookies.items())
        self._news = asyncio.Condition()
        self._connection: ClientConnection = await connect(
            self.url.replace("http", "ws", 1) + f"/ws/conversations/{self.conversation}/",
            additional_headers={"Cookie": cookies},
            origin=None if origin is None else Origin(self.url if origin == "same" else origin),
            max_size=None,
            proxy=None,
            ssl=(self.person.tls or True) if self.url.startswith("https") else None,
        )
        self.close_code = None
        self._reader = asyncio.create_task(self._read())
        if wait_for_state:
            self.state = await self.wait_for(lambda event: event["type"] == "session.state")
        return self

    async def close(self) -> None:
        await self._connection.close()
        await self._reader

    def drop(self) -> None:
        """As a lost network: no close frame."""
        self._connection.transport.abort()

    async def _read(self) -> None:
        try:
            async for frame in self._connection:
                event = json.loads(frame)
                self._keep(event)
                async with self._news:
                    self.events.append(event)
                    self._news.notify_all()
        except ConnectionClosedError:
            pass  # a dropped network or a dead server: the close code says so
        finally:
            self.close_code = self._connection.close_code
            async with self._news:
                self._news.notify_all()

    def _keep(self, event: Event) -> None:
        if "turn" not in event or not isinstance(event["turn"], str):
            return
        reply = self.replies.setdefault(event["turn"], Reply(event["turn"]))
        match event["type"]:
            case "message.accepted":
                reply.accepted = event
            case "reply.started":
                reply.started = event
            case "reply.delta":
                assert event["offset"] <= len(reply.text), "a gap"
                reply.text = reply.text[: event["offset"]] + event["text"]
                reply.deltas += 1
            case "reply.done" | "reply.refused" | "error":
                reply.end = event
                if event["type"] == "reply.done":
                    reply.text = reply.text[: event["text_length"]]

    async def send(self, **frame: Any) -> None:
        await self._connection.send(json.dumps(frame, ensure_ascii=False))

    async def send_raw(self, frame: str | bytes) -> None:
        await self._connection.send(frame)

    async def say(self, text: str, **more: Any) -> str:
        """Send a message; answers its client_id."""
        client_id = more.pop("client_id", None) or str(uuid.uuid4())
        await self.send(type="message.send", client_id=client_id, text=text, **more)
        return str(client_id)

    async def until(self, is_met: Callable[[], Met | None], *, seconds: float = 20) -> Met:
        """Wait until what was heard meets a condition; answers what it said."""
        async with asyncio.timeout(seconds), self._news:
            while not (met := is_met()):
                assert self.close_code is None, f"closed with {self.close_code}"
                await self._news.wait()
            return met

    async def wait_for(self, is_it: Callable[[Event], Any], *, seconds: float = 20) -> Event:
        """The first event, heard already or still to come, that is it."""
        return await self.until(lambda: next((event for event in self.events if is_it(event)), None), seconds=seconds)

    async def first_event(self, *, seconds: float = 20) -> Event | None:
        """None when it is closed without one."""
        async with asyncio.timeout(seconds), self._news:
            await self._news.wait_for(lambda: self.events or self.close_code is not None)
        return self.events[0] if self.events else None

    async def answered(self, client_id: str) -> Event:
        """What the frame with this id got: `message.accepted` or `error`."""
        answers = {"message.accepted", "error"}  # before that of an edit comes what it changed
        return await self.wait_for(lambda event: event["type"] in answers and event.get("client_id") == client_id)

    async def accepted(self, client_id: str) -> Event:
        event = await self.answered(client_id)
        assert event["type"] == "message.accepted", event
        return event

    async def told_state(self, *, seconds: float = 20, **fields: Any) -> Event:
        """Wait until the newest `session.state` says this; answers it."""

        def newest() -> Event | None:
            state = next(event for event in reversed(self.events) if event["type"] == "session.state")
            return state if {name: state[name] for name in fields} == fields else None

        return await self.until(newest, seconds=seconds)

    async def asked_for_age(self, text: str) -> str:
        """Say something that needs an age which nobody has shown; the turn that waits."""
        turn = (await self.accepted(await self.say(text)))["turn"]
        await self.wait_for(lambda event: event["type"] == "age.required" and event["turn"] == turn)
        return str(turn)

    async def ended(self, turn: str, *, seconds: float = 30) -> Reply:
        def reply() -> Reply | None:
            kept = self.replies.get(turn)
            return kept if kept is not None and kept.end is not None else None

        return await self.until(reply, seconds=seconds)

    async def talk(self, text: str, *, seconds: float = 30) -> Reply:
        """Say something and wait for the whole answer."""
        accepted = await self.accepted(await self.say(text))
        return await self.ended(accepted["turn"], seconds=seconds)

    async def closed(self, *, seconds: float = 10) -> int | None:
        async with asyncio.timeout(seconds), self._news:
            while self.close_code is None:
                await self._news.wait()
        return self.close_code
