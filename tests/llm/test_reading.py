"""What comes from a model, whatever way it was torn on the wire."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.errors import LLMResponseError
from companion.llm.events import MAX_EVENT_BYTES, EventReader
from companion.llm.text import TextCleaner


def torn(data: bytes, cuts: list[int]) -> list[bytes]:
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    return [data[start:end] for start, end in itertools.pairwise(edges)]


@given(
    st.lists(st.text(min_size=1).map(json.dumps), max_size=8),
    st.lists(st.integers(0, 10**6)),
    st.sampled_from(["\n", "\r\n"]),
)
def test_events_are_the_same_wherever_the_stream_is_torn(payloads, cuts, newline):
    stream = "".join(f": comment{newline}data: {payload}{newline}{newline}" for payload in payloads).encode()
    reader = EventReader()
    read = [event for chunk in torn(stream, cuts) for event in reader.feed(chunk)]
    assert read == [payload.encode() for payload in payloads]


def test_other_fields_and_several_data_lines_are_read_as_the_standard_says():
    assert EventReader().feed(b"event: x\nid: 7\ndata:one\ndata: two\n\n\n\n") == [b"one\ntwo"]


def test_an_endless_line_is_no_event():
    reader = EventReader()
    reader.feed(b"x" * MAX_EVENT_BYTES)
    with pytest.raises(LLMResponseError):
        reader.feed(b"x")


@given(st.text(), st.lists(st.integers(0, 10**6)))
def test_clean_text_stays_as_it_is(text, cuts):
    text = text.replace("\x00", "")
    units = text.encode("utf-16-le")
    cleaner = TextCleaner()
    pieces = [
        piece.decode("utf-16-le", "surrogatepass")
        for piece in torn(units, [cut // 2 * 2 for cut in cuts])
        if len(piece) % 2 == 0
    ]
    if sum(map(len, pieces)) and b"".join(p.encode("utf-16-le", "surrogatepass") for p in pieces) == units:
        assert "".join(map(cleaner.clean, pieces)) + cleaner.rest() == text


@given(st.lists(st.text(st.characters(exclude_categories=[]))))
def test_what_can_not_be_stored_is_replaced(pieces):
    cleaner = TextCleaner()
    cleaned = "".join(map(cleaner.clean, pieces)) + cleaner.rest()
    cleaned.encode()
    assert "\x00" not in cleaned


def test_each_lone_half_becomes_one_replacement():
    cleaner = TextCleaner()
    assert [cleaner.clean(piece) for piece in ("a\x00b", "\ud83d", "c", "\ude00")] == ["a�b", "", "�c", "�"]
    assert cleaner.clean("d\ud83d") + cleaner.rest() == "d�"
