import json
import uuid

from hypothesis import given
from hypothesis import strategies as st

from chat.live.feed import Feed


class Ear:
    def __init__(self):
        self.frames = []

    async def send_frame(self, frame):
        self.frames.append(json.loads(frame))

    @property
    def types(self):
        return [frame["type"] for frame in self.frames]

    def text(self, offset=0):
        heard = ""
        for frame in self.frames:
            if frame["type"] == "reply.delta":
                assert frame["offset"] == offset + len(heard), "gap-free and in order"
                heard += frame["text"]
        return heard


class Broken(Ear):
    async def send_frame(self, frame):
        raise OSError("gone")


def frame(kind):
    return json.dumps({"type": kind})


async def feed():
    made = Feed(uuid.uuid4(), uuid.uuid4())
    await made.say_accepted(frame("message.accepted"))
    return made


async def test_a_listener_from_the_start_hears_everything_in_order():
    ear, turn = Ear(), await feed()
    await turn.attach(ear, with_accepted=True)
    await turn.say_started(frame("reply.started"))
    await turn.say("Hel")
    await turn.say("lo")
    await turn.say_end(frame("reply.done"))
    assert ear.types == ["message.accepted", "reply.started", "reply.delta", "reply.delta", "reply.done"]
    assert ear.text() == "Hello"


async def test_an_offset_ahead_of_the_text_is_waited_for():
    ear, turn = Ear(), await feed()
    await turn.say_started(frame("reply.started"))
    await turn.say("Hel")
    await turn.attach(ear, offset=4)
    await turn.say("l")
    assert ear.types == ["reply.started"]
    await turn.say("o!")
    assert ear.text(offset=4) == "o!"


async def test_an_ended_feed_tells_the_rest_and_its_end_to_who_comes_late():
    ear, turn = Ear(), await feed()
    await turn.say_started(frame("reply.started"))
    await turn.say("Hello")
    await turn.say_end(frame("reply.done"))
    await turn.attach(ear, offset=2)
    assert ear.types == ["reply.started", "reply.delta", "reply.done"]
    assert ear.text(offset=2) == "llo"


async def test_a_broken_socket_costs_the_others_nothing():
    ear, turn = Ear(), await feed()
    await turn.attach(Broken())
    await turn.attach(ear)
    await turn.say("Hello")
    assert ear.text() == "Hello"


async def test_the_end_comes_once():
    ear, turn = Ear(), await feed()
    await turn.attach(ear)
    await turn.say_end(frame("reply.done"))
    await turn.say_end(frame("reply.done"))
    assert ear.types == ["reply.done"]


@given(pieces=st.lists(st.text(min_size=1), min_size=1, max_size=8), at=st.integers(0, 8), offset=st.integers(0, 30))
async def test_whoever_attaches_whenever_and_wherever_hears_exactly_the_missing_text(pieces, at, offset):
    ear, turn = Ear(), await feed()
    whole = "".join(pieces)
    for piece in pieces[:at]:
        await turn.say(piece)
    await turn.attach(ear, offset=offset)
    for piece in pieces[at:]:
        await turn.say(piece)
    assert ear.text(offset=offset) == whole[offset:]
