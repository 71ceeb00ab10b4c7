"""A conversation page whose other end is played by the test: it says what the server would, and keeps what the page sends."""

import asyncio
import json
import re
import uuid

from playwright.async_api import expect

from tests.browser.test_talking import sign_up


def line(name, contact, kind, *, region="GB", url=None, hours=None, languages=None):
    """A help line as `crisis.support` gives it."""
    return {"name": name, "contact": contact, "url": url, "kind": kind, "region": region, "hours": hours,
            "languages": languages}  # fmt: skip


ALWAYS = {"hours": "24/7", "languages": "English"}
HELP = [
    line("Emergency services", "999 or 112", "emergency"),
    line("Samaritans", "116 123", "crisis", url="https://www.samaritans.org/", **ALWAYS),
    line("Shout", "text SHOUT to 85258", "crisis", url="https://giveusashout.org/", **ALWAYS),
    line("Find A Helpline (by country and topic)", None, "directory", region="INT", url="https://findahelpline.com"),
]
STATE = {
    "type": "session.state", "head": None, "route": "everyday", "lock": None, "age_verified": False, "branch": 0, "turn": None,
    "waiting": None, "limits": {"message_chars": 8000, "messages_left": None, "resets_at": None},
}  # fmt: skip


class Stage:
    def __init__(self, page):
        self.page = page
        self.sent = []
        self.sockets = []
        self.state = STATE
        self.is_deaf = False  # as if the network had gone without a word
        self._news = asyncio.Event()

    async def open(self):
        """A new person's empty conversation, connected."""
        await self.page.route_web_socket(re.compile("/ws/conversations/"), self._connected)
        await sign_up(self.page)
        await self.page.get_by_role("button", name="Begin in your own words").click()
        await expect(self.page.locator("#state-words")).to_be_empty()
        return self

    def _connected(self, socket):
        self.sockets.append(socket)
        socket.on_message(self._heard)
        if not self.is_deaf:
            socket.send(json.dumps(self.state))
        self._news.set()

    async def socket(self, number):
        """The page has opened so many by now."""
        async with asyncio.timeout(10):
            while len(self.sockets) < number:
                self._news.clear()
                await self._news.wait()

    def _heard(self, frame):
        if self.is_deaf:
            return
        said = json.loads(frame)
        if said["type"] == "ping":
            self.tell("pong", n=said["n"])
        self.sent.append(said)
        self._news.set()

    def tell(self, type, **fields):  # the contract's word
        self.sockets[-1].send(json.dumps({"type": type, **fields}))

    def now(self, **changed):
        """Tell a later `session.state`; what it changes holds for the next connection, too."""
        self.state = {**self.state, **changed}
        self.sockets[-1].send(json.dumps(self.state))

    async def sent_frame(self, type):
        """The newest frame of this type, waiting for one that wasn't asked for before."""
        async with asyncio.timeout(10):
            while True:
                for frame in reversed(self.sent):
                    if frame["type"] == type:
                        self.sent.remove(frame)
                        return frame
                self._news.clear()
                await self._news.wait()

    async def say(self, text):
        """A person says something and it is accepted; answers the ids of the message and its turn."""
        await self.page.locator("#text").fill(text)
        await self.page.get_by_role("button", name="Send").click()
        frame = await self.sent_frame("message.send")
        message, turn = str(uuid.uuid4()), str(uuid.uuid4())
        said = {"id": message, "role": "user", "text": text, "created_at": "2026-11-23T19:05:00+00:00"}
        self.tell("message.accepted", client_id=frame["client_id"], message=said, turn=turn, duplicate=False)
        await expect(self.page.locator(f"#m-{message}")).to_be_visible()
        return message, turn

    def begin_reply(self, turn, text="", **fields):
        """A reply has begun, with this much of its text; answers its id."""
        reply = str(uuid.uuid4())
        known = {"variant": 0, "route": self.state["route"], "model": "simulated", "memories": []}
        self.tell("reply.started", turn=turn, message=reply, **known | fields)
        if text:
            self.tell("reply.delta", turn=turn, offset=0, text=text)
        return reply

    async def reply(self, turn, text, **fields):
        reply = self.begin_reply(turn, text, **fields)
        done = {"variant": 0, "variants": 1, "finish": "stop", "usage": None, "latency": None}
        html = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
        self.tell("reply.done", turn=turn, message=reply, text_length=len(text), html=html, **done)
        await expect(self.page.locator(f"#m-{reply}")).to_have_attribute("data-finish", "stop")
        return reply
