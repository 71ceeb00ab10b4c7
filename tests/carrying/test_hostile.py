"""Files that are damaged, forged or enormous are refused with a word that says why, and leave nothing."""

import io
import json
import time
import tracemalloc
import zipfile

import pytest

from chat.carrying.errors import ImportRefusedError
from chat.carrying.formats import chatgpt
from chat.carrying.importing import MOST_ATTEMPTS, keep_file, read_on
from chat.carrying.opening import conversations_in
from chat.carrying.tasks import read_import
from chat.models import Conversation, Import, ImportPart, Message
from companion.redis import blocking_state
from tests.carrying.making import (
    ABOUT,
    AT,
    as_bytes,
    brought_in,
    chatgpt_conversation,
    companion_said,
    lines,
    node,
    nothing_landed,
    one_talk,
    own,
    own_conversation,
    person_said,
    sillytavern_said,
    zipped,
)
from tests.moderation.people import sayer

SAID = person_said(1, None, "Hi")
GOOD = own_conversation(SAID)
CIRCLE = chatgpt_conversation(node("a", "b", "user", "x"), node("b", "a", "user", "y"), current="a")


def locked():
    packed = io.BytesIO(zipped(a__json=one_talk("Hi")))
    data = bytearray(packed.getvalue())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"   \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n", "encoding"),
        (b"%PDF-1.7 not a talk", "unknown"),
        (b"null", "unknown"),
        (b'{"some": "object"}', "unknown"),
        (b'{"some": "object"', "unknown"),
        (b'"only a text"', "unknown"),
        (b'[{"title": "no mapping"}]', "unknown"),
        (b"[1, 2]", "broken"),
        (b"[]", "nothing_inside"),
        (own(), "nothing_inside"),
        (one_talk("Hi")[:-5], "broken"),
        (one_talk("Hi") + b"more", "broken"),
        (one_talk("Hi").replace(b'"parent"', b'"parent'), "broken"),
        (b'{"format": "companion", "version": 1}', "broken"),
        (one_talk("Hi").replace(b'"version": 1', b'"version": 99'), "version"),
        (one_talk("Hi").replace(b'"version": 1', b'"version": "x"'), "unknown"),
        ("Grüße".encode("latin-1"), "encoding"),
        (one_talk("Grüße").decode().encode("latin-1"), "encoding"),
        (one_talk("Hi").decode().encode("utf-16-le"), "encoding"),
        (one_talk("Hi").decode().encode("utf-32"), "encoding"),
        (own(own_conversation(SAID, SAID)), "twice"),
        (own(own_conversation(person_said(1, 2, "a"), person_said(2, 1, "b"))), "circle"),
        (own(own_conversation(person_said(1, 1, "a"))), "circle"),
        (as_bytes([CIRCLE]), "circle"),
        (own(own_conversation(person_said(1, 99, "a"))), "parent"),
        (own(own_conversation(person_said(None, None, "a"))), "shape"),
        (own(own_conversation(SAID | {"role": "system"})), "shape"),
        (own({"messages": "none"}), "shape"),
        (own(own_conversation() | {"messages": ["none"]}), "shape"),
        (lines(ABOUT, [1, 2]), "shape"),
        (lines(ABOUT) + b"\n{broken", "broken"),
        (b"PK\x03\x04 and no archive", "zip"),
        (zipped(a__json=one_talk("Hi"))[:-30], "zip"),
        (locked(), "zip"),
        (zipped(readme__txt=b"hello"), "nothing_inside"),
        (zipped(), "nothing_inside"),
        (b"[" + b'{"mapping":' * 100 + b"{}" + b"}" * 100 + b"]", "deep"),
        (lines(ABOUT) + b'\n{"mes": "x", "extra": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "deep"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_leaves_nothing_and_says_why(owner, data, reason):
    done = brought_in(owner, data)
    assert (done.state, done.problem["reason"]) == ("failed", reason)
    assert nothing_landed(owner)
    assert brought_in(owner, one_talk("Hi")).state == "done", "the next one may come"


def test_numbers_as_long_as_a_letter_are_refused(owner):
    data = one_talk("Hi").replace(b'"version": 1', b'"version": ' + b"9" * 10_000)
    assert brought_in(owner, data).problem["reason"] == "broken"


def test_the_conversation_that_is_wrong_is_named_and_the_others_are_not_there(owner):
    done = brought_in(owner, own(GOOD, GOOD, own_conversation(SAID, SAID)))
    assert done.problem == {"reason": "twice", "number": 3}
    assert nothing_landed(owner)


# --- Limits
def test_a_file_over_the_limit_is_refused_while_it_comes(owner, settings):
    settings.IMPORT_MAX_MB = 1

    def endless():
        for _ in range(3 * 16):
            yield b" " * 2**16
        raise AssertionError("nobody reads on")

    with pytest.raises(ImportRefusedError, match="larger than 1 MB"):
        keep_file(user_id=owner.pk, pieces=endless())
    assert not Import.objects.exists()
    assert not ImportPart.objects.exists()


@pytest.mark.parametrize(
    ("setting", "data", "said"),
    [
        ("IMPORT_MAX_CONVERSATIONS", own(GOOD, GOOD, GOOD), "more than 2 conversations"),
        ("IMPORT_MAX_MESSAGES", one_talk("a", "b", "c"), "more than 2 messages"),
        ("IMPORT_MAX_MESSAGES", own(own_conversation(companion_said(1, None, "a", "b", "c"))), "more than 2 messages"),
        ("IMPORT_MAX_MESSAGES", lines(ABOUT, *[sillytavern_said("x")] * 3), "more than 2 messages"),
        ("IMPORT_MAX_CHARS", one_talk("abc"), "longer than 2 characters"),
        ("IMPORT_MAX_CHARS", lines(ABOUT, sillytavern_said("a", swipes=["abc", "a"], swipe_id=1)), "longer than 2"),
    ],
)
def test_each_limit_is_said_with_its_number(owner, settings, client, setting, data, said):
    setattr(settings, setting, 2)
    done = brought_in(owner, data)
    assert done.state == "failed"
    client.force_login(owner)
    page = client.get(f"/settings/conversations/imports/{done.pk}/").content.decode()
    assert said in page
    assert "Nothing was brought in" in page


def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked(owner, settings):
    settings.IMPORT_MAX_UNPACKED_MB = 8
    bomb = zipped(conversations__json=b"[" + b" " * (64 * 2**20))
    assert len(bomb) < 100_000
    assert brought_in(owner, bomb).problem["reason"] == "unpacked"


def test_an_archive_that_lies_about_its_size_is_refused_while_it_is_unpacked(owner, settings, monkeypatch):
    settings.IMPORT_MAX_UNPACKED_MB = 8
    bomb = bytearray(zipped(conversations__json=b"[" + b" " * (64 * 2**20)))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = bomb.index(mark) + at
        bomb[start : start + 4] = (1000).to_bytes(4, "little")
    done = brought_in(owner, bytes(bomb))
    assert done.problem["reason"] in {
        "zip",
        "unpacked",
    }  # Python reads no further than it was told, and finds it damaged


def test_a_bomb_takes_no_memory(settings):
    settings.IMPORT_MAX_UNPACKED_MB = 300
    bomb = zipped(conversations__json=b"[" + b" " * (64 * 2**20) + b"]")
    tracemalloc.start()
    assert list(conversations_in(io.BytesIO(bomb), size=len(bomb))) == []
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * 2**20, peak


@pytest.mark.parametrize("filler", [" ", '"', "[", "\\", ","])
def test_one_enormous_conversation_is_refused_soon(owner, monkeypatch, filler):
    monkeypatch.setattr("chat.carrying.scanning.MOST_CHARS", 2**20)
    monkeypatch.setattr("chat.carrying.opening.MOST_CHARS", 2**20)
    data = b'[{"mapping": "' + filler.encode() * (8 * 2**20)
    assert brought_in(owner, data).problem["reason"] in {"conversation_size", "broken", "deep"}


def test_many_files_in_an_archive_are_refused(owner, monkeypatch):
    monkeypatch.setattr("chat.carrying.opening.MOST_ENTRIES", 3)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(4):
            archive.writestr(f"{number}.jsonl", "x")
    assert brought_in(owner, packed.getvalue()).problem["reason"] == "unpacked"


def test_an_archive_with_an_enormous_list_is_refused_before_python_reads_it(owner):
    """It makes an object of each entry, a gigabyte of them, before it tells how many there are."""
    whole = zipped(a__json=one_talk("Hi"))
    start, end = whole.index(b"PK\x01\x02"), whole.index(b"PK\x05\x06")
    entries = whole[start:end] * 100_000
    closing = bytearray(whole[end:])
    closing[12:16] = len(entries).to_bytes(4, "little")
    bomb = whole[:start] + entries + bytes(closing)
    tracemalloc.start()
    with pytest.raises(ImportRefusedError) as refused:
        list(conversations_in(io.BytesIO(bomb), size=len(bomb)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused.value.reason == "unpacked"
    assert peak < 4 * 2**20, peak


def test_messages_named_by_half_a_letter_are_brought_in(owner):
    halves = own(own_conversation(person_said("A", None, "Hi"), person_said("B", "A", "there"), head="B"))
    for name in (b"A", b"B"):
        halves = halves.replace(b'"%s"' % name, b'"\\ud80%d"' % (name == b"B"))
    done = brought_in(owner, halves)
    assert (done.state, done.messages) == ("done", 2)


@pytest.mark.parametrize("position", [2**31 - 2, 2**31 - 1, 2**31, -1])
def test_places_at_the_end_of_all_numbers_leave_room_for_what_is_said_next(owner, position):
    far = [person_said(1, None, "Hi", position=position), companion_said(2, 1, "Yes.", position=position + 1)]
    assert brought_in(owner, own(own_conversation(*far))).state == "done"
    sayer(Conversation.objects.get())("And now?")
    assert Message.objects.filter(text="And now?").exists()


def test_long_ways_between_what_was_said_take_no_time():
    """Ten thousand answers behind a hundred thousand steps of a tool: each step is passed once, not by each answer."""
    steps = [node(f"t{n}", f"t{n - 1}" if n else "root", "tool", "…") for n in range(100_000)]
    answers = [node(f"a{n}", "t99999", "assistant", "Yes.") for n in range(10_000)]
    tree = chatgpt_conversation(*steps, *answers, current="a9999")
    began = time.process_time()
    talk = chatgpt.read(tree, now=AT)
    assert time.process_time() - began < 10
    assert len(talk.said) == 1
    assert len(talk.said[0].wordings) == 10_000


# --- What ends in the middle
def test_what_a_killed_worker_was_reading_is_taken_up_by_another_soon(owner, monkeypatch):
    kept = keep_file(user_id=owner.pk, pieces=[one_talk("Hi")])
    key = f"companion.lease.v1:chat.carrying:{kept.pk}"
    held = []

    def reading(**_):
        held.append(blocking_state().pttl(key))
        return False

    monkeypatch.setattr("chat.carrying.importing.read_on", reading)
    read_import.apply((str(kept.pk),), throw=True)
    assert 0 < held[0] <= 30_000
    assert not blocking_state().exists(key)
    blocking_state().set(key, 1, px=30_000)
    read_import.apply((str(kept.pk),), throw=True)
    assert len(held) == 1, "another one reads it"
    blocking_state().delete(key)


def test_a_reading_that_ends_with_the_worker_goes_on_where_it_was(owner, monkeypatch):
    kept = keep_file(user_id=owner.pk, pieces=[own(GOOD, GOOD, GOOD)])
    from chat.carrying import importing

    prepared = []
    judge = importing.judge

    def judged(talk, **more):
        prepared.append(talk)
        if len(prepared) == 2:
            raise MemoryError
        return judge(talk, **more)

    monkeypatch.setattr(importing, "judge", judged)
    with pytest.raises(MemoryError):
        read_on(import_id=kept.pk)
    assert Import.objects.get().read == 1
    assert not read_on(import_id=kept.pk)
    assert len(prepared) == 4, "the first was not judged again"
    assert len(Import.objects.get().landed) == 3


def test_what_always_ends_in_the_middle_is_given_up(owner, monkeypatch):
    kept = keep_file(user_id=owner.pk, pieces=[own(GOOD)])

    def broken(*_, **__):
        raise RuntimeError

    monkeypatch.setattr("chat.carrying.importing.judge", broken)
    for _ in range(MOST_ATTEMPTS):
        with pytest.raises(RuntimeError):
            read_on(import_id=kept.pk)
    assert not read_on(import_id=kept.pk)
    kept.refresh_from_db()
    assert (kept.state, kept.problem["reason"]) == ("failed", "failed")
    assert nothing_landed(owner)


def test_no_word_of_a_file_reaches_the_log(owner, caplog):
    brought_in(owner, json.dumps({"zanzibarine": 1}).encode())
    brought_in(owner, one_talk("zanzibarine")[:-5])
    brought_in(owner, one_talk("zanzibarine"))
    assert "zanzibarine" not in caplog.text
