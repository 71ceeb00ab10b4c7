import json
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.protocol import (
    ChooseBranch,
    EditMessage,
    Head,
    Ping,
    RegenerateReply,
    Resume,
    SendMessage,
    StopReply,
    parse_frame,
    request_hash,
)
from companion.errors import CompanionError, InvalidFrameError, MessageTooLongError

ID = "7d3d3b0e-5a0c-4d2f-9a67-0c3f6f1d2b11"
UUID = uuid.UUID(ID)


def frame(**fields):
    return json.dumps(fields)


@pytest.mark.parametrize(
    ("raw", "parsed"),
    [
        (frame(type="message.send", client_id=ID, text=" hi \n"), SendMessage(UUID, " hi \n", None)),
        (
            frame(type="message.send", client_id=ID, text="hi", parent={"message": ID, "variant": 2}, later="ignored"),
            SendMessage(UUID, "hi", Head(UUID, 2)),
        ),
        (frame(type="reply.stop", turn=ID), StopReply(UUID)),
        (frame(type="reply.regenerate", client_id=ID, message=ID), RegenerateReply(UUID, UUID)),
        (frame(type="message.edit", client_id=ID, message=ID, text=" ho \n"), EditMessage(UUID, UUID, " ho \n")),
        (frame(type="reply.choose", client_id=ID, message=ID), ChooseBranch(UUID, UUID, None)),
        (frame(type="reply.choose", client_id=ID, message=ID, variant=2), ChooseBranch(UUID, UUID, 2)),
        (frame(type="resume", turn=ID, offset=0), Resume(UUID, 0)),
        (frame(type="ping", n=7), Ping(7)),
    ],
)
def test_a_frame_of_the_contract_is_understood(raw, parsed):
    assert parse_frame(raw) == parsed


@pytest.mark.parametrize(
    "raw",
    [
        None,
        "",
        "nonsense",
        "[]",
        '"text"',
        "{}",
        "[" * 100_000,
        frame(type="unknown"),
        frame(type=["message.send"]),
        frame(type="message.send", text="no id"),
        frame(type="message.send", client_id="no uuid", text="hi"),
        frame(type="message.send", client_id=5, text="hi"),
        frame(type="message.send", client_id=ID),
        frame(type="message.send", client_id=ID, text=["hi"]),
        frame(type="message.send", client_id=ID, text=""),
        frame(type="message.send", client_id=ID, text=" \n\t "),
        frame(type="message.send", client_id=ID, text="nul \x00"),
        frame(type="message.send", client_id=ID, text="lone \ud800"),
        frame(type="message.send", client_id=ID, text="hi", parent="head"),
        frame(type="message.send", client_id=ID, text="hi", parent={"message": ID, "variant": "0"}),
        frame(type="message.edit", client_id=ID, text="whose place?"),
        frame(type="message.edit", message=ID, text="no id"),
        frame(type="message.edit", client_id=ID, message=ID, text=" \n"),
        frame(type="message.edit", client_id=ID, message=ID, text="nul \x00"),
        frame(type="message.edit", client_id=ID, message="the last", text="hi"),
        frame(type="reply.choose", client_id=ID),
        frame(type="reply.choose", message=ID, variant=0),
        frame(type="reply.choose", client_id=ID, message=ID, variant="0"),
        frame(type="reply.choose", client_id=ID, message=ID, variant=True),
        frame(type="reply.choose", client_id=ID, message=ID, variant=-1),
        frame(type="reply.choose", client_id=ID, message=ID, variant=10**20),
        frame(type="resume", turn=ID, offset=-1),
        frame(type="resume", turn=ID, offset=1.5),
        frame(type="resume", turn=ID, offset=True),
        frame(type="resume", turn=ID),
        frame(type="reply.stop"),
        '{"type": "ping", "n": NaN}',
        '{"type": "ping", "n": {"a": 1}}',
    ],
)
def test_anything_else_is_refused(raw):
    with pytest.raises(InvalidFrameError):
        parse_frame(raw)


def test_the_limit_counts_code_points(settings):
    settings.MESSAGE_MAX_CHARS = 10
    assert parse_frame(frame(type="message.send", client_id=ID, text="🐕" * 10)).text == "🐕" * 10
    for kind in ("message.send", "message.edit"):
        with pytest.raises(MessageTooLongError) as refused:
            parse_frame(frame(type=kind, client_id=ID, message=ID, text="🐕" * 11))
        assert refused.value.client_id == UUID


def test_a_refusal_names_what_it_concerns():
    with pytest.raises(InvalidFrameError) as refused:
        parse_frame(frame(type="resume", turn=ID, offset="x"))
    assert refused.value.turn == UUID


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(),
        lambda x: st.lists(x) | st.dictionaries(st.text(), x),
    )
)
def test_no_json_breaks_the_reader(value):
    with pytest.raises(CompanionError) as refused:
        parse_frame(json.dumps(value))
    assert refused.value.code == "invalid"


def test_the_hash_tells_contents_apart_and_nothing_else():
    first = SendMessage(UUID, "hi", None)
    assert request_hash(first) == request_hash(SendMessage(uuid.uuid4(), "hi", None))
    other = uuid.uuid4()
    others = [
        SendMessage(UUID, "ho", None),
        SendMessage(UUID, "hi", Head(UUID, 0)),
        RegenerateReply(UUID, UUID),
        EditMessage(UUID, UUID, "hi"),
        EditMessage(UUID, UUID, "ho"),
        EditMessage(UUID, other, "hi"),
        *(ChooseBranch(UUID, message, variant) for message in (UUID, other) for variant in (None, 0, 1)),
    ]
    assert len({request_hash(one) for one in [first, *others]}) == len(others) + 1
